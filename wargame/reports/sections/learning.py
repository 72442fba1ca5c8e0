"""What the exercise was for: objectives, what was observed, what was said in the hot wash."""

from wargame.reports.record import Json
from wargame.reports.teller import Teller
from wargame.reports.wording import clock_time


def learning(teller: Teller) -> Json:
    objectives = teller.view.get("objectives", {})
    answers = teller.view.get("hot_wash_answers", {})
    return {
        "objectives": list(objectives.values()),
        "observations": [
            {
                "time": clock_time(note["at"]),
                "by": teller.seat(note["seat"]),
                "turn": note["turn"],
                "objective": objectives.get(note["objective"], ""),
                "team": teller.team(note["team"]) if note["team"] else "",
                "text": teller.text(note["text"]),
            }
            for _, note in teller.dated("observations")
        ],
        "hot_wash": [
            {
                "question": question,
                "answers": [[teller.seat(seat), teller.text(ref)] for seat, ref in answers.get(key, {}).items()],
            }
            for key, question in teller.view.get("hot_wash", {}).items()
        ],
    }
