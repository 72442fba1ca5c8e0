"""Celery's door to the bots. Takes an id alone, and may run twice or be killed."""

from celery import shared_task

from wargame.bots import runner
from wargame.exercises import bot_seats, jobs, worlds
from wargame.exercises.asked import NoSuchExercise


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
