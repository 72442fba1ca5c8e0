"""`manage.py verify_log`: whether an exercise's log is as it was written, and all that was made from it agrees."""

import json
from argparse import ArgumentParser
from dataclasses import asdict
from typing import Any

from wargame.exercises.management.arguments import existing_exercise
from wargame.exercises.management.on_record import RecordCommand
from wargame.exercises.verify import verify


class Command(RecordCommand):
    help = (
        "Check an exercise's log: hash chain, replay, texts, tables and the revealed seed; exit 1 if anything is wrong."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("exercise", help="id of the exercise")
        parser.add_argument("--json", action="store_true", help="print one JSON object instead of lines")

    def handle(self, *args: Any, exercise: str, **options: Any) -> None:
        with existing_exercise():
            found = verify(exercise)
        if options["json"]:
            self.stdout.write(json.dumps({**asdict(found), "sound": not found.problems}))
        else:
            for problem in found.problems:
                self.stdout.write(problem)
            verdict = f"{len(found.problems)} problems" if found.problems else "sound"
            self.stdout.write(f"{found.events} events, head {found.head_hash or '-'}: {verdict}")
        if found.problems:
            raise SystemExit(1)
