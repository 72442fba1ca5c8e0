"""`manage.py rebuild_state`: the state tables anew from the log, or (`--check`) whether they agree with it."""

import json
from argparse import ArgumentParser
from typing import Any

from django.db import transaction

from wargame.exercises import projection, queries, sql
from wargame.exercises.asked import NoSuchExercise
from wargame.exercises.management.arguments import existing_exercise
from wargame.exercises.management.on_record import RecordCommand
from wargame.exercises.verify import world_of


class Command(RecordCommand):
    help = "Rebuild the state tables from the log; with --check only compare, exit 1 if they differ."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("exercise", nargs="?", help="id of the exercise; default: every one")
        parser.add_argument("--check", action="store_true", help="change nothing")
        parser.add_argument("--json", action="store_true", help="print one JSON object instead of lines")

    def handle(self, *args: Any, exercise: str | None, check: bool, **options: Any) -> None:
        ids = [exercise] if exercise else [row.id for row in queries.exercises()]
        with existing_exercise():
            found = {id: _differences(id, repair=not check) for id in ids}
        self._tell(found, check, options["json"])
        if check and any(found.values()):
            raise SystemExit(1)

    def _tell(self, found: dict[str, list[str]], check: bool, as_json: bool) -> None:
        if as_json:
            self.stdout.write(json.dumps({"repaired": not check, "exercises": found}))
            return
        for id, differences in found.items():
            for line in differences:
                self.stdout.write(f"{id}: {line}")
            done = "agrees with its log" if not differences else "differs" if check else "rebuilt"
            self.stdout.write(f"{id}: {done}")


def _differences(exercise_id: str, repair: bool) -> list[str]:
    with transaction.atomic():
        if exercise_id not in sql.lock([exercise_id]):  # nothing is appended meanwhile
            raise NoSuchExercise(exercise_id)
        world = world_of(exercise_id)
        differences = projection.differences(exercise_id, world)
        if repair and differences:
            projection.rebuild(exercise_id, world)
    return differences
