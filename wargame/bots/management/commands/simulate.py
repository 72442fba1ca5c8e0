"""`manage.py simulate reassurance_force --runs 4000`: many games without people, and what came of them."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from wargame.bots import balance
from wargame.bots.policies import BY_NAME
from wargame.bots.simulation import Batch, as_json, as_table, simulate, summary
from wargame.cores import cores
from wargame.engine.scenario import Scenario
from wargame.exercises import library
from wargame.exercises.management.arguments import add_setup, chosen_setup
from wargame.exercises.packs import PackError, from_files
from wargame.exercises.packs.files import read_folder
from wargame.exercises.packs.problems import did_you_mean


class Command(BaseCommand):
    help = "Play a scenario many times with bots in every seat, in memory, and tell what came of it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("scenario", help="a folder in scenarios/")
        add_setup(parser)
        parser.add_argument("--runs", type=int, default=100, help="games to play (100)")
        parser.add_argument("--seed", type=int, default=7, help="the same one gives the same games (7)")
        parser.add_argument("--plan", default="", help="the plan of the pack that every seat follows")
        parser.add_argument("--policy", default="noise", choices=BY_NAME, help="without a plan, how seats are played")
        parser.add_argument("--processes", type=int, default=0, help="all cores if not given")
        parser.add_argument("--all", action="store_true", help="every card, team set, clock, plan and character")
        parser.add_argument("--markdown", type=Path, metavar="FILE", help="with --all: write the balance page there")
        parser.add_argument("--json", type=Path, metavar="FILE", help="write the numbers there; - prints them alone")

    def handle(self, *args: Any, scenario: str, runs: int, seed: int, **options: Any) -> None:
        folder = library.folder_of(scenario)
        if folder is None:
            raise CommandError(f"There is no scenario {scenario}; choose a folder of scenarios/.")
        if runs < 1:
            raise CommandError("Play at least one game: --runs 1.")
        try:
            files = read_folder(folder)
            pack = from_files(files)
        except PackError:
            raise CommandError(f"{scenario} fails its checks: see check_scenarios.") from None
        setup = chosen_setup(pack, options)
        if options["all"]:
            self._judge(pack, files, runs, seed, options)
        else:
            self._tell(pack, Batch(files, setup, runs, seed, _plays(pack, options)), options)

    def _tell(self, pack: Scenario, batch: Batch, options: dict[str, Any]) -> None:
        """One batch, in numbers."""
        games = simulate(batch, options["processes"] or cores(), self._progress(batch.runs))
        told = summary(pack, batch, games)
        if options["json"] != Path("-"):
            self.stdout.write(as_table(pack, told))
        self._keep(as_json(told), options["json"])

    def _judge(self, pack: Scenario, files: dict[str, bytes], runs: int, seed: int, options: dict[str, Any]) -> None:
        """Its balance, as a page."""
        if pack.study is None:
            raise CommandError(f"{pack.id} does not say what its balance is judged by: write `study` in plans.yaml.")
        processes = options["processes"] or cores()
        games = balance.play_all(files, runs, seed, processes, self._progress(0))
        found = balance.Findings(pack, pack.study, games)
        where = options["markdown"] or Path("-")
        command = f"manage.py simulate {pack.id} --all --runs {runs} --seed {seed} --markdown {where}"
        self._keep(balance.page(found, seed, command), where)

    def _keep(self, text: str, where: Path | None) -> None:
        if where == Path("-"):
            self.stdout.write(text, ending="")
        elif where is not None:
            where.write_text(text, encoding="utf-8")

    def _progress(self, runs: int) -> Any:
        """A counter on a terminal; nothing where nobody watches. It may hear later of how many games there are."""
        if not sys.stderr.isatty():
            return lambda done, of=runs: None

        def tell(done: int, of: int = runs) -> None:
            self.stderr.write(f"\r{done} of {of} games", ending="\n" if done == of else "")
            self.stderr.flush()

        return tell


def _plays(pack: Scenario, options: dict[str, Any]) -> str:
    if options["plan"] and options["plan"] not in pack.plans:
        near = did_you_mean(options["plan"], pack.plans) or f"; it has {', '.join(pack.plans) or 'none'}"
        raise CommandError(f"{pack.id} has no plan {options['plan']}{near}.")
    return str(options["plan"] or options["policy"])
