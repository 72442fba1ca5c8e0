"""Takes what is open today: presses while nothing is offered, bends when there is an offer or a line is near."""

from wargame.bots.policies.character import played
from wargame.bots.policies.temper import Stance, Temper
from wargame.bots.policies.wish import View, own_actors


def _stance(view: View) -> Stance:
    mine = own_actors(view)
    texts = view.get("agreements", {}).values()
    if any(text["status"] == "proposed" and text["author"] not in mine for text in texts):
        return Stance(0.25, "an offer lies on the table")
    lines = view.get("red_lines", {}).values()
    if any(line["owner"] in mine and line["status"] == "near" for line in lines):
        return Stance(0.9, "a red line of its own is near")
    return Stance(0.75, "nobody has made it an offer")


OPPORTUNIST = Temper(
    manner="with an eye to the opening",
    stance=_stance,
    most=3,
    keeps=0.2,
    risk=0.2,
    thrift=0.6,
    openings=0.7,
    proposes=0.3,
    asks=0.75,
    settles=0.45,
    proposal="Good today; we do not promise that we offer it tomorrow.",
    letter="Make us an offer this turn. What we take today we may not take tomorrow.",
)
opportunist = played(OPPORTUNIST)
