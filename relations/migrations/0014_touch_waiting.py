"""What is to be kept as an index in the order in which it is asked for; touch_newest would have all touches read."""

from django.db import migrations, models
from django.db.models import F, Q


class Migration(migrations.Migration):
    dependencies = [("relations", "0013_search_names")]
    operations = [
        migrations.RemoveIndex(model_name="recordtouch", name="touch_to_keep"),
        migrations.AddIndex(
            model_name="recordtouch",
            index=models.Index(
                fields=["revision", "record_id"], name="touch_waiting", condition=Q(kept__lt=F("revision"))
            ),
        ),
    ]
