"""That control went back to an earlier point: everybody is told, for what they did since is void."""

from wargame.engine.views.look import Look, Shape, Shapes
from wargame.engine.world import Rewind


def rewinds(look: Look) -> Shapes:
    """By attempt. When the point was is left out: it may be the time of somebody's act."""
    return {str(rewind.attempt): _rewind(look, rewind) for rewind in look.world.rewinds.values()}


def _rewind(look: Look, rewind: Rewind) -> Shape:
    shape: Shape = {"turn": rewind.turn, "phase": rewind.phase, "start": rewind.start, "at": rewind.at}
    reason = look.readable(rewind.reason)
    return {**shape, "reason": reason} if reason else shape
