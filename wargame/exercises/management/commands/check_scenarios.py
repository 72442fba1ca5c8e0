"""`manage.py check_scenarios`: everything that is wrong with scenario packs, one line each."""

import json
from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from wargame.exercises.packs import Problem, check, find_packs


class Command(BaseCommand):
    requires_system_checks = []
    help = "Check scenario packs: file:line:column path: message for each problem; exit 1 if any is an error."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="*", type=Path, help="packs, or folders of packs; default: scenarios/")
        parser.add_argument("--json", action="store_true", help="print one JSON object instead of lines")

    def handle(self, *args: Any, paths: list[Path], json: bool, **options: Any) -> None:
        packs = [pack for path in paths or [_library()] for pack in _packs(path)]
        problems = [problem for pack in packs for problem in check(pack)]
        errors = sum(problem.severity == "error" for problem in problems)
        if json:
            self.stdout.write(_as_json(packs, problems, errors))
        else:
            for problem in problems:
                self.stdout.write(str(problem))
            self.stdout.write(_summary(len(packs), errors, len(problems) - errors))
        if errors:
            raise SystemExit(1)


def _library() -> Path:
    path: Path = settings.SCENARIOS
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def _packs(path: Path) -> list[Path]:
    """The packs in a folder, or the path itself, so that what is no pack is told as such."""
    return find_packs(path) or [path]


def _as_json(packs: list[Path], problems: list[Problem], errors: int) -> str:
    return json.dumps(
        {
            "packs": [str(pack) for pack in packs],
            "errors": errors,
            "warnings": len(problems) - errors,
            "problems": [asdict(problem) for problem in problems],
        }
    )


def _summary(packs: int, errors: int, warnings: int) -> str:
    return f"{_many(packs, 'pack')} checked: {_many(errors, 'error')}, {_many(warnings, 'warning')}"


def _many(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"
