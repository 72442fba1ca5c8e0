"""The other side of `jobs`: what runs in the process for heavy work. Imports nothing that needs Django set up."""

import django
from celery import current_app
from celery.app.utils import find_app
from django.db import connection


def prepare(app: str, database: str) -> None:
    """Once, when the process begins: the same tasks, the same database."""
    django.setup()
    find_app(app).loader.import_default_modules()
    connection.settings_dict["NAME"] = database


def work(name: str, ids: tuple[str, ...]) -> None:
    """Run the task with these ids."""
    current_app.tasks[name](*ids)
