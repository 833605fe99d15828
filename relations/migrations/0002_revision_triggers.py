from django.db import migrations

from relations.revision import install


def first_row(apps, schema_editor):
    apps.get_model("relations", "Revision").objects.get_or_create(
        pk=1, defaults={"number": 1, "changed_at": "2026-11-21T00:00:00Z"}
    )


class Migration(migrations.Migration):
    dependencies = [("relations", "0001_initial")]

    operations = [
        migrations.RunPython(first_row, migrations.RunPython.noop),
        migrations.RunPython(install, migrations.RunPython.noop),
    ]
