"""The database itself refuses to change the log."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from wargame.exercises import guard


def put_on(apps: object, editor: BaseDatabaseSchemaEditor) -> None:
    guard.put_on(editor.connection)


def take_off(apps: object, editor: BaseDatabaseSchemaEditor) -> None:
    guard.take_off(editor.connection)


class Migration(migrations.Migration):
    dependencies = [("exercises", "0001_record")]
    operations = [migrations.RunPython(put_on, take_off)]
