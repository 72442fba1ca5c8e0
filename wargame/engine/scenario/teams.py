"""Who acts and who plays: actors, teams and seats."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Actor:
    """A state or body that acts: orders, money, capital and red lines belong to it."""

    id: str
    name: str
    letters: str
    stance: str = ""
    constraint: str = ""
    authorisation: str = ""
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Seat:
    """A place in a team: an office, never a person. `leads` may submit for the team and sign."""

    id: str
    """Unique in the scenario: `team.office`."""
    team: str
    title: str
    initials: str
    leads: bool = False
    brief: str = ""
    """Markdown."""


@dataclass(frozen=True, slots=True)
class Team:
    """A set of actors that shares a room."""

    id: str
    name: str
    letters: str
    slot: int
    """1 to 16: colour and outline; those above eight come again, in italics."""
    actors: tuple[str, ...]
    seats: tuple[Seat, ...]
    brief: str = ""
    """Markdown."""
    aim: str = ""


@dataclass(frozen=True)
class TeamSet:
    """One way to divide the actors among teams."""

    id: str
    title: str
    teams: tuple[Team, ...]
    players: str = ""

    @cached_property
    def team(self) -> Mapping[str, Team]:
        """By id."""
        return {team.id: team for team in self.teams}

    @cached_property
    def seat(self) -> Mapping[str, Seat]:
        """By id."""
        return {seat.id: seat for team in self.teams for seat in team.seats}

    @cached_property
    def team_of(self) -> Mapping[str, str]:
        """By actor the id of the team that plays it; those that control plays are not there."""
        return {actor: team.id for team in self.teams for actor in team.actors}
