"""What teams wrote to each other and to control."""

from wargame.reports.record import Json
from wargame.reports.teller import Teller
from wargame.reports.wording import clock_time


def dispatches(teller: Teller) -> list[Json]:
    return [
        {
            "time": clock_time(dispatch["at"]),
            "from": teller.seat(dispatch["seat"]),
            "to": teller.audience(dispatch["to"]),
            "subject": teller.text(dispatch["subject"]),
            "body": teller.text(dispatch["body"]),
        }
        for _, dispatch in teller.sorted("dispatches")
    ]
