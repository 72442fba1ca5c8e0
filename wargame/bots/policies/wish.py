"""What policies are made of: a view comes in, wishes go out."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from wargame.bots.whim import Whim
from wargame.engine import commands as c

View = Mapping[str, Any]
"""A seat's view, its parts merged."""
Write = Callable[[str], c.TextRef]
"""Keeps a text and gives its reference."""
NewId = Callable[[], str]


@dataclass(frozen=True, slots=True)
class Wish:
    """Something a bot wants to do, and why in one sentence."""

    key: str
    """What it is, by name: asked twice in a turn, it is carried out once."""
    command: Callable[[Write, NewId], c.Command]
    why: str


Policy = Callable[[View, Whim], Iterator[Wish]]


def decides(view: View) -> bool:
    """Whether this seat gives its team's orders; in a team that nobody leads, the first seat does."""
    seats = view["teams"][view["you"]["team"]]["seats"]
    leading = [seat for seat, entry in seats.items() if entry["leads"]]
    first = min(seats, key=lambda seat: (seats[seat]["order"], seat))
    return bool(view["you"]["seat"] in (leading or [first]))


def own_actors(view: View) -> set[str]:
    """The actors that this seat's team plays."""
    return set(view["teams"][view["you"]["team"]]["actors"])


def progress(view: View) -> float:
    """How far the exercise is, from 0 to 1 in its last turn."""
    turn, turns = int(view["timer"]["turn"]), len(view["timer"]["turns"])
    return (turn - 1) / max(1, turns - 1)
