"""`manage.py api_contract` writes the front end's types; `--check` says whether they are stale."""

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from wargame.api.contract import CONTRACT, typescript


class Command(BaseCommand):
    help = "Write frontend/src/api.ts from the REST door."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="change nothing; exit 1 if the file is stale")

    def handle(self, *args: Any, check: bool, **options: Any) -> None:
        made = typescript()
        fresh = CONTRACT.exists() and CONTRACT.read_text() == made
        if check and not fresh:
            self.stderr.write("api.ts is stale: run `manage.py api_contract` and commit it.")
            sys.exit(1)
        if not fresh:
            CONTRACT.write_text(made)
