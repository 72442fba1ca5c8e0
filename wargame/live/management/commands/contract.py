"""`manage.py contract` writes the front end's types; `--check` says whether they are stale."""

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from wargame.live.contract import CONTRACT, typescript


class Command(BaseCommand):
    help = "Write frontend/src/contract.ts from wargame/live/frames.py."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="change nothing; exit 1 if the file is stale")

    def handle(self, *args: Any, check: bool, **options: Any) -> None:
        made = typescript()
        fresh = CONTRACT.exists() and CONTRACT.read_text() == made
        if check and not fresh:
            self.stderr.write("contract.ts is stale: run `manage.py contract` and commit it.")
            sys.exit(1)
        if not fresh:
            CONTRACT.write_text(made)
