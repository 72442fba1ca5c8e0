"""What players asked control, for control alone."""

from wargame.reports.record import Json
from wargame.reports.teller import Teller
from wargame.reports.wording import clock_time


def calls(teller: Teller) -> list[Json]:
    return [
        {
            "time": clock_time(call["at"]),
            "from": teller.seat(call["seat"]),
            "text": teller.text(call["text"]),
            "answer": teller.text(call.get("answer", "")),
        }
        for _, call in teller.dated("calls")
    ]
