"""Celery's door to the bots. Takes ids alone, and may run twice or be killed."""

import logging

from celery import shared_task

from wargame.bots import runner
from wargame.bots.simulation.chunks import Stumbled, play_part, tell
from wargame.exercises import bot_seats, jobs, simulations, worlds
from wargame.exercises.asked import NoSuchExercise

log = logging.getLogger(__name__)


@shared_task(name=jobs.PLAY_BOTS)
def play(exercise_id: str) -> None:
    """Let the exercise's bots do whatever what is new asks of them."""
    try:
        news = bot_seats.waiting(worlds.catch_up(exercise_id))
    except NoSuchExercise:
        return  # purged meanwhile
    if news:
        runner.play_seats(exercise_id)
        bot_seats.played(exercise_id, news)


@shared_task(name=jobs.PLAY_GAMES)
def play_games() -> None:
    """Play a chunk of games that waits; tell what came of simulations that are at their end."""
    with simulations.taken() as part:
        if part:
            try:
                play_part(part)
            except Stumbled as error:
                log.exception("simulation %s: a game failed", part.simulation)
                simulations.failed(part.simulation, str(error))
    for simulation_id in simulations.all_played():
        tell(simulation_id)
