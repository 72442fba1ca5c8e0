"""What lies before the reader of a case: a world in planning, dice that fall as they are told, and hands."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from wargame.engine import commands as c
from wargame.engine.adjudication.pipeline import waits_for_control
from wargame.engine.commands import CONTROL_SEAT, SYSTEM_SEAT, Ask, Command, Setup, TextRef
from wargame.engine.decide import decide
from wargame.engine.dice import Dice
from wargame.engine.events import PhaseOpened
from wargame.engine.evolve import evolve, start
from wargame.engine.formula import Value
from wargame.engine.phases import windows
from wargame.engine.scenario import ALL, Phase, Scenario
from wargame.engine.tickets import Ticket
from wargame.engine.world import Agreement, Timer, World

WHY = TextRef("f" * 64)
"""Stands for every text: no rule reads one."""


class Wrong(Exception):
    """The rules do not agree with a sentence, or nobody understands it."""


class SetDice(Dice):
    """Dice that fall as the case says: 0.5, if it says nothing. All draws of one object fall alike."""

    def __init__(self) -> None:
        super().__init__(b"casebook")
        self.falls: dict[str, float] = {}

    def draw(self, attempt: int, turn: int, month: int, kind: str, object: str, n: int = 0) -> float:
        return self.falls.get(object, 0.5)


@dataclass
class Table:
    """Changed by each sentence."""

    world: World
    dice: SetDice = field(default_factory=SetDice)
    made: int = 0
    """How many things have been made: the next one's id."""

    @classmethod
    def of(cls, scenario: Scenario) -> "Table":
        """Planning of turn 1 with the first of all cards; decks are not dealt, so secrets stand at their start."""
        return cls(begun(scenario, first_setup(scenario)))

    def ask(self, seat: str, command: Command) -> None:
        """Raises `Refused`."""
        for event in decide(self.world, Ask(command, seat, 0.0), self.dice):
            self.world = evolve(self.world, event, 0.0)

    def control(self, command: Command) -> None:
        self.ask(CONTROL_SEAT, command)
        self.adjudicate()

    def phase(self, turn: int, phase: Phase) -> None:
        self.world = evolve(self.world, PhaseOpened(ALL, turn, phase, None), 0.0)

    def adjudicate(self) -> None:
        """As far as it goes without people."""
        while not (waits_for_control(self.world) or windows(self.world) or self.world.adjudicated):
            self.ask(SYSTEM_SEAT, c.Adjudicate(self.world.timer.turn, self.world.attempt))

    def set_up(self, **choices: str) -> None:
        """Begin anew with another card, team set or mode. Values given before are kept."""
        before, scenario = self.world, self.world.scenario
        given = {path: value for path, value in before.state.items() if value != self._start(path)}
        setup = replace(before.setup, **choices)  # type: ignore[arg-type]  # the sentences name real fields
        self.world = begun(scenario, setup)
        self.give(given)

    def give(self, values: Mapping[str, Value]) -> None:
        self.world = replace(self.world, state={**self.world.state, **values})

    def next_id(self) -> str:
        self.made += 1
        return f"o{self.made}"

    def leader(self, actor: str) -> str:
        """The seat that orders and signs for an actor."""
        for team in self.world.teams:
            if actor in team.actors:
                return next(seat.id for seat in team.seats if seat.leads)
        raise Wrong(f"nobody plays {actor}")

    def tickets(self, rule: str) -> list[Ticket]:
        """The rulings of a rule or an order so far, oldest first."""
        return [t for t in self.world.rulings.values() if t.rule == rule and t.kind != "arrival"]

    def last(self, rule: str) -> Ticket:
        if not (found := self.tickets(rule)):
            raise Wrong(f"there is no ruling on {rule}")
        return found[-1]

    def agreements(self, template: str) -> list[Agreement]:
        """Those of a kind, oldest first."""
        return [a for a in self.world.agreements.values() if a.template == template]

    def proposed(self, name: str) -> str:
        """The id of the proposal that control calls `incident` or `talk of N`."""
        found = [id for id in self.world.proposed if called(self.world.rulings[id]) == name]
        if len(found) != 1:
            raise Wrong(f"{len(found)} proposals are called {name}")
        return found[0]

    def _start(self, path: str) -> Value:
        return self.world.scenario.variables[path].start[self.world.setup.start_card]


def called(ticket: Ticket) -> str:
    """What control calls a proposal."""
    return f"{ticket.rule} of {ticket.actor}" if ticket.kind == "order" else ticket.subject


def first_setup(scenario: Scenario) -> Setup:
    return Setup(
        clock=next(iter(scenario.clocks)),
        start_card=next(iter(scenario.start_cards)),
        rule_card=next(iter(scenario.rule_cards)),
        team_set=next(iter(scenario.team_sets)),
        mode="engine",
    )


def begun(scenario: Scenario, setup: Setup) -> World:
    """Planning of the first turn."""
    world = start(scenario, setup)
    return replace(world, status="running", timer=Timer(1, "planning"), history={0: world.state})


def value(text: str) -> Value:
    """As a casebook writes it."""
    if text in ("yes", "no"):
        return text == "yes"
    if re.fullmatch(r"-?\d+", text):
        return int(text)
    return float(text) if re.fullmatch(r"-?\d*\.\d+", text) else text


@dataclass(frozen=True)
class About:
    """A number as far as it is written: `about 0.35` is what rounds to it."""

    written: str

    def agrees(self, found: float) -> bool:
        places = len(self.written.partition(".")[2])
        return abs(found - float(self.written)) <= 0.5 * 10.0**-places + 1e-9

    def __str__(self) -> str:
        return f"about {self.written}"


def number(text: str) -> float | About:
    """`0.35`, or `about 0.35`."""
    return About(text.removeprefix("about ")) if text.startswith("about ") else float(text)


def pairs(text: str) -> dict[str, Value]:
    """`strength 2, amount 10`"""
    return {name: value(said) for name, said in (pair.split(maxsplit=1) for pair in text.split(", "))} if text else {}
