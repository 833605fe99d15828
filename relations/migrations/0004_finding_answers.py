"""Answers of reviewers to what the checks find; editors read them."""

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.contrib.auth.management import create_permissions
from django.db import migrations, models

from relations.revision import install

ROLES = {"Editor": ("view",), "Reviewer": ("view", "add", "change", "delete")}


def let_reviewers_answer(apps, schema_editor):
    """Permissions are made first, for Django itself makes them only after the last migration."""
    config = apps.get_app_config("relations")
    config.models_module = True  # a historical app has none, and is passed over without
    create_permissions(config, verbosity=0, using=schema_editor.connection.alias, apps=apps)
    config.models_module = None
    permissions = apps.get_model("auth", "Permission").objects.filter(content_type__app_label="relations")
    for role, verbs in ROLES.items():
        group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=role)
        group.permissions.add(*permissions.filter(codename__in=[f"{verb}_findinganswer" for verb in verbs]))


class Migration(migrations.Migration):
    dependencies = [
        ("relations", "0003_roles"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="HistoricalFindingAnswer",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("check_name", models.CharField(max_length=24, verbose_name="check")),
                (
                    "key",
                    models.CharField(
                        help_text="It stands for exactly what was found: if that changes, it is open again.",
                        max_length=16,
                        verbose_name="key",
                    ),
                ),
                ("accepted", models.CharField(blank=True, max_length=200, verbose_name="accepted value")),
                ("reason", models.CharField(max_length=600, verbose_name="reason")),
                ("reason_tr", models.CharField(max_length=600, null=True, verbose_name="reason")),
                ("reason_en", models.CharField(max_length=600, null=True, verbose_name="reason")),
                ("changed_at", models.DateTimeField(blank=True, editable=False, verbose_name="last change")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "record",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="relations.record",
                        verbose_name="record",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical answer to a finding",
                "verbose_name_plural": "historical answers to findings",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="FindingAnswer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("check_name", models.CharField(max_length=24, verbose_name="check")),
                (
                    "key",
                    models.CharField(
                        help_text="It stands for exactly what was found: if that changes, it is open again.",
                        max_length=16,
                        verbose_name="key",
                    ),
                ),
                ("accepted", models.CharField(blank=True, max_length=200, verbose_name="accepted value")),
                ("reason", models.CharField(max_length=600, verbose_name="reason")),
                ("reason_tr", models.CharField(max_length=600, null=True, verbose_name="reason")),
                ("reason_en", models.CharField(max_length=600, null=True, verbose_name="reason")),
                ("changed_at", models.DateTimeField(auto_now=True, verbose_name="last change")),
                (
                    "record",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="answers",
                        to="relations.record",
                        verbose_name="record",
                    ),
                ),
            ],
            options={
                "verbose_name": "answer to a finding",
                "verbose_name_plural": "answers to findings",
                "ordering": ["check_name", "key"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("check_name", "key"),
                        name="finding_answered_once",
                        violation_error_message="This finding already has an answer.",
                    )
                ],
            },
        ),
        migrations.RunPython(install, migrations.RunPython.noop),
        migrations.RunPython(let_reviewers_answer, migrations.RunPython.noop),
    ]
