"""Wants all of it: presses, spends what it has, takes risks, and gives way only at the end."""

from wargame.bots.policies.character import played
from wargame.bots.policies.temper import Stance, Temper
from wargame.bots.policies.wish import View, progress


def _stance(view: View) -> Stance:
    """Firm, and a little less so when time runs out."""
    return Stance(1.0 - 0.2 * progress(view))


AMBITIOUS = Temper(
    manner="with ambition",
    stance=_stance,
    most=5,
    keeps=0.0,
    risk=0.3,
    thrift=0.0,
    openings=0.0,
    proposes=0.4,
    asks=0.9,
    settles=0.7,
    proposal="This is what it takes; there is little room in it.",
    letter="We know what we want, and time is on our side. Move first, and we shall see.",
)
ambitious = played(AMBITIOUS)
