"""The world as tables: each is one function from a world to rows by key, and projecting is writing what differs.

`Pledge` and `Backstop` need no code in a scenario: variables named `pledge`, `deployed` and `withdrawn` over a set of
actors fill the one, `X_offer.level` with `X_true` and other fields of `X_offer` the other (`us_offer`, `us_true`).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models as django

from wargame.engine.scenario import Audience, Variable
from wargame.engine.units import unit_of
from wargame.engine.world import World
from wargame.exercises import models, sql
from wargame.exercises.codec import canonical

Rows = dict[str, sql.Row]
OFFER, LEVEL, TRUE = "_offer", "_offer.level", "_true"


@dataclass(frozen=True, slots=True)
class Table:
    """A projected table. `rows` is a function of the world's field `reads` (and the scenario) alone."""

    model: type[django.Model]
    reads: str
    columns: tuple[str, ...]
    rows: Callable[[World], Rows]


def project(exercise_id: str, before: World | None, after: World) -> None:
    """Write what the step from `before` (none: nothing is there yet) to `after` changes."""
    for table in TABLES:
        if before is not None and getattr(before, table.reads) is getattr(after, table.reads):
            continue
        _write(exercise_id, table, table.rows(before) if before else {}, table.rows(after))


def rebuild(exercise_id: str, world: World) -> None:
    """Write all tables of the exercise anew."""
    for table in TABLES:
        table.model._default_manager.filter(exercise_id=exercise_id).delete()
        _write(exercise_id, table, {}, table.rows(world))


def differences(exercise_id: str, world: World) -> list[str]:
    """Where the tables are not what the world says: `Variable front: value is 3.0, should be 3.5`."""
    return [line for table in TABLES for line in _differences(exercise_id, table, table.rows(world))]


def _write(exercise_id: str, table: Table, before: Rows, after: Rows) -> None:
    changed = [(exercise_id, key, *row) for key, row in after.items() if before.get(key) != row]
    sql.upsert(table.model, ("exercise_id", "key", *table.columns), changed)
    if gone := [key for key in before if key not in after]:
        sql.delete(table.model, exercise_id, gone)


def _differences(exercise_id: str, table: Table, wanted: Rows) -> Iterable[str]:
    name = table.model.__name__
    found = {row[0]: row[1:] for row in _stored(exercise_id, table)}
    for key in sorted(wanted.keys() | found.keys()):
        if key not in found:
            yield f"{name} {key}: missing"
        elif key not in wanted:
            yield f"{name} {key}: should not be there"
        else:
            for column, is_now, should in zip(table.columns, found[key], wanted[key], strict=True):
                if is_now != should:
                    yield f"{name} {key}: {column} is {is_now}, should be {should}"


def _stored(exercise_id: str, table: Table) -> Iterable[sql.Row]:
    as_json = {name for name in table.columns if isinstance(table.model._meta.get_field(name), django.JSONField)}
    rows = table.model._default_manager.filter(exercise_id=exercise_id).values("key", *table.columns)
    for row in rows:
        yield (row["key"], *(canonical(row[name]) if name in as_json else row[name] for name in table.columns))


# One function a table


def _sources(world: World) -> Rows:
    return {source.id: (source.title, source.date, source.note) for source in world.scenario.sources.values()}


def _actors(world: World) -> Rows:
    return {
        actor.id: (actor.name, world.team_of(actor.id), actor.stance, actor.constraint, actor.authorisation)
        for actor in world.scenario.actors.values()
    }


def _variables(world: World) -> Rows:
    return {path: _variable(v, world.state[path]) for path, v in world.scenario.variables.items()}


def _variable(variable: Variable, value: Any) -> sql.Row:
    return (variable.group, variable.name, unit_of(variable.unit), canonical(value), _public(variable.see))


def _pledges(world: World) -> Rows:
    members = {v.member for v in world.scenario.variables.values() if v.group == "pledge" and v.member}
    groups = ("pledge", "deployed", "withdrawn")
    return {member: tuple(_number(world, f"{group}.{member}") for group in groups) for member in members}


def _backstops(world: World) -> Rows:
    owners = [path.removesuffix(LEVEL) for path in world.scenario.variables if path.endswith(LEVEL)]
    return {owner: _backstop(world, owner) for owner in owners}


def _backstop(world: World, owner: str) -> sql.Row:
    true = world.scenario.variables.get(owner + TRUE)
    group = owner + OFFER
    conditions = {
        path.removeprefix(f"{group}."): world.state[path]
        for path, variable in world.scenario.variables.items()
        if variable.group == group and path != owner + LEVEL
    }
    return (
        _number(world, owner + LEVEL),
        _number(world, true.path) if true else None,
        canonical(conditions),
        " ".join(true.see) if true else "",
    )


def _red_lines(world: World) -> Rows:
    return {
        line.id: (
            line.owner,
            line.crossed.source,
            line.consequence,
            world.red_lines.get(line.id, "open"),
            _public(line.see),
        )
        for line in world.scenario.red_lines.values()
    }


def _agreements(world: World) -> Rows:
    return {
        text.id: (
            text.template,
            canonical(list(text.parties)),
            canonical(dict(text.terms)),
            text.version,
            canonical(dict(text.signed)),
            text.status,
        )
        for text in world.agreements.values()
    }


def _number(world: World, path: str) -> float:
    value = world.state.get(path, 0.0)
    return 0.0 if isinstance(value, str) else float(value)


def _public(audience: Audience) -> bool:
    return "all" in audience


TABLES = (
    Table(models.Source, "scenario", ("title", "date", "note"), _sources),
    Table(models.Actor, "setup", ("name", "team", "stance", "constraint", "authorisation"), _actors),
    Table(models.Variable, "state", ("group", "name", "unit", "value", "public"), _variables),
    Table(models.Pledge, "state", ("promised", "deployed", "withdrawn"), _pledges),
    Table(models.Backstop, "state", ("declared", "true", "conditions", "decides"), _backstops),
    Table(models.RedLine, "red_lines", ("owner", "condition", "consequence", "status", "public"), _red_lines),
    Table(
        models.Agreement,
        "agreements",
        ("template", "parties", "terms", "version", "signed", "status"),
        _agreements,
    ),
)
