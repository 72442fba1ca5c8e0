"""Red lines: how each stands by its formulas."""

from wargame.engine.adjudication.truth import audience_of
from wargame.engine.events import RedLineMoved, RedLineStatus
from wargame.engine.formula import FormulaError, Scope
from wargame.engine.scenario import RedLine
from wargame.engine.world import World


def moved(world: World, scope: Scope) -> tuple[RedLineMoved, ...]:
    """Red lines that stand otherwise than the world has them; `scope` has its true values."""
    now = {line.id: status(line, scope, world.red_lines[line.id]) for line in world.scenario.red_lines.values()}
    return tuple(
        RedLineMoved(audience_of(world, line.see, line.owner), line.id, now[line.id])
        for line in world.scenario.red_lines.values()
        if now[line.id] != world.red_lines[line.id]
    )


def status(line: RedLine, scope: Scope, before: RedLineStatus) -> RedLineStatus:
    """How the line stands; as before, if that cannot be worked out."""
    try:
        if line.crossed.holds(scope):
            return "crossed"
        return "near" if line.near is not None and line.near.holds(scope) else "open"
    except FormulaError:
        return before
