"""Would rather agree than win: spends little, risks nothing, and settles for half."""

from wargame.bots.policies.character import played
from wargame.bots.policies.temper import Stance, Temper
from wargame.bots.policies.wish import View, progress


def _stance(view: View) -> Stance:
    """Gives way a little more with each turn."""
    return Stance(0.4 - 0.2 * progress(view))


CAUTIOUS = Temper(
    manner="with caution",
    stance=_stance,
    most=2,
    keeps=0.4,
    risk=-1.5,
    thrift=1.0,
    openings=0.0,
    proposes=0.5,
    asks=0.6,
    settles=0.45,
    proposal="Meant as a middle that both sides can show at home; change what you cannot carry.",
    letter="We would rather agree than win. Put a text to us, and we look for the middle.",
)
cautious = played(CAUTIOUS)
