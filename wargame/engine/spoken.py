"""Times as people say them."""

from wargame.engine.world import Moment


def span(seconds: float) -> str:
    """A stretch of time as read aloud: `5 min`, `1:30 min`."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min" if not rest else f"{minutes}:{rest:02d} min"


def moment_words(moment: Moment) -> str:
    """Where it lies in the turns: `turn 2, planning, 3 min in`."""
    return f"turn {moment.turn}, {moment.phase}, {span(moment.offset)} in"
