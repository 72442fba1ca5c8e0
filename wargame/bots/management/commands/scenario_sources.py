"""`manage.py scenario_sources reassurance_force`: each fact of a pack, with the places where it acts."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from wargame.bots.acted import acted_in_games
from wargame.engine.scenario import Scenario
from wargame.exercises.book.page import Link
from wargame.exercises.book.sources import rests
from wargame.exercises.management.arguments import PACK, pack_in


class Command(BaseCommand):
    requires_system_checks = []
    help = "List each fact with the places where it acts; exit 1 if one acts nowhere."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("scenario", type=Path, help=PACK)
        parser.add_argument("--games", type=int, default=3, help="seeded games by bots on each start card (default: 3)")
        parser.add_argument("--json", action="store_true", help="print one JSON object instead of lines")

    def handle(self, *args: Any, scenario: Path, games: int, json: bool, **options: Any) -> None:
        pack = pack_in(scenario)
        acted = acted_in_games(pack, range(games))
        told = {fact: _places(links, acted) for fact, links in _links(pack).items()}
        self.stdout.write(_as_json(pack, told) if json else _as_lines(pack, told))
        if not all(acts for acts, _ in told.values()):
            raise SystemExit(1)


Places = tuple[list[Link], list[Link]]
"""Where a fact acted, and where it is named and nothing came of it in these games."""


def _places(links: list[Link], acted: set[str]) -> Places:
    return [link for link in links if link.to in acted], [link for link in links if link.to not in acted]


def _links(pack: Scenario) -> dict[str, list[Link]]:
    found = rests(pack)
    return {fact: found.get(fact, []) for fact in pack.facts}


def _as_lines(pack: Scenario, told: dict[str, Places]) -> str:
    lines = [f"{pack.title} {pack.version}"]
    for fact, (acts, idle) in told.items():
        lines.append(f"\n{fact}  {pack.facts[fact].text}")
        lines += [f"  {link.to}: {link.text}" for link in acts]
        lines += [f"  ({link.to}: {link.text}; not in these games)" for link in idle]
    without = [fact for fact, (acts, _) in told.items() if not acts]
    lines.append(f"\n{len(told)} facts, {len(without)} without a place{': ' if without else ''}{', '.join(without)}")
    return "\n".join(lines)


def _as_json(pack: Scenario, told: dict[str, Places]) -> str:
    facts = {
        fact: {
            "text": pack.facts[fact].text,
            "sources": pack.facts[fact].sources,
            "acts": [{"place": link.to, "title": link.text} for link in acts],
            "named_only": [{"place": link.to, "title": link.text} for link in idle],
        }
        for fact, (acts, idle) in told.items()
    }
    return json.dumps({"scenario": pack.id, "version": pack.version, "facts": facts})
