"""`manage.py new_scenario NAME`: a small scenario to begin from, which can be played as it is."""

import re
import shutil
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from wargame.exercises.packs import SKELETON
from wargame.exercises.packs.schema import schema_text

NAME = re.compile(r"[a-z][a-z0-9_]{2,39}")


class Command(BaseCommand):
    requires_system_checks = []
    help = "Make a folder with a small, playable scenario in which each part is explained, to begin from."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", help="of the folder and the scenario: small letters, digits and _")
        parser.add_argument("--title", default="", help="what people read in the library; default: made from the name")
        parser.add_argument("--into", type=Path, help="a folder; default: scenarios/")

    def handle(self, *args: Any, name: str, title: str, into: Path | None, **options: Any) -> None:
        if not NAME.fullmatch(name):
            raise CommandError("Give a name of 3 to 40 small letters, digits and _, beginning with a letter.")
        folder = (into or settings.SCENARIOS) / name
        try:
            shutil.copytree(SKELETON, folder)
        except FileExistsError:
            raise CommandError(f"{folder} is there already; choose another name.") from None
        except OSError as error:
            raise CommandError(f"{folder} cannot be written: {error.strerror}.") from None
        if not (schema := folder.parent / "schema.json").exists():  # for editors; each file's first line points there
            schema.write_text(schema_text(), encoding="utf-8")
        _named(folder / "scenario.yaml", name, title or name.replace("_", " ").capitalize())
        self.stdout.write(f"wrote {folder}")
        self.stdout.write(f"check it while you write:  python manage.py check_scenarios {folder}")
        elsewhere = f"WARGAME_SCENARIOS={into} " if into and into.resolve() != settings.SCENARIOS.resolve() else ""
        self.stdout.write(f"let bots play it:          {elsewhere}python manage.py play_bots {name} --seed 1")


def _named(file: Path, name: str, title: str) -> None:
    text = file.read_text(encoding="utf-8")
    text = text.replace("id: new_scenario", f"id: {name}").replace("title: A new scenario", f"title: {_quoted(title)}")
    file.write_text(text, encoding="utf-8")


def _quoted(title: str) -> str:
    """As a YAML string, whatever is in it."""
    return '"' + title.replace("\\", "\\\\").replace('"', '\\"') + '"'
