"""Documents say under which kind, field, pair and consensus their records are filed: all are due to be indexed again.

Until that is done (`manage.py index_records`, which load_fixtures runs too) questions are answered as before.
"""

from django.db import migrations

NOTE = "INSERT INTO relations_searchchange (noun, key) SELECT 'record', id FROM relations_searchdocument WHERE id > 0"


class Migration(migrations.Migration):
    dependencies = [("relations", "0015_newest_documents")]

    operations = [migrations.RunSQL(NOTE, migrations.RunSQL.noop)]
