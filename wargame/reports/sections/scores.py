"""How far each side came towards the aims of its brief, by the scenario's own formulas."""

from wargame.reports.teller import Teller
from wargame.reports.wording import number


def scores(teller: Teller) -> list[list[str]]:
    return [
        [teller.actor(score["actor"]), score["title"], f"{number(score['value'], 0)} of 100"]
        for score in teller.view.get("scores", {}).values()
    ]
