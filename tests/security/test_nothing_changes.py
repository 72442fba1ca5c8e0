"""What a team cannot see changes no byte and no count that it is sent: a played log, told twice.

The second time it is full of what others do on their own. The frames are made as a room makes them, one event after
the other; only cursors differ, which are keyed digests of the log's numbers and say nothing of them.
"""

import re
from collections.abc import Iterator

import pytest

from tests.bots.games import played
from wargame.engine import events as e
from wargame.engine.commands import CONTROL_SEAT, TextRef
from wargame.engine.events import Event, Logged
from wargame.engine.evolve import evolve
from wargame.engine.sight import PUBLIC_VIEWER, Viewer, may_see, viewer_of
from wargame.engine.views import touches
from wargame.engine.world import World
from wargame.exercises import event_log, worlds
from wargame.live.feed import Feed
from wargame.live.parts import Parts

pytestmark = pytest.mark.django_db(transaction=True)

LEADS = {"hollin": "hollin.chair", "merrow": "merrow.master"}
CURSOR = re.compile(r"(\"(?:prev|here)\":)\"[0-9a-f]{32}\"")


class Ear:
    """In the place of a socket's outbox."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def push(self, text: str) -> None:
        self.heard.append(CURSOR.sub(r"\1", text))


def frames(exercise_id: str, world: World, log: Iterator[tuple[Event, float]], viewer: Viewer) -> list[str]:
    """Every frame that the viewer is sent, from the lobby on."""
    parts, feed, ear = Parts(world), Feed(exercise_id, viewer, 0), Ear()
    ear.push(feed.view(parts, 0.0))
    feed.sockets.append(ear)  # type: ignore[arg-type]  # it pushes
    for seq, (event, at) in enumerate(log, start=1):
        world = evolve(world, event, at)
        if patches := parts.move(world, touches(world, event)):
            feed.move(seq, patches, 0.0)
    ear.push(feed.view(parts, 0.0))
    return ear.heard


def as_it_was(log: list[Logged]) -> Iterator[tuple[Event, float]]:
    return ((entry.event, entry.at) for entry in log)


def with_more(world: World, log: list[Logged], viewer: Viewer) -> Iterator[tuple[Event, float]]:
    """The same log, and after each event something that the viewer may not see."""
    for n, entry in enumerate(log):
        world = evolve(world, entry.event, entry.at)
        yield entry.event, entry.at
        if world.status == "running":
            for event in on_their_own(world, viewer, n):
                assert not may_see(world, viewer, event.audience)
                world = evolve(world, event, entry.at)
                yield event, entry.at


def on_their_own(world: World, viewer: Viewer, n: int) -> Iterator[Event]:
    """One thing that the others, or control, do without this viewer."""
    rival = "merrow" if viewer.team == "hollin" else "hollin"
    lead, theirs, text, turn = LEADS[rival], (f"team:{rival}",), TextRef(f"hidden{n}"), world.timer.turn
    yield (
        e.DispatchSent((*theirs, "control"), text, lead, rival, ("control",), text, text, ""),
        e.ControlCalled(("control", f"seat:{lead}"), text, lead, text),
        e.ObservationRecorded(("control",), text, CONTROL_SEAT, "reasons", rival, text),
        e.InjectImprovised(theirs, text, "cable", text, text, answer=True),
        e.EstimatesDrawn(theirs, rival, turn, {path: v + 1 for path, v in world.estimates.get(rival, {}).items()}),
        e.OrderSubmitted(theirs, text, "free", rival.upper(), lead, turn, {}, {}, text, text, text),
        e.Extended((*theirs, "control"), 60.0, rival),
    )[n % 7]


@pytest.mark.parametrize("mode", ["engine", "umpire"])
def test_what_others_do_is_not_heard(mode: str) -> None:
    exercise_id = str(played("first_steps", 6, mode=mode)["exercise"])
    world, log = worlds.lobby(exercise_id).world, event_log.read_events(exercise_id)
    seats = [seat.id for team in world.teams for seat in team.seats]
    for viewer in (PUBLIC_VIEWER, *(viewer_of(world, seat) for seat in seats)):
        plain = frames(exercise_id, world, as_it_was(log), viewer)
        full = frames(exercise_id, world, with_more(world, log, viewer), viewer)
        assert len(plain) > 20
        assert full == plain


def test_what_concerns_one_is_heard() -> None:
    """Otherwise the test above would prove little."""
    exercise_id = str(played("first_steps", 6)["exercise"])
    world, log = worlds.lobby(exercise_id).world, event_log.read_events(exercise_id)
    viewer = viewer_of(world, "merrow.agent")
    plain = frames(exercise_id, world, as_it_was(log), viewer)
    for team in LEADS:
        more = with_more(world, log, Viewer("seat", team=team))
        own = frames(exercise_id, world, more, viewer)
        assert (own == plain) is (team == "merrow")
