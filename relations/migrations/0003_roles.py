"""The two roles of the staff: editors work on drafts, reviewers publish."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

RECORDS = ("record", "agreement", "visit", "council", "councilmeeting", "milestone", "figure")
PARTS = ("citation", "participation", "tenure")
NOUNS = ("institution", "office", "person", "place", "reporter", "source")
PAIRS = ("country", "relationship")
ROLES = {
    "Editor": {
        **dict.fromkeys((*RECORDS, *PARTS), ("view", "add", "change", "delete")),
        **dict.fromkeys(NOUNS, ("view", "add", "change")),
        **dict.fromkeys((*PAIRS, "sourcetext"), ("view",)),
    },
    "Reviewer": dict.fromkeys((*RECORDS, *PARTS, *NOUNS, *PAIRS, "sourcetext"), ("view", "add", "change", "delete")),
}


def make_roles(apps, schema_editor):
    """Create both groups; permissions are made first, for Django itself makes them only after the last migration."""
    config = apps.get_app_config("relations")
    config.models_module = True  # a historical app has none, and is passed over without
    create_permissions(config, verbosity=0, using=schema_editor.connection.alias, apps=apps)
    config.models_module = None
    permissions = apps.get_model("auth", "Permission").objects.filter(content_type__app_label="relations")
    by_name = {permission.codename: permission for permission in permissions}
    for role, models in ROLES.items():
        group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=role)
        names = [f"{verb}_{model}" for model, verbs in models.items() for verb in verbs]
        names += ["publish_record"] if role == "Reviewer" else []
        group.permissions.add(*(by_name[name] for name in names))


class Migration(migrations.Migration):
    dependencies = [
        ("relations", "0002_revision_triggers"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="record",
            options={
                "ordering": ["-earliest", "-id"],
                "permissions": [("publish_record", "Can publish and withdraw records")],
                "verbose_name": "record",
                "verbose_name_plural": "records",
            },
        ),
        migrations.RunPython(make_roles, migrations.RunPython.noop),
    ]
