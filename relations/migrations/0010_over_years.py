"""Records that lie over more than one year, by their kind and by their field: filters by years follow these indexes."""

from django.db import migrations, models

from relations.models.conditions import OverYears

REACHING = models.Q(OverYears("earliest", "latest"))


class Migration(migrations.Migration):
    dependencies = [("relations", "0009_kept_findings")]
    operations = [
        migrations.AddIndex(
            model_name="record",
            index=models.Index(
                fields=["kind", "editorial_status", "earliest", "id", "latest", "area"],
                condition=REACHING,
                name="record_kind_over_years",
            ),
        ),
        migrations.AddIndex(
            model_name="record",
            index=models.Index(
                fields=["area", "editorial_status", "earliest", "id", "latest"],
                condition=REACHING,
                name="record_area_over_years",
            ),
        ),
    ]
