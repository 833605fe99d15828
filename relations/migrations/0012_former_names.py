"""Former names of people, institutions and sources beside those of records, in one table."""

from importlib import import_module

from django.db import migrations, models
from django.utils import timezone

from relations.revision import install

RECORD = "record"
uninstall = import_module("relations.migrations.0007_changes").uninstall  # triggers must not name a table that is gone


def key():
    return ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"))


def take_over(apps, schema_editor):
    """Former slugs of records as former names; what the titles were then, nobody noted."""
    revision = apps.get_model("relations", "Revision").objects.filter(pk=1).first()
    known = {"revision": revision.number if revision else 1, "at": revision.changed_at if revision else timezone.now()}
    names = apps.get_model("relations", "FormerName").objects
    rows = apps.get_model("relations", "FormerSlug").objects.order_by("pk").values_list("slug", "record_id")
    names.bulk_create(
        (names.model(noun=RECORD, slug=slug, key=record, **known) for slug, record in rows.iterator()), batch_size=1000
    )


def give_back(apps, schema_editor):
    slugs = apps.get_model("relations", "FormerSlug").objects
    there = apps.get_model("relations", "Record").objects.values("pk")
    rows = apps.get_model("relations", "FormerName").objects.filter(noun=RECORD, key__in=there)
    slugs.bulk_create(slugs.model(slug=slug, record_id=record) for slug, record in rows.values_list("slug", "key"))


class Migration(migrations.Migration):
    dependencies = [("relations", "0011_touch_newest")]

    operations = [
        migrations.RunPython(migrations.RunPython.noop, uninstall),
        migrations.CreateModel(
            name="FormerName",
            fields=[
                key(),
                ("noun", models.CharField(max_length=12)),
                ("slug", models.CharField(max_length=120)),
                ("key", models.BigIntegerField()),
                ("title_tr", models.CharField(blank=True, max_length=200)),
                ("title_en", models.CharField(blank=True, max_length=200)),
                ("revision", models.BigIntegerField()),
                ("at", models.DateTimeField()),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("noun", "slug"), name="former_name_once")],
                "indexes": [models.Index(fields=["noun", "key"], name="former_names_of")],
            },
        ),
        migrations.RunPython(take_over, give_back),
        migrations.RunPython(install, migrations.RunPython.noop),
        migrations.DeleteModel(name="FormerSlug"),
    ]
