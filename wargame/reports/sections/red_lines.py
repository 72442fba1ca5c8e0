"""Red lines: whose they are, how they stand, what their owners said would follow."""

from wargame.reports.teller import Teller


def red_lines(teller: Teller) -> list[list[str]]:
    return [
        [line["title"], teller.actor(line["owner"]), line["status"], line["consequence"]]
        for _, line in teller.sorted("red_lines")
    ]
