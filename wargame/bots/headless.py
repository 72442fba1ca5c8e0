"""A game in memory, on the engine alone: no record, no people, no waiting. For many games, one after the other."""

import hashlib

from wargame.bots import table
from wargame.bots.policies import Wish, noise
from wargame.bots.table import Sits
from wargame.engine.commands import CONTROL_SEAT, NO_TEXT, Ask, ClosePhase, Command, Setup, StartExercise, TextRef
from wargame.engine.decide import decide
from wargame.engine.dice import Dice
from wargame.engine.due import due
from wargame.engine.events import Event
from wargame.engine.evolve import evolve, start
from wargame.engine.refusals import Refused
from wargame.engine.scenario import Scenario
from wargame.engine.views import Kept
from wargame.engine.world import World

MOMENT = 0.001
"""Seconds from one command to the next: what comes later is later, and no time runs out."""
UNCOMMITTED = "0" * 64
"""Nobody is promised anything about a game that nobody plays."""


class Headless:
    """One game from its StartEx on. The same scenario, set-up and seed give the same game."""

    def __init__(self, scenario: Scenario, setup: Setup, seed: bytes) -> None:
        self.kept = Kept()
        self.world: World = start(scenario, setup)
        self._dice = Dice(seed)
        self._done: set[tuple[str, str]] = set()
        begin = StartExercise(setup, scenario.pack_hash, scenario.rules_hash, UNCOMMITTED)
        self._carry_out(Ask(begin, CONTROL_SEAT, 0.0))

    def ask(self, seat: str, request: str, wish: Wish) -> bool:
        if (seat, request) in self._done:
            return True
        if self._refused(seat, wish.command(_reference, lambda: request[:16])):
            return False
        self._done.add((seat, request))
        return True

    def close(self, command: ClosePhase) -> Refused | None:
        return self._refused(CONTROL_SEAT, command)

    def run_due(self) -> int:
        done = 0
        while asked := due(self.world, self._next):
            self._carry_out(asked[0])
            done += 1
        return done

    @property
    def _next(self) -> float:
        return round(self.world.last_at + MOMENT, 6)

    def _refused(self, seat: str, command: Command) -> Refused | None:
        try:
            self._carry_out(Ask(command, seat, self._next))
        except Refused as refused:
            return refused
        return None

    def _carry_out(self, ask: Ask) -> None:
        for event in decide(self.world, ask, self._dice):
            self.happened(event)
            self.world = evolve(self.world, event, ask.at)

    def happened(self, event: Event) -> None:
        """Called for each event, on the world before it; for whoever watches."""


def play(scenario: Scenario, setup: Setup, seed: bytes, sits: Sits = lambda seat: noise) -> World:
    """The world at the last feedback of a game that bots play in every seat."""
    game = Headless(scenario, setup, seed)
    table.play(game, seed, sits)
    return game.world


def _reference(body: str) -> TextRef:
    return TextRef(hashlib.sha256(body.encode()).hexdigest()) if body else NO_TEXT
