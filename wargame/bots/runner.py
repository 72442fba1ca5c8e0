"""Sits policies in seats and lets them ask through the services like anyone. A refusal is theirs; play goes on."""

import hashlib
import logging
from dataclasses import dataclass, field

from wargame.bots import table
from wargame.bots.policies import BY_NAME, Policy, Wish
from wargame.engine.commands import CONTROL_SEAT, ClosePhase
from wargame.engine.refusals import Refused
from wargame.engine.views import Kept
from wargame.engine.world import World
from wargame.exercises import bot_seats, services, worlds
from wargame.exercises.asked import Answer, Asked, Unavailable, new_request
from wargame.exercises.texts import Texts
from wargame.exercises.writer import execute

log = logging.getLogger(__name__)


def seed_of(number: int) -> bytes:
    """The 32 bytes of a chosen seed; for practice and batches only."""
    return hashlib.sha256(f"seed {number}".encode()).digest()


@dataclass(frozen=True, slots=True)
class OnRecord:
    """An exercise of the record as bots sit at it."""

    exercise_id: str
    kept: Kept = field(default_factory=Kept)

    @property
    def world(self) -> World:
        return worlds.catch_up(self.exercise_id).world

    def ask(self, seat: str, request: str, wish: Wish) -> bool:
        texts = Texts()
        command = wish.command(texts.add, lambda: request[:16])
        answer = execute(self.exercise_id, Asked(seat, request, command, texts))
        if answer.refused:
            log.debug("%s: bot refused: %s", self.exercise_id, answer.refused.code)
        return answer.refused is None

    def close(self, command: ClosePhase) -> Refused | None:
        return execute(self.exercise_id, Asked(CONTROL_SEAT, new_request(), command)).refused

    def run_due(self) -> int:
        return services.run_due(self.exercise_id)


def play(exercise_id: str, number: int, policy: str = "noise") -> None:
    """Play a practice exercise from its lobby to EndEx with bots of this policy in every seat, and one for control."""
    seed = seed_of(number)
    _require(services.start_exercise(exercise_id, seed=seed))
    table.play(OnRecord(exercise_id), seed, lambda seat: BY_NAME[policy])
    _require(services.end_exercise(exercise_id, "The last turn is over."))


def play_seats(exercise_id: str) -> None:
    """Let the bots of a live exercise do what they want now: each from its seat's view, and with its seat's right.

    May run twice at once or be killed: what was asked already is answered as the first time. Raises `Unavailable`.
    """
    bot_seats.record(exercise_id)
    seed, here = bot_seats.seed(exercise_id), OnRecord(exercise_id)
    for seat in bot_seats.held(exercise_id):
        policy = bot_seats.held(exercise_id).get(seat)  # asked anew: control may have taken the bot out meanwhile
        if policy:
            _act_if_it_can(here, seat, seed, BY_NAME[policy])


def _act_if_it_can(here: OnRecord, seat: str, seed: bytes, policy: Policy) -> None:
    try:
        table.act(here, seat, seed, policy)
    except Unavailable:
        raise
    except Exception:  # one bot's mistake stops no other
        log.exception("%s: the bot in %s stumbled", here.exercise_id, seat)


def _require(answer: Answer) -> None:
    if answer.refused:
        raise answer.refused
