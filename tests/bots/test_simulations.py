"""Simulations on record: played in chunks by workers that may die, cancelled, and told as the command tells them."""

import multiprocessing
from collections.abc import Callable, Iterator
from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import override_settings
from django.utils import timezone

from tests.topology.processes import until
from wargame.bots import tasks
from wargame.bots.simulation.batch import Batch
from wargame.engine.refusals import Code, Refused
from wargame.exercises import jobs, leases, simulations
from wargame.exercises.models import Chunk, Simulation

pytestmark = pytest.mark.django_db(transaction=True)
by_hand = pytest.mark.usefixtures("asked")
"""The test is the worker."""
ENOUGH = 50
"""Jobs after which any of these simulations is over."""


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The jobs that were started; the tests are the workers."""
    names: list[str] = []
    monkeypatch.setattr(jobs, "start", lambda name, *_: names.append(name))
    return names


@pytest.fixture
def anna() -> User:
    return User.objects.create_user("anna", is_staff=True)


def request(user: User, **other: Any) -> Simulation:
    choices: dict[str, Any] = {"start": "", "rules": "", "teams": "", "clock": "", "plays": "noise"}
    return simulations.request_simulation("first_steps", user=user, **choices | {"runs": 6, "seed": 7} | other)


def work() -> None:
    """One worker after the other, until nothing waits."""
    for _ in range(ENOUGH):
        tasks.play_games()


def command(**options: Any) -> str:
    out = StringIO()
    call_command("simulate", "first_steps", processes=1, json=Path("-"), stdout=out, **options)
    return out.getvalue()


def nobody_is_heard_of() -> None:
    Chunk.objects.update(held_until=timezone.now() - timedelta(seconds=1))


@pytest.mark.parametrize("size", [1, 4, 5, 20])
def test_the_same_bytes_as_the_command_whatever_the_chunks(
    anna: User, monkeypatch: pytest.MonkeyPatch, asked: list[str], size: int
) -> None:
    monkeypatch.setattr(simulations, "CHUNK", size)
    made = request(anna, runs=9, plays="cautious")
    assert len(asked) == Chunk.objects.count() == -(-9 // size)
    work()
    made.refresh_from_db()
    assert (made.state, simulations.games(made)) == ("done", 9)
    assert made.told == command(runs=9, seed=7, policy="cautious")
    assert not Chunk.objects.exists()


@by_hand
def test_progress_is_told_game_by_game(anna: User, monkeypatch: pytest.MonkeyPatch) -> None:
    made = request(anna)
    seen: list[int] = []
    monkeypatch.setattr("wargame.bots.simulation.chunks.EVERY", 0.0)

    def said(part: simulations.Part, games: int) -> bool:
        wanted = progress(part, games)
        seen.append(simulations.games(simulations.simulation(made.id)))
        return wanted

    progress = simulations.progress
    monkeypatch.setattr(simulations, "progress", said)
    assert (made.state, simulations.seconds(made)) == ("waiting", 0)
    work()
    assert seen == [1, 2, 3, 4, 5, 6]
    assert simulations.seconds(simulations.simulation(made.id)) > 0


def meanwhile(monkeypatch: pytest.MonkeyPatch, at: int, happens: Callable[[], object]) -> list[int]:
    """Let something happen before game number `at`, once; the numbers of the games that are played."""
    play, numbers = Batch.play, list[int]()

    def watched(batch: Batch, number: int) -> Any:
        if number == at and number not in numbers:
            numbers.append(number)
            happens()
        else:
            numbers.append(number)
        return play(batch, number)

    monkeypatch.setattr(Batch, "play", watched)
    return numbers


@by_hand
def test_a_cancelled_simulation_ends_with_the_game_being_played(anna: User, monkeypatch: pytest.MonkeyPatch) -> None:
    made = request(anna)
    monkeypatch.setattr("wargame.bots.simulation.chunks.EVERY", 0.0)
    numbers = meanwhile(monkeypatch, 2, lambda: simulations.cancel(made.id))
    work()
    made.refresh_from_db()
    assert (numbers, made.state, made.told, made.games) == ([0, 1, 2], "cancelled", "", 2)
    assert not Chunk.objects.exists()
    assert simulations.cancel(made.id).ended_at == made.ended_at
    request(anna)  # and another may begin


class Killed(BaseException):
    """As kill -9: nothing is said, nothing is cleaned up."""


def test_a_chunk_whose_worker_was_killed_is_played_again(
    anna: User, monkeypatch: pytest.MonkeyPatch, asked: list[str]
) -> None:
    monkeypatch.setattr(simulations, "CHUNK", 3)
    made = request(anna)

    def die() -> None:
        raise Killed

    with monkeypatch.context() as deadly:
        meanwhile(deadly, 1, die)
        with pytest.raises(Killed):
            tasks.play_games()
    asked.clear()
    simulations.ask_again()
    assert asked == []  # it may yet be heard of
    nobody_is_heard_of()
    simulations.ask_again()
    assert asked  # once for what it held, and for whatever waits
    work()
    made.refresh_from_db()
    assert (made.state, made.told) == ("done", command(runs=6, seed=7))


def test_a_worker_killed_before_it_told_is_replaced(
    anna: User, monkeypatch: pytest.MonkeyPatch, asked: list[str]
) -> None:
    made = request(anna)
    with monkeypatch.context() as deadly:
        deadly.setattr(tasks, "tell", lambda _: None)
        work()
    asked.clear()
    simulations.ask_again()
    assert asked == []
    monkeypatch.setattr(leases, "HOLD_LASTS", timedelta(0))
    simulations.ask_again()
    assert asked == [jobs.PLAY_GAMES]
    work()
    assert simulations.simulation(made.id).state == "done"


@by_hand
def test_a_worker_that_is_late_changes_nothing(anna: User) -> None:
    made = request(anna)
    with simulations.taken() as late:
        assert late
        nobody_is_heard_of()
        simulations.ask_again()
        with simulations.taken() as quicker:
            assert quicker
            assert not simulations.progress(late, 5)
            simulations.part_done(late, "[]")
            assert simulations.games(made) == 0
            assert simulations.progress(quicker, 2)
    assert simulations.games(made) == 2


@by_hand
def test_games_that_kill_their_workers_are_given_up(anna: User) -> None:
    made = request(anna)
    for _ in range(leases.MOST_TRIES):
        with simulations.taken() as part:
            assert part
            nobody_is_heard_of()
        simulations.ask_again()
    made.refresh_from_db()
    assert (made.state, made.text) == ("failed", "No worker could finish games 1 to 6; look at the workers' log.")


@by_hand
def test_a_game_that_cannot_be_played_is_one_sentence(anna: User, monkeypatch: pytest.MonkeyPatch) -> None:
    made = request(anna)

    def stumble() -> None:
        raise ZeroDivisionError

    meanwhile(monkeypatch, 4, stumble)
    work()
    made.refresh_from_db()
    assert made.state == "failed"
    assert made.text == "Game 5 could not be played (ZeroDivisionError); tell whoever keeps this scenario."


def test_what_the_broker_lost_is_asked_for_again(anna: User, asked: list[str]) -> None:
    request(anna)
    nobody_is_heard_of()
    asked.clear()
    simulations.ask_again()
    simulations.ask_again()
    assert asked == [jobs.PLAY_GAMES]


def test_who_waits_in_a_long_queue_is_not_asked_for_over_and_over(
    anna: User, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(simulations, "CHUNK", 2)
    request(anna)
    nobody_is_heard_of()
    asked.clear()
    with simulations.taken():
        simulations.ask_again()
        assert asked == []


@by_hand
def test_two_simulations_share_the_workers(anna: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(simulations, "CHUNK", 1)
    first, second = request(anna), request(User.objects.create_user("ben", is_staff=True))
    with simulations.taken() as one, simulations.taken() as two, simulations.taken() as three:
        assert one and two and three
        assert [one.simulation, two.simulation, three.simulation] == [first.id, second.id, first.id]


@by_hand
def test_one_at_a_time(anna: User) -> None:
    request(anna)
    with pytest.raises(Refused, match="still running") as refused:
        request(anna)
    assert refused.value.code == Code.SIMULATION_RUNNING
    assert Simulation.objects.count() == 1


@by_hand
@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"runs": 0}, "Ask for 1 to 4000 games"),
        ({"runs": 4001}, "Ask for 1 to 4000 games"),
        ({"plays": "cheat"}, "Choose a plan of this scenario"),
        ({"start": "winter"}, "there is no “winter”"),
    ],
)
def test_what_cannot_be_played_is_refused(anna: User, wrong: dict[str, Any], sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        request(anna, **wrong)
    assert not Simulation.objects.exists()


# In processes of their own


@pytest.fixture
def embedded() -> Iterator[None]:
    with override_settings(EMBEDDED=True):
        yield
        jobs.stop()


@pytest.mark.usefixtures("embedded")
def test_a_process_that_is_killed_costs_nothing_but_time(anna: User) -> None:
    made = request(anna, runs=60)
    until(lambda: simulations.games(simulations.simulation(made.id)), "games are played")
    for child in multiprocessing.active_children():
        child.kill()
        child.join()
    until(lambda: not jobs._pools, "it is noticed")
    nobody_is_heard_of()
    simulations.ask_again()
    until(lambda: simulations.simulation(made.id).state != "running", "it is over")
    made.refresh_from_db()
    assert (made.state, made.text) == ("done", "")
    assert made.told == command(runs=60, seed=7)


@pytest.mark.usefixtures("embedded")
def test_the_program_ends_without_waiting_for_games(anna: User) -> None:
    made = request(anna, runs=simulations.MOST_RUNS)
    until(lambda: simulations.games(simulations.simulation(made.id)), "games are played")
    jobs.stop()
    assert multiprocessing.active_children() == []
    assert simulations.simulation(made.id).state == "running"
