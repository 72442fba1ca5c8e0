"""The picture: variables and derived values as this viewer knows them, and the red lines.

A value is known in one of three ways: exactly, as the team's own estimate (a range), or in a word. What a wider circle
knows as well is not said again in a narrower one.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import Any, Literal

from wargame.engine.formula import FormulaError, Scope, Value
from wargame.engine.scenario import Audience, Derived, Estimate, RedLine, Scenario, Variable
from wargame.engine.sight import CONTROL_VIEWER, Viewer, may_see, sight
from wargame.engine.views.exercise import provenance
from wargame.engine.views.look import Look, Shape, Shapes
from wargame.engine.world import World

How = Literal["", "value", "estimate"]
NOTHING: Mapping[str, Any] = {}


@dataclass(frozen=True, slots=True)
class Known:
    """A variable that this circle adds to the wider ones, with all that never changes about it."""

    variable: Variable
    how: How
    fixed: Shape


def variables(look: Look) -> Shapes:
    if not knows_of_its_own(look):
        return {}
    known = look.keep("known", (), lambda: _known(look))
    past = look.keep("past", (look.world.history, look.world.believed), lambda: _past(look, known))
    return {
        **{k.variable.path: _variable(look, k, past.get(k.variable.path)) for k in known if _has(look, k)},
        **_derived_shapes(look),
    }


def knows_of_its_own(look: Look) -> bool:
    """Whether the pack gives this circle a value that wider ones do not have; few seats have one."""
    return look.named("values", lambda: _audiences(look.world.scenario))


def _audiences(scenario: Scenario) -> Iterator[Audience]:
    for variable in scenario.variables.values():
        yield variable.see
        if variable.estimate:
            yield variable.estimate.audience
    for derived in scenario.derived.values():
        yield from (derived.see, derived.words_to)


def exactly(world: World, viewer: Viewer, path: str) -> bool:
    """Whether this viewer knows a variable's true value: now by right, after EndEx like everybody."""
    variable = world.scenario.variables.get(path)
    return variable is not None and (world.status == "ended" or may_see(world, viewer, variable.see))


def circle(look: Look, path: str) -> int | None:
    """The widest circle that knows anything of a value: exactly, an estimate, a word; none if this viewer does not."""
    world = look.world
    if path in world.scenario.derived:
        levels = _derived_levels(look, world.scenario.derived[path])
        return min((level for level in levels if level is not None), default=None)
    variable = world.scenario.variables[path]
    return next((n for n, viewer in enumerate(look.chain) if _how(world, viewer, variable)), None)


def _how(world: World, viewer: Viewer, variable: Variable) -> How:
    if exactly(world, viewer, variable.path):
        return "value"
    estimate = variable.estimate
    return "estimate" if estimate and viewer.team and may_see(world, viewer, estimate.audience) else ""


def _known(look: Look) -> tuple[Known, ...]:
    world, found = look.world, []
    for order, variable in enumerate(world.scenario.variables.values()):
        ways = [_how(world, viewer, variable) for viewer in look.chain]
        if ways[-1] and ways[-1] not in ways[:-1]:
            found.append(Known(variable, ways[-1], _fixed(look, variable, order, ways[-1])))
    return tuple(found)


def _fixed(look: Look, variable: Variable, order: int, how: How) -> Shape:
    shape: Shape = {
        "name": variable.name,
        "unit": variable.unit,
        "group": variable.group,
        "member": variable.member,
        "kind": variable.kind,
        "low": variable.low,
        "high": variable.high,
        "places": variable.places,
        "definition": variable.definition,
        "provenance": provenance(variable.provenance),
        "key": variable.key,
        "order": order,
        "secret": "" if how == "estimate" else _secret(look, variable.see),
    }
    if look.control:
        shape["public"] = _in_public(variable)
    if look.control and variable.choices:
        shape["choices"] = list(variable.choices)
    return shape


def _secret(look: Look, see: Audience) -> str:
    """Who else knows it: the lock that the screen draws."""
    if "all" in see or (look.revealed and not look.control):
        return ""
    if see == ("control",):
        return "control"
    return "seat" if all(who.startswith("seat:") for who in see) else "team"


