"""`manage.py check_casebook`: whether the rules of a pack agree with the rulings that were worked out by hand."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from wargame.exercises.casebook import Case, Failure, cases_of, check, rules_without_a_case
from wargame.exercises.management.arguments import pack_folder, pack_in
from wargame.exercises.packs import find_packs
from wargame.exercises.packs.files import CASEBOOK


class Command(BaseCommand):
    requires_system_checks = []
    help = "Play the cases in casebook/ of each pack: file:line: case N: what is otherwise; exit 1 if any is."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "packs", nargs="*", type=Path, help="folders, or names of packs in scenarios/; default: all"
        )
        parser.add_argument("--json", action="store_true", help="print one JSON object instead of lines")

    def handle(self, *args: Any, packs: list[Path], json: bool, **options: Any) -> None:
        books = [_checked(pack) for pack in packs or find_packs(settings.SCENARIOS)]
        self.stdout.write(_as_json(books) if json else _as_lines(books))
        if any(book["failures"] for book in books):
            raise SystemExit(1)


def _checked(pack: Path) -> dict[str, Any]:
    scenario = pack_in(pack)
    try:
        cases = cases_of(pack_folder(pack) / CASEBOOK)
    except ValueError as error:
        raise CommandError(str(error)) from None
    failures = [_told(failure) for failure in check(scenario, cases)]
    return {
        "pack": scenario.id,
        "cases": len(cases),
        "failures": failures,
        "without_a_case": rules_without_a_case(scenario, cases),
    }


def _told(failure: Failure) -> dict[str, Any]:
    case: Case = failure.case
    return {
        "file": case.file,
        "line": failure.sentence.line,
        "case": case.number,
        "text": failure.text,
        "line_text": str(failure),
    }


def _as_json(books: list[dict[str, Any]]) -> str:
    return json.dumps(books)


def _as_lines(books: list[dict[str, Any]]) -> str:
    lines = [failure["line_text"] for book in books for failure in book["failures"]]
    for book in books:
        bare = book["without_a_case"]
        rest = f"; without a case: {', '.join(bare)}" if bare else ""
        lines.append(f"{book['pack']}: {book['cases']} cases, {len(book['failures'])} wrong{rest}")
    return "\n".join(lines)
