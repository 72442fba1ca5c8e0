"""`manage.py purge_exercise`: remove exercises for good, by request or by retention."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import CommandError

from wargame.exercises.management.arguments import existing_exercise
from wargame.exercises.management.on_record import RecordCommand
from wargame.exercises.purge import expired, purge


class Command(RecordCommand):
    help = "Delete an exercise with its log, texts, seats and reports. Only a tombstone with the log's hash stays."

    def add_arguments(self, parser: ArgumentParser) -> None:
        which = parser.add_mutually_exclusive_group(required=True)
        which.add_argument("exercise", nargs="?", help="id of the exercise")
        which.add_argument("--due", action="store_true", help="every exercise whose time of retention is over")
        parser.add_argument("--reason", default="", help="kept in the tombstone; needed for a single exercise")
        parser.add_argument("--json", action="store_true", help="print one JSON object instead of lines")

    def handle(self, *args: Any, exercise: str | None, reason: str, **options: Any) -> None:
        if exercise and not reason:
            raise CommandError("Say why, with --reason.")
        ids = [exercise] if exercise else expired()
        with existing_exercise():
            tombstones = [purge(id, reason or "retention") for id in ids]
        gone = [{"exercise": t.exercise_id, "events": t.head_seq, "head_hash": t.head_hash} for t in tombstones]
        if options["json"]:
            self.stdout.write(json.dumps({"purged": gone}))
        else:
            for one in gone:
                self.stdout.write(f"{one['exercise']}: purged, {one['events']} events, head {one['head_hash'] or '-'}")
