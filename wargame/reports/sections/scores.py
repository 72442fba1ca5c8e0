"""How far each side came towards its brief's aims, by the scenario's own formulas: the teams' actors, then others."""

from wargame.reports.teller import Teller
from wargame.reports.wording import number


def scores(teller: Teller) -> list[list[str]]:
    played = [actor for _, team in teller.sorted("teams") for actor in team["actors"]]
    order = {actor: place for place, actor in enumerate(played)}
    found = sorted(teller.view.get("scores", {}).values(), key=lambda score: order.get(score["actor"], len(order)))
    return [[teller.actor(score["actor"]), score["title"], f"{number(score['value'], 0)} of 100"] for score in found]
