"""A command that reads or writes the record, which its `handle` finds as this program has it."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import connection

from wargame.exercises.opening import check_record, in_words


class RecordCommand(BaseCommand):
    """Ends with one sentence where the database is away, or its tables are of another version."""

    def execute(self, *args: Any, **options: Any) -> str | None:
        with in_words():
            connection.ensure_connection()
        check_record()
        return super().execute(*args, **options)
