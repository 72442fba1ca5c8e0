"""Triggers that keep the log as it was written: the database itself refuses to change, remove or truncate entries.

One exception: entries of an exercise that has a tombstone may go, which is how `purge_exercise` works.
"""

from django.db.backends.base.base import BaseDatabaseWrapper

LOG = "exercises_logentry"
TOMBSTONES = "exercises_tombstone"
MESSAGE = "the log is append-only"

POSTGRESQL_ON = (
    f"""CREATE OR REPLACE FUNCTION wargame_log_guard() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP = 'DELETE' THEN
            IF EXISTS (SELECT 1 FROM {TOMBSTONES} WHERE exercise_id = OLD.exercise_id) THEN
                RETURN OLD;
            END IF;
        END IF;
        RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'restrict_violation';
    END $$""",
    f"CREATE TRIGGER wargame_log_row BEFORE UPDATE OR DELETE ON {LOG}"
    " FOR EACH ROW EXECUTE FUNCTION wargame_log_guard()",
    f"CREATE TRIGGER wargame_log_whole BEFORE TRUNCATE ON {LOG}"
    " FOR EACH STATEMENT EXECUTE FUNCTION wargame_log_guard()",
)
POSTGRESQL_OFF = (
    f"DROP TRIGGER IF EXISTS wargame_log_row ON {LOG}",
    f"DROP TRIGGER IF EXISTS wargame_log_whole ON {LOG}",
    "DROP FUNCTION IF EXISTS wargame_log_guard()",
)
SQLITE_ON = (
    f"CREATE TRIGGER wargame_log_update BEFORE UPDATE ON {LOG} BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END",
    f"CREATE TRIGGER wargame_log_delete BEFORE DELETE ON {LOG}"
    f" WHEN NOT EXISTS (SELECT 1 FROM {TOMBSTONES} WHERE exercise_id = OLD.exercise_id)"
    f" BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END",
)
SQLITE_OFF = ("DROP TRIGGER IF EXISTS wargame_log_update", "DROP TRIGGER IF EXISTS wargame_log_delete")


def put_on(connection: BaseDatabaseWrapper) -> None:
    """Make the triggers."""
    _run(connection, POSTGRESQL_ON if connection.vendor == "postgresql" else SQLITE_ON)


def take_off(connection: BaseDatabaseWrapper) -> None:
    """Drop the triggers: for tests, whose tables are emptied, and to undo the migration."""
    _run(connection, POSTGRESQL_OFF if connection.vendor == "postgresql" else SQLITE_OFF)


def _run(connection: BaseDatabaseWrapper, statements: tuple[str, ...]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
