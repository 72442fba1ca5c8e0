"""Who played: teams, the actors they speak for, their seats."""

from wargame.engine.events import SeatChanged
from wargame.engine.views import may_see
from wargame.reports.record import Json
from wargame.reports.teller import Teller


def teams(teller: Teller) -> list[Json]:
    return [
        {
            "name": team["name"],
            "letters": team["letters"],
            "aim": team["aim"],
            "actors": [teller.actor(actor) for actor in team["actors"]],
            "seats": [seat["title"] + _by_bot(teller, key) for key, seat in team["seats"].items()],
        }
        for _, team in teller.sorted("teams")
    ]


def _by_bot(teller: Teller, seat: str) -> str:
    """That a bot sat there, at the end or for a time, where this reader may know who came and went."""
    changes = [entry.event for entry in teller.log if isinstance(entry.event, SeatChanged)]
    seen = [
        one.what for one in changes if one.seat == seat and may_see(teller.world, teller.profile.viewer, one.audience)
    ]
    if "bot" not in seen:
        return ""
    return " (bot)" if seen[-1] == "bot" else " (a bot for a time)"