def _in_public(variable: Variable) -> str:
    if "all" in variable.see:
        return "the same"
    return "each team’s own estimate" if variable.estimate else "nothing"


def _has(look: Look, known: Known) -> bool:
    world, path = look.world, known.variable.path
    return path in (world.state if known.how == "value" else world.estimates.get(look.viewer.team, {}))


def _variable(look: Look, known: Known, past: Mapping[str, Value] | None) -> Shape:
    shape = known.fixed.copy()
    path, estimate = known.variable.path, known.variable.estimate
    if known.how == "value":
        shape["value"] = look.world.state[path]
    elif estimate:
        centre = look.world.estimates[look.viewer.team][path]
        shape["estimate"] = _band(centre, estimate, known.variable)
    if past:
        shape["history"] = past
    return shape


def _band(centre: float, estimate: Estimate, variable: Variable) -> Shape:
    """Two spreads to either side: about nineteen in twenty truths lie within."""

    def bound(raw: float) -> float:
        stepped = round(raw / estimate.step) * estimate.step if estimate.step else raw
        return round(min(max(stepped, variable.low), variable.high), 6)

    return {"low": bound(centre - 2 * estimate.spread), "high": bound(centre + 2 * estimate.spread)}


def _past(look: Look, known: tuple[Known, ...]) -> dict[str, dict[str, Value]]:
    """By path, then turn: what this viewer could see of it then."""
    world, team = look.world, look.viewer.team
    found: dict[str, dict[str, Value]] = {}
    for turn, values in world.history.items():
        believed = world.believed.get(turn, {}).get(team, {})
        for k in known:
            path = k.variable.path
            seen = values.get(path) if k.how == "value" else believed.get(path)
            if seen is not None:
                found.setdefault(path, {})[str(turn)] = seen
    return found


# Derived values


@dataclass(frozen=True, slots=True)
class Reading:
    """What a viewer makes of one derived value at one moment: a value or a word."""

    value: Value
    word: bool = False


def _derived_shapes(look: Look) -> Shapes:
    own = look.keep("own derived", (), lambda: _own_derived(look))
    if not own:
        return {}
    past = look.keep("past readings", (look.world.history, look.world.believed), lambda: _past_readings(look, own))
    shapes = {}
    for path, reading in _readings(look.world, look.chain, own, cache(partial(_scope_now, look))).items():
        shape = own[path].fixed | {"word" if reading.word else "value": reading.value}
        if history := {str(turn): then[path].value for turn, then in past.items() if path in then}:
            shape["history"] = history
        shapes[path] = shape
    return shapes


@dataclass(frozen=True, slots=True)
class OwnDerived:
    derived: Derived
    fixed: Shape


def _own_derived(look: Look) -> dict[str, OwnDerived]:
    """Those that this circle may read otherwise than the wider ones: it knows more of what they read, or is named."""
    scenario = look.world.scenario
    known = {_root(k.variable.path) for k in look.keep("known", (), lambda: _known(look))}
    found = {}
    for order, derived in enumerate(scenario.derived.values(), len(scenario.variables)):
        levels = (None, None) if derived.inner else _derived_levels(look, derived)
        if look.depth in levels or (levels != (None, None) and not known.isdisjoint(_roots(scenario, derived))):
            found[derived.path] = OwnDerived(derived, _derived_fixed(look, derived, order))
    return found


def _roots(scenario: Scenario, derived: Derived) -> Iterator[str]:
    """The first names of all that it is made from, through other derived values too."""
    for name in derived.formula.reads:
        if name in scenario.derived:
            yield from _roots(scenario, scenario.derived[name])
        else:
            yield _root(name)


def _root(path: str) -> str:
    return path.partition(".")[0]


def _derived_levels(look: Look, derived: Derived) -> tuple[int | None, int | None]:
    """The widest circles that may read the number, and the word."""
    return look.model_level(derived.see), look.level(derived.words_to) if derived.words else None


