"""What a door hands to the writer, and what it gets back."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import ClassVar

from django.db import InterfaceError, OperationalError

from wargame.engine.commands import Command
from wargame.engine.events import Logged
from wargame.engine.refusals import Refused
from wargame.exercises.texts import Texts

MAKES: Mapping[str, str] = MappingProxyType(
    {
        "SubmitOrder": "order",
        "SendDispatch": "dispatch",
        "CallControl": "call",
        "ProposeAgreement": "agreement",
        "ImproviseInject": "inject",
        "RecordObservation": "observation",
    }
)
"""Commands that make an object, and the field with its id."""


def new_request() -> str:
    """A request id for commands that no browser sent."""
    return secrets.token_hex(16)


@dataclass(frozen=True, slots=True)
class Asked:
    """A command and who asks it. The door knows the seat from cookie or login; the frame never says it."""

    seat: str
    """A seat of the scenario, `control` or `system`."""
    request_id: str
    """32 hex digits, kept by the asker until answered: a repeat gets the first answer."""
    command: Command
    texts: Texts = field(default_factory=Texts)
    """Bodies of the command's `TextRef`s."""
    draft: str = ""
    """The draft that this order was: the order has its id, so it must be one of the team's that nobody submitted."""
    account: int = 0
    """Who of control's people asks, by their account; 0 for everybody else."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a command: events, or a refusal and no events."""

    events: tuple[Logged, ...] = ()
    made: str = ""
    """Id of what the command made."""
    refused: Refused | None = None


AWAY = (OperationalError, InterfaceError)
"""What Django raises while the database cannot be reached, or has too much to do."""


class Unavailable(Exception):
    """The record cannot be reached just now: ask again with the same request id."""

    text: ClassVar[str] = "The record cannot be reached just now. Nothing is lost; try again in a moment."


class NoSuchExercise(LookupError):
    """There is no exercise with this id, or not any more."""


def made_by(command: Command) -> str:
    """Id of what the command makes; "" if it makes nothing."""
    name = MAKES.get(type(command).__name__)
    return getattr(command, name) if name else ""
