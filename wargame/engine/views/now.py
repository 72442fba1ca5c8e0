"""The one sentence at the top of every screen: what this seat, or control, must do now.

Duties stand in the order in which they press; the first that applies is told. Each reads only what its seat may see.
"""

from collections.abc import Callable
from typing import cast

from wargame.engine.commands import SYSTEM_SEAT
from wargame.engine.scenario import Seat, Team
from wargame.engine.sight import may_see
from wargame.engine.views.agreements import unmet
from wargame.engine.views.budget import means
from wargame.engine.views.control import queue
from wargame.engine.views.injects import asked, headline
from wargame.engine.views.look import Look, Shape
from wargame.engine.world import InjectState, Timer

NOTHING: Shape = {"sentence": "Nothing is asked of you.", "to": ""}


def now(look: Look) -> Shape:
    duties = CONTROL_DUTIES if look.control else SEAT_DUTIES
    return next((told for duty in duties if (told := duty(look))), NOTHING)


def _say(sentence: str, to: str, ref: str = "") -> Shape:
    shape: Shape = {"sentence": sentence, "to": to}
    return {**shape, "ref": ref} if ref else shape


# Seats


def _lobby(look: Look) -> Shape | None:
    waits = look.world.status == "lobby"
    return _say("Read your brief; control will start the exercise.", "brief") if waits else None


def _debrief(look: Look) -> Shape | None:
    world = look.world
    if world.status != "ended":
        return None
    for question in world.scenario.hot_wash:
        if look.viewer.seat not in world.hot_wash.get(question, {}):
            return _say("The exercise is over. Answer the questions of the hot wash.", "hot_wash", question)
    return _say("The exercise is over. The report tells how it went.", "report")


def _paused(look: Look) -> Shape | None:
    return _say("Control has paused the exercise.", "") if look.world.timer.paused else None


def _answer(look: Look) -> Shape | None:
    """The inject whose answer falls due first."""
    world = look.world
    waiting = [
        state
        for state in world.injects.values()
        if state.wants_answer
        and not state.answers.keys() & _answerers(look, state)
        and may_see(world, look.viewer, asked(world, state))
        and _open(state, world.timer)
    ]
    if not waiting:
        return None
    first = min(waiting, key=lambda s: (s.answer_by is None, s.answer_by or s.at))
    return _say(f"Answer: {headline(first)}.", "inbox", first.id)


def _answerers(look: Look, state: InjectState) -> set[str]:
    """Whose answer settles it for this seat: a choice is the team's, words are each seat's own."""
    written = look.world.scenario.injects.get(state.id)
    team = look.world.team(look.viewer.team)
    if written and written.answer and written.answer.choices and team:
        return {SYSTEM_SEAT, *(seat.id for seat in team.seats)}
    return {SYSTEM_SEAT, look.viewer.seat}


def _open(state: InjectState, timer: Timer) -> bool:
    """Told by the phase, not by the clock: a view has no clock of its own."""
    return state.at >= timer.opened_at if state.answer_by is None else state.answer_by > timer.opened_at


def _sign(look: Look) -> Shape | None:
    """A text that can be signed now. What asks for more than holds waits for nobody."""
    world = look.world
    team, seat = world.team(look.viewer.team), world.seat(look.viewer.seat)
    if not (team and seat and _leads(team, seat)):
        return None
    for text in world.agreements.values():
        mine = [actor for actor in text.parties if actor in team.actors]
        waits = any(text.signed.get(actor) != text.text_hash for actor in mine)
        if text.status != "proposed" or not waits or not may_see(world, look.viewer, text.audience):
            continue
        if not unmet(look, text):
            title = world.scenario.agreements[text.template].title
            return _say(f"“{title}” waits for your signature or your refusal.", "agreements", text.id)
    return None


def _read_brief(look: Look) -> Shape | None:
    return _say("Read your brief.", "brief") if look.world.timer.phase == "briefing" else None


def _plan(look: Look) -> Shape | None:
    world = look.world
    team, seat = world.team(look.viewer.team), world.seat(look.viewer.seat)
    turn = world.timer.turn
    if world.timer.phase != "planning" or not (team and seat):
        return None
    if any(o.team == team.id and o.turn == turn and o.status == "submitted" for o in world.orders.values()):
        return None
    if _leads(team, seat):
        return _say(f"Decide on your orders for turn {turn} and submit them.", "orders")
    leads = " or ".join(s.title for s in team.seats if s.leads)
    return _say(f"Draft orders for turn {turn} with your team; {leads} submits them.", "orders")


def _order_more(look: Look) -> Shape | None:
    """Who may give more orders is told so: what was given is no end of it."""
    team, seat = look.world.team(look.viewer.team), look.world.seat(look.viewer.seat)
    if look.world.timer.phase != "planning" or not (team and seat and _leads(team, seat)):
        return None
    more = sum(own.limit - len(own.given) for own in means(look).values() if own.limit is not None)
    return _say(f"Your orders are in; {more} more may follow.", "orders") if more > 0 else None


def _leads(team: Team, seat: Seat) -> bool:
    """Where the pack names no lead, every seat may submit and sign."""
    return seat.leads or not any(s.leads for s in team.seats)


def _wait(look: Look) -> Shape | None:
    waits = look.world.timer.phase == "adjudication"
    return _say("Wait: the orders are being ruled on.", "") if waits else None


def _read_rulings(look: Look) -> Shape | None:
    timer = look.world.timer
    return _say(f"Read the rulings of turn {timer.turn}.", "rulings") if timer.phase == "feedback" else None


SEAT_DUTIES: tuple[Callable[[Look], Shape | None], ...] = (
    _lobby,
    _debrief,
    _paused,
    _answer,
    _read_brief,
    _plan,
    _read_rulings,
    _sign,
    _order_more,
    _wait,
)

# Control


def _start(look: Look) -> Shape | None:
    return _say("Start the exercise when the seats are taken.", "") if look.world.status == "lobby" else None


def _report(look: Look) -> Shape | None:
    return _say("The exercise is over. Build the report.", "report") if look.world.status == "ended" else None


def _oldest(look: Look) -> Shape | None:
    """What waits longest; teams without orders are told in the queue, not here."""
    waiting = [item for item in queue(look).values() if item["kind"] != "idle"]
    if not waiting:
        return None
    first = min(waiting, key=lambda item: (item["kind"] == "timer", cast(float, item["since"])))
    return _say(f"{first['title']}: {first['detail']}", "queue", cast(str, first["ref"]))


CONTROL_DUTIES: tuple[Callable[[Look], Shape | None], ...] = (_start, _report, _oldest)
