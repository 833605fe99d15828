"""What became of records: when each was touched, how it stood, and which names it had before."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Q

from relations.models.fields import SlugField
from relations.revision import install

KINDS = ["agreement", "visit", "council", "meeting", "milestone", "figure"]
CHANGES = ["added", "changed", "removed"]


def touch_all(apps, schema_editor):
    """Every record there is was touched at the latest by now."""
    revision = apps.get_model("relations", "Revision").objects.get(pk=1)
    touch = apps.get_model("relations", "RecordTouch").objects
    rows = apps.get_model("relations", "Record").objects.order_by("pk").values_list("pk", "slug", "kind")
    now = {"revision": revision.number, "changed_at": revision.changed_at}
    touch.bulk_create(
        (touch.model(record_id=pk, slug=slug, kind=kind, **now) for pk, slug, kind in rows.iterator()), batch_size=1000
    )


def uninstall(apps, schema_editor):
    """Triggers that name no ledger, once it is gone."""
    if schema_editor.connection.vendor == "postgresql":
        with schema_editor.connection.cursor() as cursor:
            cursor.execute(
                "SELECT tgname, tgrelid::regclass FROM pg_trigger WHERE tgname ~ '^relations_.*_touched_(insert|update|delete)$'"
            )
            for name, table in cursor.fetchall():
                schema_editor.execute(f"DROP TRIGGER {name} ON {table}")
                schema_editor.execute(f"DROP FUNCTION {name}()")
    install(apps, schema_editor)


class Migration(migrations.Migration):
    dependencies = [("relations", "0006_search")]

    operations = [
        migrations.RunPython(migrations.RunPython.noop, uninstall),
        migrations.CreateModel(
            name="FormerSlug",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", SlugField(verbose_name="former slug")),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="former_slugs",
                        to="relations.record",
                        verbose_name="record",
                    ),
                ),
            ],
            options={"verbose_name": "former slug", "verbose_name_plural": "former slugs"},
        ),
        migrations.CreateModel(
            name="RecordTouch",
            fields=[
                ("record_id", models.BigIntegerField(primary_key=True, serialize=False)),
                ("slug", models.CharField(db_index=True, max_length=120)),
                ("kind", models.CharField(max_length=12)),
                ("revision", models.BigIntegerField(db_index=True)),
                ("changed_at", models.DateTimeField()),
                ("kept", models.BigIntegerField(default=0)),
                ("gone", models.BooleanField(default=False)),
            ],
            options={
                "indexes": [
                    models.Index(condition=Q(kept__lt=F("revision")), fields=["revision"], name="touch_to_keep")
                ],
            },
        ),
        migrations.CreateModel(
            name="RecordVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("record_id", models.BigIntegerField()),
                ("slug", models.CharField(max_length=120)),
                ("kind", models.CharField(choices=[(kind, kind) for kind in KINDS], max_length=12)),
                ("revision", models.BigIntegerField()),
                ("at", models.DateTimeField()),
                ("day", models.DateField()),
                ("change", models.CharField(choices=[(change, change) for change in CHANGES], max_length=8)),
                ("fields", models.TextField(blank=True)),
                ("title_tr", models.CharField(blank=True, max_length=200)),
                ("title_en", models.CharField(blank=True, max_length=200)),
                ("date", models.CharField(blank=True, max_length=40)),
                ("document", models.BinaryField(blank=True, default=b"")),
            ],
            options={
                "indexes": [
                    models.Index(fields=["slug", "id"], name="version_of_slug"),
                    models.Index(fields=["revision", "id"], name="version_since"),
                    models.Index(fields=["day", "id"], name="version_by_day"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("record_id", "revision"), name="version_once_a_revision")
                ],
            },
        ),
        migrations.RunPython(touch_all, migrations.RunPython.noop),
        migrations.RunPython(install, migrations.RunPython.noop),
    ]
