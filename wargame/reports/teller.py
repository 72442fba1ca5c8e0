"""What the sections of the report share: one reader's view of one world, and how things in it are called.

Everything comes from `engine.views` for the profile's viewer: the report has no second opinion on who may see what.
Only texts that the viewer may read are looked up.
"""

from collections.abc import Collection, Iterable, Sequence
from functools import cached_property
from typing import Any

from wargame.engine.commands import TextRef
from wargame.engine.events import Logged
from wargame.engine.observers import observer_title, observes
from wargame.engine.views import may_read, merged, view_for
from wargame.engine.world import World
from wargame.reports.profiles import Profile
from wargame.reports.record import Json, Record
from wargame.reports.wording import said

ERASED = "(Erased on request.)"


class Teller:
    """One reader, one world: the present one, or one that a rewind left."""

    def __init__(
        self, record: Record, profile: Profile, world: World, log: Sequence[Logged], letter: str = "", turn: int = 1
    ) -> None:
        self.record, self.profile, self.world, self.log = record, profile, world, log
        self.letter, self.turn = letter, turn
        self.view: Json = merged(view_for(world, profile.viewer))
        self.texts = record.read([ref for ref in world.texts if may_read(world, profile.viewer, ref)])

    @property
    def for_control(self) -> bool:
        return self.profile.id == "control"

    def team(self, team: str) -> str:
        return str(self.view["teams"].get(team, {"name": "Control"})["name"])

    def actor(self, actor: str) -> str:
        return str(self.view["actors"].get(actor, {"name": actor})["name"])

    def seat(self, seat: str) -> str:
        """Team and office, or which observer; never a person."""
        if observes(seat):
            return observer_title(seat)
        for team in self.view["teams"].values():
            if seat in team["seats"]:
                return f"{team['name']}, {team['seats'][seat]['title']}"
        return "Control"

    def audience(self, to: Iterable[str]) -> str:
        return ", ".join(self._addressee(one) for one in to)

    def _addressee(self, one: str) -> str:
        kind, _, name = one.partition(":")
        if kind == "team":
            return self.team(name)
        return self.seat(name) if kind == "seat" else {"all": "all teams"}.get(one, one)

    def text(self, ref: str) -> str:
        """The body of a text; a sentence in its place if it was erased."""
        return self.texts.get(TextRef(ref), ERASED) if ref else ""

    def value(self, path: str, value: Any) -> str:
        """A value of the model in its own format: its unit, its decimals, actors by their names."""
        scenario = self.world.scenario
        known = scenario.variables.get(path) or scenario.derived.get(path)
        if known is None:
            return said(value)
        if isinstance(value, str):
            return scenario.names.get(value, value.replace("_", " ").lower())
        return said(value, known.unit, known.places)

    def name_of(self, path: str) -> str:
        """What a value is called where it stands alone."""
        scenario = self.world.scenario
        return scenario.name_of(path) if path in scenario.variables else str(self.view["variables"][path]["name"])

    def source(self, provenance: Json) -> str:
        """Where a number comes from."""
        return ", ".join(provenance["facts"]) if provenance["kind"] == "sourced" else str(provenance["kind"])

    def sorted(self, key: str) -> list[tuple[str, Json]]:
        """A map of the view, as it is told."""
        return sorted(self.view.get(key, {}).items(), key=lambda item: (item[1].get("order", 0), item[0]))

    def dated(self, key: str) -> list[tuple[str, Json]]:
        """A map of the view, by when things happened."""
        return sorted(self.view.get(key, {}).items(), key=lambda item: (item[1].get("at", 0.0), item[0]))

    def keep(self, key: str, ids: Collection[str]) -> None:
        """Tell only these of a map of the view."""
        self.view[key] = {id: shape for id, shape in self.view.get(key, {}).items() if id in ids}

    @cached_property
    def issued(self) -> dict[str, Json]:
        """Rulings that hold, in order."""
        return {key: ruling for key, ruling in self.sorted("rulings") if ruling["status"] == "issued"}

    @cached_property
    def ruling_marks(self) -> dict[str, str]:
        """R1, R2 …: by which a ruling is found in its register. Drifts have a table of their own."""
        told = [key for key, ruling in self.issued.items() if ruling["kind"] != "drift"]
        return {key: f"{self.letter}R{n}" for n, key in enumerate(told, 1)}
