"""`manage.py play_bots first_steps --seed 7`: a whole exercise by bots, through the real services."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import CommandError

from wargame.bots.runner import play
from wargame.engine.refusals import Refused
from wargame.engine.scenario import MODES
from wargame.exercises import library, services, worlds
from wargame.exercises.bot_policies import POLICIES
from wargame.exercises.management.arguments import add_setup, chosen_setup
from wargame.exercises.management.on_record import RecordCommand


class Command(RecordCommand):
    help = "Play a scenario to its end with a bot in every seat; the last line names the exercise."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("scenario", help="a folder in scenarios/")
        parser.add_argument("--seed", type=int, required=True, help="any number; the same one plays the same game")
        add_setup(parser)
        parser.add_argument("--policy", default="noise", choices=POLICIES, help="how every seat is played")
        parser.add_argument("--mode", default="engine", choices=MODES)
        parser.add_argument("--json", action="store_true", help="print one JSON object instead")

    def handle(self, *args: Any, scenario: str, seed: int, mode: Any, **options: Any) -> None:
        found = library.choices().get(scenario)
        if found is None:
            raise CommandError(f"There is no scenario {scenario}, or it fails its checks: see check_scenarios.")
        setup = chosen_setup(found, options, mode=mode)
        try:
            row = services.open_exercise(scenario, f"{found.title}, bots, seed {seed}", setup)
            play(row.id, seed, options["policy"])
        except Refused as refused:
            raise CommandError(refused.text) from None
        self._tell(row.id, options["json"])

    def _tell(self, exercise_id: str, as_json: bool) -> None:
        loaded = worlds.catch_up(exercise_id)
        result = {
            "exercise": exercise_id,
            "turns": loaded.world.timer.turn,
            "orders": len(loaded.world.orders),
            "rulings": len(loaded.world.rulings),
            "injects": sum(inject.status == "fired" for inject in loaded.world.injects.values()),
            "agreements": len(loaded.world.agreements),
            "events": loaded.seq,
            "head_hash": loaded.hash,
        }
        if as_json:
            self.stdout.write(json.dumps(result))
            return
        for name in ("turns", "orders", "rulings", "injects", "agreements", "events"):
            self.stdout.write(f"{name} {result[name]}")
        self.stdout.write(f"exercise {exercise_id}")
