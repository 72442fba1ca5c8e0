"""`manage.py erase_text`: what somebody said, taken out of the record at their request."""

import json
from argparse import ArgumentParser
from dataclasses import asdict
from typing import Any

from django.core.management.base import CommandError

from wargame.exercises import queries
from wargame.exercises.erasure import Said, erase, erase_seat, said
from wargame.exercises.management.arguments import existing_exercise
from wargame.exercises.management.on_record import RecordCommand

SHOWN = 60
"""Characters of a text in a line."""


class Command(RecordCommand):
    help = (
        "Erase texts from an exercise for good, by reference or all of a seat's, with the reports made of them. "
        "The log keeps only digests and stays verifiable. Without either, list the texts and erase nothing."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("exercise", help="id of the exercise")
        parser.add_argument("refs", nargs="*", metavar="REF", help="references of texts; their first 8 characters do")
        parser.add_argument("--seat", help="everything said from this seat, its drafts, and its occupant's name")
        parser.add_argument("--json", action="store_true", help="print one JSON object instead of lines")

    def handle(self, *args: Any, exercise: str, refs: list[str], seat: str | None, **options: Any) -> None:
        with existing_exercise():
            there = said(exercise)
        if not (refs or seat):
            self._list(there, options["json"])
            return
        gone = erase(exercise, [_meant(ref, there) for ref in refs]) if refs else 0
        gone += erase_seat(exercise, _seat(exercise, seat)) if seat else 0
        words = f"{exercise}: {gone} {'text' if gone == 1 else 'texts'} erased"
        self.stdout.write(json.dumps({"exercise": exercise, "erased": gone}) if options["json"] else words)

    def _list(self, there: list[Said], as_json: bool) -> None:
        if as_json:
            self.stdout.write(json.dumps({"texts": [asdict(one) for one in there]}))
            return
        for one in there:
            body = " ".join(one.body.split())
            shown = body if len(body) <= SHOWN else f"{body[: SHOWN - 1]}…"
            self.stdout.write(f"{one.ref[:12]}  {one.seat}  {one.kind}  {shown}")


def _meant(typed: str, there: list[Said]) -> str:
    found = {one.ref for one in there if one.ref.startswith(typed)} if len(typed) >= 8 else set()
    if len(found) != 1:
        raise CommandError(f"{typed} names no text of this exercise. Without a reference, erase_text lists them.")
    return found.pop()


def _seat(exercise_id: str, key: str) -> str:
    known = [seat.key for seat in queries.sitters(exercise_id)]
    if key not in known:
        raise CommandError(f"There is no seat {key}; choose one of: {', '.join(known)}.")
    return key
