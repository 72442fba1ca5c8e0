"""Bots in seats of a live exercise: what they do, once, whoever starts or kills them; and what they leave to people."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection

from tests.exercises.acting import ENVOY, NORTH, SOUTH, close, done, open_tiny, refused, send, to_planning, world
from tests.exercises.test_seats import join
from wargame.bots import tasks
from wargame.engine import commands as c
from wargame.engine.commands import CONTROL_SEAT
from wargame.exercises import bot_seats, event_log, jobs, queries, seats, services, worlds
from wargame.exercises.asked import Answer, Asked, new_request
from wargame.exercises.models import Exercise, Text
from wargame.exercises.tasks import tick
from wargame.exercises.texts import Texts
from wargame.exercises.verify import verify
from wargame.exercises.writer import execute

SEED = bytes(range(32))
EXECUTE = "wargame.bots.runner.execute"
"""How a bot's commands reach the record: where a test interferes."""


@pytest.fixture
def against_bots(transactional_db: None) -> Exercise:
    """A person leads North, a bot South; the first planning."""
    exercise = seated(open_tiny(practice=True), SOUTH)
    to_planning(exercise)
    return exercise


def seated(exercise: Exercise, *bots: str) -> Exercise:
    """Started, with bots in these seats and a person in North's other."""
    join(exercise, ENVOY if NORTH in bots else NORTH, "Anna")
    for key in bots:
        seats.bot_seat(exercise.id, key, "noise")
    assert services.start_exercise(exercise.id, seed=SEED).refused is None
    return exercise


def orders(exercise: Exercise) -> list[tuple[Any, ...]]:
    """What was ordered; the world's ids and times aside."""
    found = world(exercise).orders.values()
    return sorted((order.seat, order.turn, order.kind, tuple(order.form.items()), order.status) for order in found)


def text(exercise: Exercise, ref: str) -> str:
    return Text.objects.get(exercise=exercise, ref=ref).body


def letter_to(exercise: Exercise, seat: str) -> str:
    """Control asks one seat something."""
    texts = Texts()
    command = c.ImproviseInject("asked", (f"seat:{seat}",), "cable", texts.add("Well?"), c.NO_TEXT, answer=True)
    done(exercise, CONTROL_SEAT, command, texts=texts)
    return "asked"


def test_a_bot_orders_for_its_team_and_says_why(against_bots: Exercise) -> None:
    tasks.play(against_bots.id)
    given = list(world(against_bots).orders.values())
    assert given and {order.seat for order in given} == {SOUTH}
    for order in given:
        assert text(against_bots, order.rationale).startswith("A bot without a plan plays for South")
        assert text(against_bots, order.expected).startswith("What the menu says of it: ")
    assert verify(against_bots.id).problems == ()


def test_the_log_says_that_a_bot_sits_there_before_it_acts(against_bots: Exercise) -> None:
    assert world(against_bots).seats == {}, "it sat down in the lobby, which has no log"
    tasks.play(against_bots.id)
    log = [(row.kind, row.seat) for row in event_log.read(against_bots.id)]
    assert log.index(("SeatChanged", "system")) < log.index(("OrderSubmitted", SOUTH))
    assert world(against_bots).seats == {SOUTH: "bot"}


