"""The order of feeds as an index; adding one rebuilds no table, so that SQLite keeps its triggers."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("relations", "0010_over_years")]
    operations = [
        migrations.AddIndex(
            model_name="recordtouch",
            index=models.Index(fields=["revision", "record_id"], name="touch_newest"),
        ),
    ]
