"""What the rules read: the true values. (What people may read is `sight`.)"""

from collections.abc import Mapping

from wargame.engine.formula import FormulaError, Scope, Template, Value
from wargame.engine.scenario import Audience
from wargame.engine.sight import course, resolved
from wargame.engine.world import World


def scope_of(world: World, names: Mapping[str, Value] | None = None) -> Scope:
    """Every true value, where the exercise stands, and what one place adds (`actor`, `form.amount`)."""
    return Scope(_values(world, names), world.scenario.derived, world.scenario.feeds)


def _values(world: World, names: Mapping[str, Value] | None) -> dict[str, Value]:
    return {**world.state, **course(world), **(names or {})}


class Recorder(Scope):
    """A scope that remembers what was read and what it was then."""

    __slots__ = ("seen",)

    def __init__(self, world: World, names: Mapping[str, Value] | None = None) -> None:
        """Of `scope_of(world, names)`."""
        super().__init__(_values(world, names), world.scenario.derived, world.scenario.feeds)
        self.seen: dict[str, Value] = {}

    def __getitem__(self, name: str) -> Value:
        value = super().__getitem__(name)
        self.seen.setdefault(name, value)
        return value


def said(world: World, template: Template, scope: Scope) -> str:
    """The text with its values, actors by their names; as it is written, if they cannot be worked out."""
    try:
        return template(scope, world.scenario.names)
    except FormulaError:
        return template.source


def agreement_names(parties: tuple[str, ...], terms: Mapping[str, Value]) -> dict[str, Value]:
    """`party1`, `party2` … and `clause.<id>`."""
    places: dict[str, Value] = {f"party{n}": actor for n, actor in enumerate(parties, start=1)}
    return {**places, **{f"clause.{id}": value for id, value in terms.items()}}


def audience_of(world: World, audience: Audience, actor: str) -> Audience:
    """The audience as events carry it; "actor" is the one who acts."""
    return world.scenario.once(
        ("audience", world.setup.team_set, audience, actor), lambda: _audience_of(world, audience, actor)
    )


def _audience_of(world: World, audience: Audience, actor: str) -> Audience:
    own = f"actor:{actor}" if actor else "control"
    return resolved(world, tuple(own if entry == "actor" else entry for entry in audience))
