"""The other side of `jobs`: what runs in the processes for heavy work. Imports nothing that needs Django set up."""

import os
from multiprocessing import parent_process
from threading import Thread

import django
from celery import current_app
from celery.app.utils import find_app
from django.db import connection


def prepare(app: str, database: str, niceness: int) -> None:
    """Once, when the process begins: the same tasks, the same database, and no life of its own."""
    os.nice(niceness)
    Thread(target=_end_with_parent, name="parent", daemon=True).start()
    django.setup()
    find_app(app).loader.import_default_modules()
    connection.settings_dict["NAME"] = database


def work(name: str, ids: tuple[str, ...]) -> None:
    """Run the task with these ids."""
    current_app.tasks[name](*ids)


def _end_with_parent() -> None:
    """If the program was killed, nobody waits for what is done here, and whoever starts it again does it anew."""
    if parent := parent_process():
        parent.join()
        os._exit(1)
