"""What a rewind takes back of the log, and what everybody is told of it."""

import json
from typing import Any

from tests.engine.play import CONTROL, NORTH, SOUTH, Play, order
from wargame.engine import commands as c
from wargame.engine.commands import TextRef
from wargame.engine.events import Event, Logged, Rewound, VariableAdjusted
from wargame.engine.rewinds import effective, undone, voided_by
from wargame.engine.scenario import ALL
from wargame.engine.sight import CONTROL_VIEWER, PUBLIC_VIEWER, Viewer, may_read
from wargame.engine.views import merged, view_for

REASON = TextRef("e" * 64)
VIEWERS = (PUBLIC_VIEWER, Viewer("observer"), Viewer("seat", NORTH, "north"), Viewer("seat", SOUTH, "south"))


def log(*events: Event) -> list[Logged]:
    return [Logged(seq, float(seq), event) for seq, event in enumerate(events, 1)]


def adjusted(value: float) -> Event:
    return VariableAdjusted(ALL, "tension", 4, value, REASON)


def rewound(to: int, attempt: int) -> Event:
    return Rewound(ALL, to, REASON, attempt)


def went_back(share: bool = False) -> Play:
    """To the start of planning in the first turn, from the second."""
    play = Play().to(1, "planning")
    point = len(play.log)
    play.ask(NORTH, order())
    play.to(2, "planning")
    play.at += 9
    play.ask(CONTROL, c.Rewind(point, REASON, share))
    return play


def rewinds(play: Play, viewer: Viewer) -> Any:
    """As the viewer is told of them."""
    return merged(view_for(play.world, viewer))["rewinds"]


# The log


def test_a_rewind_drops_what_came_after_its_point() -> None:
    entries = log(adjusted(5), adjusted(6), adjusted(7), rewound(1, 1), adjusted(8))
    assert [entry.seq for entry in effective(entries)] == [1, 4, 5]


def test_a_rewind_that_is_itself_rewound_undoes_nothing() -> None:
    entries = log(adjusted(5), adjusted(6), rewound(1, 1), adjusted(7), rewound(2, 2), adjusted(8))
    assert [entry.seq for entry in effective(entries)] == [1, 5, 6]
    entries = log(adjusted(5), adjusted(6), rewound(1, 1), adjusted(7), rewound(3, 2))
    assert [entry.seq for entry in effective(entries)] == [1, 3, 5]


def test_each_rewind_is_told_with_what_it_took_back_and_what_counted_until_then() -> None:
    entries = log(adjusted(5), adjusted(6), rewound(1, 1), adjusted(7), rewound(1, 2), adjusted(8))
    first, second = undone(entries)
    assert (first.rewind.seq, second.rewind.seq) == (3, 5)
    assert [entry.seq for entry in first.void] == [2]
    assert [entry.seq for entry in second.void] == [3, 4]
    assert [entry.seq for entry in second.before] == [1, 3, 4]


def test_of_each_entry_it_is_known_which_rewind_took_it_back() -> None:
    entries = log(adjusted(5), adjusted(6), rewound(1, 1), adjusted(7), rewound(1, 2), adjusted(8))
    rewinds = [entry for entry in entries if isinstance(entry.event, Rewound)]
    took = [voided_by(rewinds, entry.seq) for entry in entries]
    assert [rewind.seq if rewind else 0 for rewind in took] == [0, 3, 5, 5, 0, 0]
    assert [entry.seq for entry, rewind in zip(entries, took, strict=True) if not rewind] == [
        entry.seq for entry in effective(entries)
    ]


# What is told


def test_everybody_is_told_to_where_control_went_back() -> None:
    play = went_back()
    for viewer in (*VIEWERS, CONTROL_VIEWER):
        told = rewinds(play, viewer)["1"]
        assert (told["turn"], told["phase"], told["start"], told["at"]) == (1, "planning", True, play.at)


def test_into_the_middle_of_a_phase_is_not_to_its_start() -> None:
    play = Play().to(1, "planning")
    play.at += 30
    play.ask(NORTH, order())
    point = len(play.log)
    play.close()
    play.ask(CONTROL, c.Rewind(point, REASON))
    assert not play.world.rewinds[1].start


def test_why_is_controls_alone_unless_it_shares_it() -> None:
    kept, shared = went_back(), went_back(share=True)
    for viewer in VIEWERS:
        assert not may_read(kept.world, viewer, REASON)
        assert REASON not in json.dumps(view_for(kept.world, viewer))
        assert rewinds(shared, viewer)["1"]["reason"] == REASON
    assert may_read(kept.world, CONTROL_VIEWER, REASON)
    assert rewinds(kept, CONTROL_VIEWER)["1"]["reason"] == REASON


def test_a_rewind_that_is_itself_rewound_is_told_no_more() -> None:
    play = Play()
    point = len(play.log)
    play.to(1, "planning").ask(CONTROL, c.Rewind(point, REASON))
    play.ask(CONTROL, c.Rewind(point, TextRef("d" * 64)))
    assert list(play.world.rewinds) == [2]
