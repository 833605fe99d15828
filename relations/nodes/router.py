"""Django's question, which database: reads where the request reads, every write in the primary."""

from typing import Any

from django.db import DEFAULT_DB_ALIAS, models

from . import reading


class PrimaryAndReplicas:
    """All databases hold the same rows, so any two rows may be related."""

    def db_for_read(self, model: type[models.Model], **hints: Any) -> str:
        return reading.alias()

    def db_for_write(self, model: type[models.Model], **hints: Any) -> str:
        return DEFAULT_DB_ALIAS

    def allow_relation(self, one: models.Model, other: models.Model, **hints: Any) -> bool:
        return True

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        return db == DEFAULT_DB_ALIAS
