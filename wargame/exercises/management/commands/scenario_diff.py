"""`manage.py scenario_diff OLD NEW`: what a new version of a scenario changes, in words a player understands."""

import json
from argparse import ArgumentParser
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from wargame.engine.scenario import Scenario
from wargame.exercises.management.arguments import PACK, pack_in
from wargame.exercises.packs.comparing import Difference, differences


class Command(BaseCommand):
    requires_system_checks = []
    help = "Tell what differs between two packs, or two versions of one."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("old", type=Path, help=PACK)
        parser.add_argument("new", type=Path, help="the same")
        parser.add_argument("--json", action="store_true", help="print one JSON object instead of lines")

    def handle(self, *args: Any, old: Path, new: Path, json: bool, **options: Any) -> None:
        before, after = pack_in(old), pack_in(new)
        found = differences(before, after)
        if json:
            self.stdout.write(_as_json(before, after, found))
            return
        self.stdout.write(f"{after.title} {after.version}, against {before.title} {before.version}")
        for kind, some in groupby(found, key=lambda difference: difference.kind):
            self.stdout.write(f"\n{kind}")
            for difference in some:
                self.stdout.write(f"  {difference}")
        if not found:
            self.stdout.write("Nothing that a player could notice.")


def _as_json(old: Scenario, new: Scenario, found: list[Difference]) -> str:
    names = {"old": f"{old.id} {old.version}", "new": f"{new.id} {new.version}"}
    return json.dumps({**names, "differences": [{**asdict(one), "sentence": str(one)} for one in found]})
