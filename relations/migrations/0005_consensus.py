"""How well sources agree on a record, as a column to filter by; and an index by the day of the year."""

from django.db import migrations, models
from django.db.models.functions import Length

from relations.checks.consensus import refresh
from relations.models.fields import MonthDay
from relations.revision import install


def derive_all(apps, schema_editor):
    refresh(get_model=apps.get_model)


class Migration(migrations.Migration):
    dependencies = [("relations", "0004_finding_answers")]

    operations = [
        migrations.AddField(
            model_name="record",
            name="consensus",
            field=models.CharField(
                blank=True,
                choices=[
                    ("single", "one source"),
                    ("confirmed", "confirmed"),
                    ("majority", "most sources agree"),
                    ("conflict", "sources differ"),
                ],
                editable=False,
                max_length=12,
                verbose_name="agreement of the sources",
            ),
        ),
        migrations.AddIndex(
            model_name="record",
            index=models.Index(fields=["consensus", "editorial_status", "earliest"], name="record_consensus_date"),
        ),
        migrations.AddIndex(
            model_name="record",
            index=models.Index(Length("date"), MonthDay("date"), "editorial_status", name="record_day_of_the_year"),
        ),
        migrations.AddConstraint(
            model_name="record",
            constraint=models.CheckConstraint(
                condition=models.Q(("consensus__in", ["", "single", "confirmed", "majority", "conflict"])),
                name="record_consensus_is_known",
            ),
        ),
        migrations.RunPython(derive_all, migrations.RunPython.noop),
        migrations.RunPython(install, migrations.RunPython.noop),
    ]
