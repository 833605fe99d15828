"""What the checks found is kept, and citations and days of the year are read in the order of an index."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models.functions import Length

from relations.models.fields import MonthDay
from relations.revision import install


def parent(to, **options):
    return models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to=f"relations.{to}", **options)


def key():
    return ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"))


DAY = (Length("date"), MonthDay("date"), "editorial_status", "earliest", "id")


class Migration(migrations.Migration):
    dependencies = [("relations", "0008_tallies")]

    operations = [
        migrations.RunPython(migrations.RunPython.noop, install),
        migrations.CreateModel(
            name="CheckRun",
            fields=[
                key(),
                ("revision", models.BigIntegerField()),
                ("day", models.DateField()),
                ("numbers", models.JSONField(default=dict)),
                ("whole", models.BooleanField(default=False)),
            ],
        ),
        migrations.CreateModel(
            name="KeptFinding",
            fields=[
                key(),
                ("check_name", models.CharField(max_length=24)),
                ("key", models.CharField(max_length=16)),
                ("document", models.JSONField()),
                ("relationship", parent("relationship", db_index=False, null=True, related_name="+")),
                ("run", parent("checkrun", db_index=False, related_name="findings")),
            ],
            options={
                "indexes": [
                    models.Index(fields=["run", "check_name", "key"], name="kept_finding_by_key"),
                    models.Index(fields=["relationship", "run", "check_name", "key"], name="kept_finding_of_pair"),
                ]
            },
        ),
        migrations.CreateModel(
            name="KeptFindingRecord",
            fields=[
                key(),
                ("record_key", models.BigIntegerField(db_index=True)),
                ("finding", parent("keptfinding", related_name="told_of")),
            ],
        ),
        migrations.RemoveIndex(model_name="record", name="record_day_of_the_year"),
        migrations.AddIndex(model_name="record", index=models.Index(*DAY, name="record_day_of_the_year")),
        migrations.AddIndex(
            model_name="citation", index=models.Index(fields=["source", "start", "id"], name="citation_in_source")
        ),
        migrations.AlterField(
            model_name="citation",
            name="source",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="citations",
                to="relations.source",
                verbose_name="source",
            ),
        ),
        migrations.RunPython(install, migrations.RunPython.noop),
    ]
