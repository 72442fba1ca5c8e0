"""Seats that bots hold, and when those are to play. The door `bots` plays; here is for whom, and what wakes it.

Bots are asked when something that concerns them has changed since they last played: a phase, an inject, a text on the
table, a letter, who sits where. To ask once too often does no harm: what a bot has done, it does not do again.
"""

import hashlib
import hmac

from django.core.cache import cache

from wargame.engine.commands import SYSTEM_SEAT, ChangeSeat
from wargame.engine.world import World
from wargame.exercises import jobs, worlds
from wargame.exercises.asked import Asked, new_request
from wargame.exercises.bot_policies import AIDE
from wargame.exercises.models import Exercise, Seat
from wargame.exercises.worlds import Loaded
from wargame.exercises.writer import execute

PEOPLE = (Seat.State.TAKEN, Seat.State.CONFIRMED)
REMEMBERED = 24 * 3600
"""Seconds. A cache that has forgotten makes bots look once more, and find nothing to do."""


def held(exercise_id: str) -> dict[str, str]:
    """The seats that bots hold, in the scenario's order, and by which policy each plays now."""
    rows = list(Seat.objects.filter(exercise_id=exercise_id).values_list("key", "team", "state", "policy"))
    peopled = {team for _, team, state, _ in rows if state in PEOPLE}
    bots = [(key, team, policy) for key, team, state, policy in rows if state == Seat.State.BOT]
    return {key: AIDE if team in peopled else policy for key, team, policy in bots}


def start_if_waiting(exercise_id: str) -> None:
    """Have a worker play the exercise's bots, if anything is new to them."""
    if waiting(worlds.loaded(exercise_id)):
        jobs.start(jobs.PLAY_BOTS, exercise_id)


def waiting(loaded: Loaded) -> str:
    """What bots have not played yet, as a name to give to `played`; "" if nothing."""
    world, exercise_id = loaded.world, loaded.exercise_id
    if world.status != "running" or world.timer.paused:
        return ""
    bots = held(exercise_id)
    news = _news(world, bots) if bots else ""
    return "" if news == cache.get(_key(exercise_id), "") else news


def played(exercise_id: str, news: str) -> None:
    """They have played what was `waiting`."""
    cache.set(_key(exercise_id), news, REMEMBERED)


def record(exercise_id: str) -> None:
    """Have the log say which seats bots hold, before they act.

    Those that sat down in the lobby come into it so, and those whose sitting down a rewind or a killed process took.
    """
    world = worlds.catch_up(exercise_id).world
    for key in held(exercise_id):
        if world.seats.get(key) != "bot":
            execute(exercise_id, Asked(SYSTEM_SEAT, new_request(), ChangeSeat(key, "bot")))


def seed(exercise_id: str) -> bytes:
    """32 bytes that the exercise's bots take their whims from; they tell nothing of its dice."""
    dealt: str = Exercise.objects.values_list("seed", flat=True).get(id=exercise_id)
    return hmac.digest(bytes.fromhex(dealt), b"bots", hashlib.sha256)


def _news(world: World, bots: dict[str, str]) -> str:
    timer = world.timer
    fired = sorted((inject.id, inject.at) for inject in world.injects.values() if inject.status == "fired")
    texts = sorted((text.id, text.version, text.status) for text in world.agreements.values())
    clock = (world.attempt, timer.turn, timer.phase, timer.paused_for)  # what a pause refused is asked again after it
    news = (clock, fired, texts, sorted(world.dispatches), sorted(bots.items()))
    return hashlib.sha256(repr(news).encode()).hexdigest()


def _key(exercise_id: str) -> str:
    return f"bots-played:{exercise_id}"
