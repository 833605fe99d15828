"""Numbers of public records kept by triggers, and indexes in the order of which every list can be read."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Q

import relations.tallies
from relations.models.conditions import Differs, OverYears
from relations.revision import install
from relations.tallies import triggers

STATUS_DATE = ["editorial_status", "earliest", "id"]
INDEXES = [
    models.Index(fields=STATUS_DATE, name="record_date"),
    models.Index(fields=["kind", *STATUS_DATE], name="record_kind_date"),
    models.Index(fields=["area", *STATUS_DATE], name="record_area_date"),
    models.Index(fields=["kind", "area", *STATUS_DATE], name="record_kind_area_date"),
    models.Index(fields=["place", *STATUS_DATE], name="record_place_date"),
    models.Index(
        fields=["relationship", *STATUS_DATE, "kind", "area", "consensus", "latest"],
        name="record_pair_date",
    ),
    models.Index(fields=["relationship", "editorial_status", "latest"], name="record_pair_end"),
    models.Index(fields=STATUS_DATE, condition=Q(Differs("consensus")), name="record_disputed_date"),
    models.Index(
        fields=[*STATUS_DATE, "latest"], condition=Q(OverYears("earliest", "latest")), name="record_over_years"
    ),
]


def count_all(apps, schema_editor):
    relations.tallies.rebuild(schema_editor.connection.alias)


class Migration(migrations.Migration):
    dependencies = [("relations", "0007_changes")]

    operations = [
        migrations.RunPython(migrations.RunPython.noop, install),
        migrations.CreateModel(
            name="Cell",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        *("kind", "area", "differs", "first", "last"),
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("kind", models.CharField(max_length=12)),
                ("area", models.CharField(max_length=16)),
                ("differs", models.BooleanField()),
                ("first", models.SmallIntegerField()),
                ("last", models.SmallIntegerField()),
                ("number", models.IntegerField()),
            ],
        ),
        migrations.CreateModel(
            name="PairNumber",
            fields=[
                (
                    "relationship",
                    models.OneToOneField(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        primary_key=True,
                        related_name="counted",
                        serialize=False,
                        to="relations.relationship",
                    ),
                ),
                ("slug", models.CharField(max_length=7)),
                ("records", models.IntegerField(default=0)),
            ],
            options={"indexes": [models.Index(F("records").desc(), F("slug"), name="pair_by_records")]},
        ),
        *(
            migrations.RemoveIndex("record", name)
            for name in ("record_pair_date", "record_date", "record_kind_date", "record_consensus_date")
        ),
        migrations.AlterField(
            "record",
            "relationship",
            models.ForeignKey(
                blank=True,
                db_index=False,
                help_text="Empty for what more than two countries share: name them under “parties” instead.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="records",
                to="relations.relationship",
                verbose_name="relationship",
            ),
        ),
        migrations.AlterField(
            "record",
            "place",
            models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="records",
                to="relations.place",
                verbose_name="place",
            ),
        ),
        *(migrations.AddIndex("record", index) for index in INDEXES),
        migrations.RunPython(count_all, migrations.RunPython.noop),
        migrations.RunPython(install, triggers.remove),
    ]
