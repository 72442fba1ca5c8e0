"""Which exercise this was."""

from wargame.reports.teller import Teller


def overview(teller: Teller) -> list[list[str]]:
    exercise, timer, record = teller.view["exercise"], teller.view["timer"], teller.record
    umpire = teller.world.setup.mode == "umpire"
    rows = [
        ["Scenario", f"{exercise['title']}, version {exercise['version']}"],
        ["Start card", exercise["start_card"]],
        ["Rule card", exercise.get("rule_card", "")],
        *([one["title"], one["arm"] or "as usual"] for one in exercise.get("treatments", ())),
        ["Who ruled", "the engine, each ruling then looked at by an umpire" if umpire else "the engine"],
        ["Played", " to ".join(moment for moment in (record.started, record.ended) if moment)],
        ["Turns", f"{timer['turn']} of {len(timer['turns'])}"],
    ]
    return [row for row in rows if row[1]]