def test_a_bot_plays_once_until_something_is_new(against_bots: Exercise, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[str] = []
    monkeypatch.setattr(jobs, "start", lambda name, *_: started.append(name))
    tick()
    assert started == [jobs.PLAY_BOTS]
    tasks.play(against_bots.id)
    before = worlds.catch_up(against_bots.id).seq
    tick()
    tasks.play(against_bots.id)
    assert (started, worlds.catch_up(against_bots.id).seq) == ([jobs.PLAY_BOTS], before)
    send(against_bots, "d1")
    tick()
    assert started == [jobs.PLAY_BOTS] * 2


@pytest.mark.parametrize("acts", range(6))
def test_a_killed_worker_neither_loses_nor_doubles(
    against_bots: Exercise, acts: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = orders_of_twin()
    with monkeypatch.context() as deadly, pytest.raises((Killed, Finished)):
        deadly.setattr(EXECUTE, killing(execute, acts))
        tasks.play(against_bots.id)
        raise Finished
    worlds.forget(against_bots.id)
    tasks.play(against_bots.id)
    assert orders(against_bots) == whole
    assert verify(against_bots.id).problems == ()


class Killed(BaseException):
    pass


class Finished(BaseException):
    """There were fewer acts than that."""


def killing(execute: Callable[[str, Asked], Answer], acts: int) -> Callable[[str, Asked], Answer]:
    """Let so many commands through; the process dies right after the last is written, before it hears of it."""
    left = [acts]

    def dying(exercise_id: str, asked: Asked) -> Answer:
        answer = execute(exercise_id, asked)
        left[0] -= 1
        if left[0] < 0:
            raise Killed
        return answer

    return dying


def orders_of_twin() -> list[tuple[Any, ...]]:
    """Of an exercise with the same seed, whose worker nobody disturbs."""
    twin = seated(open_tiny(practice=True), SOUTH)
    to_planning(twin)
    tasks.play(twin.id)
    assert len(orders(twin)) > 1
    return orders(twin)


def test_two_workers_at_once_do_what_one_does(against_bots: Exercise) -> None:
    def play(_: int) -> None:
        try:
            tasks.play(against_bots.id)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as workers:
        list(workers.map(play, range(4)))
    assert orders(against_bots) == orders_of_twin()
    log = [row.kind for row in event_log.read(against_bots.id)]
    assert log.count("SeatChanged") == 1


def test_a_bot_beside_people_leaves_its_teams_decisions_to_them(transactional_db: None) -> None:
    exercise = seated(open_tiny(practice=True), NORTH, SOUTH)
    to_planning(exercise)
    texts = Texts()
    proposal = c.ProposeAgreement("a1", "truce", ("N", "S"), {"aid": 1}, texts.add("Peace."))
    done(exercise, ENVOY, proposal, texts=texts)
    letter = letter_to(exercise, NORTH)
    tasks.play(exercise.id)
    assert {order.seat for order in world(exercise).orders.values()} == {SOUTH}
    assert "N" not in world(exercise).agreements["a1"].signed
    assert list(world(exercise).injects[letter].answers) == [NORTH], "what it alone is asked, it answers"


def test_a_bot_that_is_taken_out_stops_and_whoever_comes_gets_the_seat(against_bots: Exercise) -> None:
    seats.free_seat(against_bots.id, SOUTH)
    tasks.play(against_bots.id)
    assert orders(against_bots) == []
    late = join(against_bots, SOUTH, "Cem", team="south")
    assert late.seat.state == "confirmed"
    assert world(against_bots).seats == {SOUTH: "taken"}


def test_a_seat_freed_in_play_can_be_given_to_a_bot(against_bots: Exercise) -> None:
    tasks.play(against_bots.id)
    seats.free_seat(against_bots.id, NORTH)
    seats.bot_seat(against_bots.id, NORTH, "noise")
    tasks.play(against_bots.id)
    assert {order.seat for order in world(against_bots).orders.values()} == {NORTH, SOUTH}


def test_every_free_seat_at_once(transactional_db: None) -> None:
    exercise = open_tiny()
    join(exercise, NORTH, "Anna")
    seats.bot_free_seats(exercise.id)
    seats.bot_free_seats(exercise.id)
    assert {seat.key: seat.state for seat in queries.seats(exercise.id)} == {NORTH: "taken", ENVOY: "bot", SOUTH: "bot"}
    assert [line.text for line in queries.missing(exercise.id)] == [
        "North: somebody sits here",
        "North: Chief, who submits, is here",
        "Chief waits for your yes",
        "South: bots sit here",
        "South: Chief, who submits, is a bot",
    ]
    assert [line.done for line in queries.missing(exercise.id)] == [True, True, False, True, True]


def test_control_says_how_a_bot_plays_and_may_say_otherwise_later(against_bots: Exercise) -> None:
    assert bot_seats.held(against_bots.id) == {SOUTH: "noise"}
    tasks.play(against_bots.id)
    seats.bot_seat(against_bots.id, SOUTH, "ambitious")
    assert bot_seats.held(against_bots.id) == {SOUTH: "ambitious"}
    assert bot_seats.waiting(worlds.catch_up(against_bots.id)), "it looks at the table with other eyes"
    close(against_bots)
    seats.bot_seat(against_bots.id, SOUTH)
    assert bot_seats.held(against_bots.id) == {SOUTH: "ambitious"}, "nothing new was said"
    seats.free_seat(against_bots.id, SOUTH)
    assert [seat.policy for seat in queries.seats(against_bots.id)] == ["", "", ""]


def test_a_character_gives_its_reasons(transactional_db: None) -> None:
    exercise = open_tiny(practice=True)
    join(exercise, NORTH, "Anna")
    seats.bot_seat(exercise.id, SOUTH)
    services.start_exercise(exercise.id, seed=SEED)
    to_planning(exercise)
    tasks.play(exercise.id)
    given = list(world(exercise).orders.values())
    assert given and all(text(exercise, one.rationale).startswith("South is played with ambition") for one in given)


def test_bots_wait_while_the_clock_is_paused(against_bots: Exercise) -> None:
    done(against_bots, CONTROL_SEAT, c.Pause())
    tasks.play(against_bots.id)
    assert orders(against_bots) == []
    done(against_bots, CONTROL_SEAT, c.Resume())
    tasks.play(against_bots.id)
    assert orders(against_bots)


def test_what_a_pause_refused_is_asked_again_after_it(against_bots: Exercise, monkeypatch: pytest.MonkeyPatch) -> None:
    def paused(exercise_id: str, asked: Asked) -> Answer:
        if not world(against_bots).timer.paused:
            execute(exercise_id, Asked(CONTROL_SEAT, new_request(), c.Pause()))
        return execute(exercise_id, asked)

    with monkeypatch.context() as interrupted:
        interrupted.setattr(EXECUTE, paused)
        tasks.play(against_bots.id)
    assert orders(against_bots) == []
    done(against_bots, CONTROL_SEAT, c.Resume())
    tasks.play(against_bots.id)
    assert orders(against_bots) == orders_of_twin()


def test_after_a_rewind_bots_play_anew(against_bots: Exercise) -> None:
    before = worlds.catch_up(against_bots.id).seq
    tasks.play(against_bots.id)
    texts = Texts()
    done(against_bots, CONTROL_SEAT, c.Rewind(before, texts.add("Once more.")), texts=texts)
    assert orders(against_bots) == []
    done(against_bots, CONTROL_SEAT, c.Resume())
    tasks.play(against_bots.id)
    assert orders(against_bots) and world(against_bots).seats == {SOUTH: "bot"}
    assert verify(against_bots.id).problems == ()


def test_who_writes_to_bots_gets_one_reply(against_bots: Exercise) -> None:
    send(against_bots, "d1")
    for _ in range(2):
        tasks.play(against_bots.id)
    (reply,) = [one for one in world(against_bots).dispatches.values() if one.id != "d1"]
    assert (reply.seat, reply.reply_to, reply.to) == (SOUTH, "d1", ("team:north",))
    assert "bot" in text(against_bots, reply.body)


def test_a_text_put_to_a_bots_team_is_signed_by_it_or_not_and_never_for_the_other(against_bots: Exercise) -> None:
    for n in range(8):
        texts = Texts()
        command = c.ProposeAgreement(f"a{n}", "truce", ("N", "S"), {"aid": n % 4}, texts.add(f"Peace {n}."))
        done(against_bots, NORTH, command, texts=texts)
    tasks.play(against_bots.id)
    signed = {actor for one in world(against_bots).agreements.values() for actor in one.signed}
    assert signed <= {"S"}


def test_no_clock_waits_for_a_bot(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "start", lambda *_: None)  # no worker takes anything
    exercise = seated(open_tiny(practice=True, seconds={"briefing": 0.0001, "planning": 0.0001}), SOUTH)
    while world(exercise).timer.phase != "adjudication":
        tick()
    assert orders(exercise) == []


def test_a_bots_mistake_stops_no_other(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    exercise = open_tiny(practice=True)
    seats.bot_free_seats(exercise.id)
    services.start_exercise(exercise.id, seed=SEED)
    to_planning(exercise)
    made = bot_seats.held(exercise.id)
    assert made == {NORTH: "cautious", ENVOY: "cautious", SOUTH: "ambitious"}, "a policy a team"

    def stumbling(exercise_id: str, asked: Asked) -> Answer:
        if asked.seat == NORTH:
            raise ZeroDivisionError
        return execute(exercise_id, asked)

    monkeypatch.setattr(EXECUTE, stumbling)
    tasks.play(exercise.id)
    assert {order.seat for order in world(exercise).orders.values()} == {SOUTH}


def test_bots_have_no_more_rights_than_people(against_bots: Exercise) -> None:
    close(against_bots)
    assert refused(against_bots, SOUTH, c.SubmitOrder("o1", "talk", "S")) == "wrong_phase"
    tasks.play(against_bots.id)
    assert orders(against_bots) == []


def test_a_purged_exercise_has_no_bots(transactional_db: None) -> None:
    tasks.play("0" * 16)
