#!/usr/bin/env python3
"""Django's command line. `manage.py play` opens the wargame; `manage.py help` lists the rest."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wargame.settings")

import wargame.celery  # noqa: E402, F401  so that a command which starts a job finds our broker

if __name__ == "__main__":
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:  # settings say in a sentence what to set
        sys.exit(str(error))
