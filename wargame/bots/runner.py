"""Sits policies in seats and lets them ask through the services like anyone. A refusal is theirs; play goes on."""

import hashlib
import logging

from wargame.bots.policies import Policy, View, Wish, aide, simple, umpire
from wargame.bots.whim import Whim
from wargame.engine.commands import CONTROL_SEAT, ClosePhase
from wargame.engine.phases import is_last, windows
from wargame.engine.refusals import Code
from wargame.engine.sight import viewer_of
from wargame.engine.views import Kept, merged, view_for
from wargame.engine.world import World
from wargame.exercises import bot_seats, services, worlds
from wargame.exercises.asked import Answer, Asked, Unavailable, new_request
from wargame.exercises.texts import Texts
from wargame.exercises.writer import execute

log = logging.getLogger(__name__)

MOST_PHASES = 1000
"""An exercise that has not ended by then never will."""


def seed_of(number: int) -> bytes:
    """The 32 bytes of a chosen seed; for practice and batches only."""
    return hashlib.sha256(f"seed {number}".encode()).digest()


def play(exercise_id: str, number: int) -> None:
    """Play a practice exercise from its lobby to EndEx with bots in every seat, control's among them."""
    seed = seed_of(number)
    _require(services.start_exercise(exercise_id, seed=seed))
    for _ in range(MOST_PHASES):
        act_all(exercise_id, seed)
        world = worlds.catch_up(exercise_id).world
        if world.timer.phase == "feedback" and is_last(world):
            break
        if not windows(world):  # else every seat is asked again
            _close(exercise_id, world)
    _require(services.end_exercise(exercise_id, "The last turn is over."))


def act_all(exercise_id: str, seed: bytes) -> None:
    """Let every seat act once, then control until nothing is open."""
    for seat in [seat.id for team in worlds.catch_up(exercise_id).world.teams for seat in team.seats]:
        act(exercise_id, seat, seed, simple)
    while act(exercise_id, CONTROL_SEAT, seed, umpire) + services.run_due(exercise_id):
        pass


def play_seats(exercise_id: str) -> None:
    """Let the bots of a live exercise do what they want now: each from its seat's view, and with its seat's right.

    May run twice at once or be killed: what was asked already is answered as the first time. Raises `Unavailable`.
    """
    bot_seats.record(exercise_id)
    seed, kept = bot_seats.seed(exercise_id), Kept()
    for seat in bot_seats.held(exercise_id):
        decides = bot_seats.held(exercise_id).get(seat)  # asked anew: control may have taken the bot out meanwhile
        if decides is not None:
            _act_if_it_can(exercise_id, seat, seed, simple if decides else aide, kept)


def _act_if_it_can(exercise_id: str, seat: str, seed: bytes, policy: Policy, kept: Kept) -> None:
    try:
        act(exercise_id, seat, seed, policy, kept)
    except Unavailable:
        raise
    except Exception:  # one bot's mistake stops no other
        log.exception("%s: the bot in %s stumbled", exercise_id, seat)


def act(exercise_id: str, seat: str, seed: bytes, policy: Policy, kept: Kept | None = None) -> int:
    """Let one seat do what its policy wants from what it sees; how many of its wishes were carried out.

    `kept` is shared by seats that act one after the other: most of their views is the same.
    """
    world = worlds.catch_up(exercise_id).world
    view: View = merged(view_for(world, viewer_of(world, seat), kept))
    whim = Whim(seed, world.timer.turn, seat, world.attempt)
    return sum(_ask(exercise_id, seat, wish, whim.request(wish.key)) for wish in policy(view, whim))


def _ask(exercise_id: str, seat: str, wish: Wish, request: str) -> bool:
    texts = Texts()
    command = wish.command(texts.add, lambda: request[:16])
    answer = execute(exercise_id, Asked(seat, request, command, texts))
    if answer.refused:
        log.debug("%s: bot refused: %s", exercise_id, answer.refused.code)
    return answer.refused is None


def _close(exercise_id: str, world: World) -> None:
    command = ClosePhase(world.timer.turn, world.timer.phase)
    answer = execute(exercise_id, Asked(CONTROL_SEAT, new_request(), command))
    if answer.refused and answer.refused.code != Code.STALE_TURN:
        raise answer.refused
    services.run_due(exercise_id)


def _require(answer: Answer) -> None:
    if answer.refused:
        raise answer.refused
