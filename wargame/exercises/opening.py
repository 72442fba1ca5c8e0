"""What stands before the first page: tables as this program has them, in a record that can be written."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import DatabaseError, OperationalError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader


def open_record() -> None:
    """Bring the tables up to date. Raises CommandError, with what to do."""
    with in_words():
        _check_not_ahead()
        call_command("migrate", verbosity=0)


def check_record() -> None:
    """For processes that migrate nothing: raises CommandError if the tables are not as this program has them.

    A database that is away says nothing about its tables; whoever needs it waits for it.
    """
    with suppress(OperationalError):
        _check_not_ahead()
        if MigrationExecutor(connection).migration_plan(MigrationLoader(connection).graph.leaf_nodes()):
            raise CommandError(
                f"{_place()} is new, or of an older version of the wargame: run `manage.py migrate` first."
            )


def _check_not_ahead() -> None:
    if _is_ahead():
        raise CommandError(
            f"A newer version of the wargame has written {_place()}: run that version, or choose another "
            "record with WARGAME_DATA or DATABASE_URL."
        )


@contextmanager
def in_words() -> Iterator[None]:
    """A database that cannot be reached or written is an error of one sentence."""
    try:
        yield
    except OperationalError as error:
        if connection.vendor == "sqlite":
            raise CommandError(
                f"{_place()} cannot be written ({error}): make room on the disk, or choose another folder with "
                "WARGAME_DATA=/some/folder."
            ) from None
        raise CommandError(f"PostgreSQL does not answer at DATABASE_URL: {error}") from None
    except DatabaseError as error:
        raise CommandError(f"{_place()} is no record of the wargame ({error}): choose another.") from None


def _is_ahead() -> bool:
    """Whether a migration of ours was applied that this program does not have."""
    loader = MigrationLoader(connection)
    return any(app in loader.migrated_apps for app, _ in loader.applied_migrations.keys() - loader.disk_migrations)


def _place() -> str:
    return str(settings.DATABASES["default"]["NAME"])
