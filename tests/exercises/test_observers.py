"""Observers come by their own code, as many as there is room for, and go without a trace but their notes."""

import pytest

from tests.exercises.acting import done, open_tiny
from wargame.engine.commands import RecordObservation
from wargame.engine.observers import OBSERVERS
from wargame.engine.refusals import Refused
from wargame.exercises import event_log, queries, seats, services
from wargame.exercises.models import Exercise
from wargame.exercises.seats import Sitting
from wargame.exercises.texts import Texts

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def lobby() -> Exercise:
    return open_tiny()


def watch(exercise: Exercise, name: str) -> Sitting:
    return seats.take_seat(queries.join_codes(exercise.id)[OBSERVERS].code, "", name, consent=True)


def keys(exercise: Exercise) -> list[str]:
    return [seat.key for seat in queries.observers(exercise.id)]


def note(exercise: Exercise, seat: str) -> None:
    texts = Texts()
    done(exercise, seat, RecordObservation(seat, "", texts.add("They never met.")), texts=texts)


def test_a_seat_is_made_for_each(lobby: Exercise) -> None:
    first, second = watch(lobby, "Olga"), watch(lobby, "Pim")
    assert (first.seat.key, second.seat.key) == ("observer.1", "observer.2")
    assert first.seat.state == "confirmed" and first.seat.consent_at is not None
    assert seats.seat_of(first.seat.id, first.token) == first.seat
    assert keys(lobby) == ["observer.1", "observer.2"]
    assert all(seat.team for seat in queries.seats(lobby.id))
    (row,) = queries.exercises()
    assert (vars(row)["seats_taken"], vars(row)["seats_all"]) == (0, 3)


def test_their_code_opens_no_seat_of_a_team_nor_a_players_code_theirs(lobby: Exercise) -> None:
    watch(lobby, "Olga")
    opened = seats.joinable(queries.join_codes(lobby.id)[OBSERVERS].code)
    assert opened.observers and opened.seats == []
    everybody = seats.joinable(queries.join_codes(lobby.id)[""].code)
    assert not everybody.observers and len(everybody.seats) == 3
    with pytest.raises(Refused) as refused:
        seats.take_seat(queries.join_codes(lobby.id)[""].code, "observer.1", "Pim", consent=True)
    assert refused.value.code == "unknown_seat"


@pytest.mark.parametrize(("name", "code"), [("olga", "name_taken"), ("Observer 1", "bad_name"), ("North", "bad_name")])
def test_names_are_checked_as_players_are(lobby: Exercise, name: str, code: str) -> None:
    watch(lobby, "Olga")
    with pytest.raises(Refused) as refused:
        watch(lobby, name)
    assert refused.value.code == code
    assert keys(lobby) == ["observer.1"]


def test_no_more_than_there_is_room_for(lobby: Exercise, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seats, "MOST_OBSERVERS", 2)
    watch(lobby, "Olga"), watch(lobby, "Pim")
    with pytest.raises(Refused) as refused:
        watch(lobby, "Quy")
    assert refused.value.code == "seat_taken"
    seats.free_observer(lobby.id, "observer.1")
    assert watch(lobby, "Quy").seat.key == "observer.3"


def test_nobody_gets_the_number_of_one_who_left_notes(lobby: Exercise) -> None:
    sitting = watch(lobby, "Olga")
    services.start_exercise(lobby.id)
    note(lobby, "observer.1")
    seats.free_observer(lobby.id, "observer.1")
    assert seats.seat_of(sitting.seat.id, sitting.token) is None
    assert watch(lobby, "Pim").seat.key == "observer.2"


def test_freeing_knows_only_observers(lobby: Exercise) -> None:
    for key in ("north.chief", "observer.1", "observer.x"):
        with pytest.raises(Refused):
            seats.free_observer(lobby.id, key)
    watch(lobby, "Olga")
    with pytest.raises(Refused):
        seats.free_seat(lobby.id, "observer.1")
    assert len(queries.seats(lobby.id)) == 3 and keys(lobby) == ["observer.1"]


def test_the_log_knows_no_name_and_nothing_of_comings_and_goings(lobby: Exercise) -> None:
    watch(lobby, "Olga")
    services.start_exercise(lobby.id)
    before = queries.exercise(lobby.id).head_seq
    watch(lobby, "Pim")
    seats.free_observer(lobby.id, "observer.2")
    assert queries.exercise(lobby.id).head_seq == before
    note(lobby, "observer.1")
    assert "Olga" not in "".join(str(entry) for entry in event_log.read(lobby.id, 0, before + 9))
