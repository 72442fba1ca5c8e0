"""Observers: they sit in no team, see what everybody may see, and ask for one thing only, that a note be kept.

How many there are and who they are the engine does not know: the door makes their seats as people come.
"""

import re

OBSERVERS = "observer"
"""In the place of a team; their seats are `observer.1`, `observer.2` …"""
_SEAT = re.compile(rf"{OBSERVERS}\.[1-9][0-9]{{0,3}}")


def observes(seat: str) -> bool:
    """Whether this is an observer's seat."""
    return _SEAT.fullmatch(seat) is not None


def observer_seat(number: int) -> str:
    return f"{OBSERVERS}.{number}"


def observer_title(seat: str) -> str:
    """The seat as it is called on screens and in reports: "Observer 2"."""
    return f"Observer {seat.partition('.')[2]}"