def _derived_fixed(look: Look, derived: Derived, order: int) -> Shape:
    shape: Shape = {
        "name": derived.name,
        "unit": derived.unit,
        "group": derived.path,
        "kind": "derived",
        "low": derived.low,
        "high": derived.high,
        "places": derived.places,
        "definition": derived.definition,
        "provenance": provenance(derived.provenance),
        "key": derived.key,
        "order": order,
        "secret": _secret(look, derived.see) if look.model_level(derived.see) is not None else "",
    }
    if look.control:
        shape["public"] = _derived_in_public(derived)
    return shape


def _derived_in_public(derived: Derived) -> str:
    if "all" in derived.see:
        return "the same, as far as it can be reckoned"
    return "a word" if derived.words and "all" in derived.words_to else "nothing"


def _readings(
    world: World, chain: tuple[Viewer, ...], own: Mapping[str, OwnDerived], scope_of: Callable[[Viewer], Scope]
) -> dict[str, Reading]:
    """What the last of the chain reads, where the one before reads something else."""
    found = {}
    for path, one in own.items():
        reading = _read(world, chain[-1], one.derived, scope_of)
        if reading and (len(chain) == 1 or reading != _read(world, chain[-2], one.derived, scope_of)):
            found[path] = reading
    return found


def _read(world: World, viewer: Viewer, derived: Derived, scope_of: Callable[[Viewer], Scope]) -> Reading | None:
    """The number from what the viewer knows, where that suffices; else the word made from the truth."""
    ended = world.status == "ended"
    if ended or may_see(world, viewer, derived.see):
        with suppress(FormulaError):
            value = scope_of(CONTROL_VIEWER if ended else viewer)[derived.path]
            return Reading(round(value, 6) if isinstance(value, float) else value)
    if derived.words and may_see(world, viewer, derived.words_to):
        with suppress(FormulaError):
            return Reading(_word(derived, scope_of(CONTROL_VIEWER)[derived.path]), word=True)
    return None


def _word(derived: Derived, value: Value) -> str:
    return next((word for bound, word in derived.words if float(value) <= bound), derived.words[-1][1])


def _scope_now(look: Look, viewer: Viewer) -> Scope:
    """What a viewer of the chain, or control, may read now."""
    chain = (viewer,) if viewer not in look.chain else look.chain[: look.chain.index(viewer) + 1]
    return replace(look, chain=chain).scope()


def _past_readings(look: Look, own: Mapping[str, OwnDerived]) -> dict[int, dict[str, Reading]]:
    """By turn. What was read of a turn stays, unless its values or what the team believed of it change."""
    world, team = look.world, look.viewer.team
    found = {}
    for turn, values in world.history.items():
        reads = (values, world.believed.get(turn, NOTHING).get(team, NOTHING), world.unplayed)
        found[turn] = look.keep(f"readings of {turn}", reads, partial(_readings_of, look, turn, own))
    return found


def _readings_of(look: Look, turn: int, own: Mapping[str, OwnDerived]) -> dict[str, Reading]:
    then = _as_it_was(look.world, turn)
    return _readings(then, look.chain, own, cache(lambda viewer: sight(then, viewer, look.reach(viewer))))


def _as_it_was(world: World, turn: int) -> World:
    """The world at the end of a turn, as far as values go."""
    months = sum(spec.months for spec in world.clock.turns[:turn])
    return replace(
        world,
        state=world.history[turn],
        estimates=world.believed.get(turn, {}),
        timer=replace(world.timer, turn=turn, month=months),
    )


# Red lines


def red_lines(look: Look) -> Shapes:
    lines = look.world.scenario.red_lines.values()
    if not look.named("red lines", lambda: (line.see for line in lines)):
        return {}
    return {
        line.id: _red_line(look, line, n) for n, line in enumerate(lines) if look.model_level(line.see) == look.depth
    }


def _red_line(look: Look, line: RedLine, order: int) -> Shape:
    return {
        "owner": line.owner,
        "title": line.title,
        "consequence": line.consequence,
        "status": look.world.red_lines.get(line.id, "open"),
        "binds_owner": line.binds_owner,
        "facts": list(line.facts),
        "order": order,
        "secret": _secret(look, line.see),
    }
