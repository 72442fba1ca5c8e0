"""Who sits where: joined by code, confirmed by control, and on record once the exercise runs."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection

from tests.exercises.acting import ENVOY, NORTH, SOUTH, open_tiny, world
from wargame.engine.refusals import Code, Refused
from wargame.exercises import codes, event_log, queries, seats, services
from wargame.exercises.models import Exercise, Seat
from wargame.exercises.seats import Sitting
from wargame.exercises.verify import verify


def join(exercise: Exercise, key: str, name: str, team: str = "", consent: bool = True) -> Sitting:
    return seats.take_seat(codes.new_code(exercise, team).code, key, name, consent)


def code_of_refusal(exercise: Exercise, key: str, name: str, **more: Any) -> str:
    with pytest.raises(Refused) as refused:
        join(exercise, key, name, **more)
    return refused.value.code


def seat(exercise: Exercise, key: str) -> Seat:
    return Seat.objects.get(exercise=exercise, key=key)


def test_a_lobby_has_the_team_sets_seats(lobby: Exercise) -> None:
    assert [s.key for s in queries.seats(lobby.id)] == [NORTH, ENVOY, SOUTH]
    assert {s.state for s in queries.seats(lobby.id)} == {"free"}


def test_who_joins_waits_for_controls_yes(lobby: Exercise) -> None:
    sitting = join(lobby, NORTH, "Anna")
    assert (sitting.seat.state, sitting.seat.name) == ("taken", "Anna")
    assert seats.confirm_seat(lobby.id, NORTH).state == "confirmed"
    assert seats.confirm_seat(lobby.id, NORTH).state == "confirmed"


def test_a_teams_code_confirms_by_itself_and_opens_nothing_else(lobby: Exercise) -> None:
    assert join(lobby, NORTH, "Anna", team="north").seat.state == "confirmed"
    assert code_of_refusal(lobby, SOUTH, "Bo", team="north") == Code.UNKNOWN_SEAT
    code = codes.new_code(lobby, "north")
    opened = seats.joinable(code.code)
    assert opened.exercise == lobby and [s.key for s in opened.seats] == [NORTH, ENVOY]


def test_what_is_missing_is_refused(lobby: Exercise) -> None:
    join(lobby, NORTH, "Anna")
    assert code_of_refusal(lobby, ENVOY, "Bo", consent=False) == Code.CONSENT_MISSING
    assert code_of_refusal(lobby, ENVOY, "") == Code.BAD_NAME
    assert code_of_refusal(lobby, ENVOY, "South") == Code.BAD_NAME
    assert code_of_refusal(lobby, ENVOY, "chief") == Code.BAD_NAME
    assert code_of_refusal(lobby, "north.king", "Bo") == Code.UNKNOWN_SEAT
    assert code_of_refusal(lobby, NORTH, "Bo") == Code.SEAT_TAKEN
    assert code_of_refusal(lobby, ENVOY, "ANNA") == Code.NAME_TAKEN
    assert seat(lobby, ENVOY).state == "free"


def test_names_are_unique_within_an_exercise_only(lobby: Exercise) -> None:
    join(lobby, NORTH, "Anna")
    assert join(open_tiny(), NORTH, "Anna").seat.name == "Anna"


def test_only_one_of_many_gets_a_seat(lobby: Exercise) -> None:
    code = codes.new_code(lobby).code

    def take(name: str) -> bool:
        try:
            seats.take_seat(code, NORTH, name, True)
        except Refused as refused:
            assert refused.code == Code.SEAT_TAKEN
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(6) as people:
        assert sum(people.map(take, ["Ada", "Bo", "Cy", "Di", "Ed", "Flo"])) == 1


def test_the_cookie_opens_the_seat_until_it_is_freed(lobby: Exercise) -> None:
    sitting = join(lobby, NORTH, "Anna")
    assert seats.seat_of(sitting.seat.id, sitting.token) == sitting.seat
    assert seats.seat_of(sitting.seat.id, "another") is None
    assert seats.seat_of("0" * 16, sitting.token) is None
    assert sitting.token not in seat(lobby, NORTH).token_hash
    freed = seats.free_seat(lobby.id, NORTH)
    assert (freed.state, freed.name, freed.token_hash) == ("free", "", "")
    assert seats.seat_of(sitting.seat.id, sitting.token) is None
    assert seats.seat_of(sitting.seat.id, "") is None
    again = join(lobby, NORTH, "Bo")
    assert seats.seat_of(sitting.seat.id, sitting.token) is None
    assert seats.seat_of(again.seat.id, again.token) == again.seat


def test_a_bot_takes_a_free_seat_only(lobby: Exercise) -> None:
    join(lobby, NORTH, "Anna")
    assert seats.bot_seat(lobby.id, ENVOY).state == "bot"
    assert seats.bot_seat(lobby.id, ENVOY).state == "bot"
    with pytest.raises(Refused) as refused:
        seats.bot_seat(lobby.id, NORTH)
    assert refused.value.code == Code.SEAT_TAKEN
    with pytest.raises(Refused) as refused:
        seats.confirm_seat(lobby.id, SOUTH)
    assert refused.value.code == Code.SEAT_FREE


def test_startex_confirms_whoever_sits(lobby: Exercise) -> None:
    join(lobby, NORTH, "Anna")
    services.start_exercise(lobby.id)
    assert seat(lobby, NORTH).state == "confirmed"
    assert seat(lobby, SOUTH).state == "free"


def test_once_it_runs_a_change_of_hands_is_in_the_log_without_a_name(running: Exercise) -> None:
    join(running, NORTH, "Anna")
    assert world(running).seats == {}
    seats.confirm_seat(running.id, NORTH)
    join(running, ENVOY, "Bo", team="north")
    seats.bot_seat(running.id, SOUTH)
    assert world(running).seats == {NORTH: "taken", ENVOY: "taken", SOUTH: "bot"}
    seats.free_seat(running.id, NORTH)
    assert world(running).seats[NORTH] == "freed"
    assert "Anna" not in "".join(row.body for row in event_log.read(running.id))
    assert verify(running.id).problems == ()


def test_what_is_missing_before_startex_comes_with_its_remedy(lobby: Exercise) -> None:
    assert [line.done for line in queries.missing(lobby.id)] == [False, False]
    join(lobby, ENVOY, "Anna")
    texts = [line.text for line in queries.missing(lobby.id) if not line.done]
    assert any("Chief, who submits, is free" in text for text in texts)
    assert any("Envoy waits for your yes" in text for text in texts)
    assert all(line.remedy for line in queries.missing(lobby.id))
