"""Sentences about what is given."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from wargame.engine.scenario import Scenario
from wargame.exercises.casebook.table import Table, Wrong, value


def only_rules(table: Table, named: str) -> None:
    """The others rest."""
    table.world = replace(table.world, scenario=_with_rules(table.world.scenario, named.split(", ") if named else []))


def _with_rules(scenario: Scenario, named: list[str]) -> Scenario:
    known = {rule.id for rule in scenario.rules}
    if unknown := [name for name in named if name not in known]:
        raise Wrong(f"there is no rule {', '.join(unknown)}")
    return replace(scenario, rules=tuple(rule for rule in scenario.rules if rule.id in named))


def card(table: Table, kind: str, id: str) -> None:
    choices = getattr(table.world.scenario, f"{kind}s".replace(" ", "_"))
    if id not in choices:
        raise Wrong(f"there is no {kind} {id}; there are {', '.join(choices)}")
    table.set_up(**{kind.replace(" ", "_"): id})


def short_turns(table: Table, months: str) -> None:
    """What a month does is easier to work out than what half a year does."""
    scenario = table.world.scenario
    clock = table.world.clock
    turns = tuple(replace(turn, months=int(months)) for turn in clock.turns)
    table.world = replace(
        table.world, scenario=replace(scenario, clocks={**scenario.clocks, clock.id: replace(clock, turns=turns)})
    )


def umpire(table: Table) -> None:
    table.set_up(mode="umpire")


def die(table: Table, object: str, falls: str) -> None:
    table.dice.falls[object] = float(falls)


def month(table: Table, number: str) -> None:
    table.world = replace(table.world, timer=replace(table.world.timer, month=int(number)))


def given(table: Table, path: str, said: str) -> None:
    if path not in table.world.state:
        raise Wrong(f"there is no value {path}")
    table.give({path: value(said)})


GIVEN: Mapping[re.Pattern[str], Callable[..., None]] = {
    re.compile(r"(?:no rules|only the rules? (.+))"): only_rules,
    re.compile(r"the (clock|start card|rule card|team set) is (\w+)"): card,
    re.compile(r"turns of (\d+) months?"): short_turns,
    re.compile(r"control rules"): umpire,
    re.compile(r"the die for (\S+) falls (\S+)"): die,
    re.compile(r"(\d+) months are over"): month,
    re.compile(r"(\S+) is (\S+)"): given,
}
