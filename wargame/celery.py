"""The Celery app. Workers load it with `-A wargame`; whoever starts a job must have imported it once."""

import os
from typing import Any

from celery import Celery
from celery.signals import beat_init, worker_init
from django.core.management.base import CommandError

from wargame.exercises.opening import check_record

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wargame.settings")

app = Celery("wargame")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@worker_init.connect
@beat_init.connect
def end_without_tables(**sender: Any) -> None:
    """Work on tables that this program does not know could only fail, or worse."""
    try:
        check_record()
    except CommandError as error:
        raise SystemExit(str(error)) from None  # celery swallows any other exception here
