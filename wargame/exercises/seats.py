"""Who sits where: plain rows, so that names can be erased. After StartEx the log has each change too, nameless."""

import secrets
from contextlib import suppress
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils import timezone

from wargame.engine.commands import CONTROL_SEAT, ChangeSeat, SeatChange
from wargame.engine.observers import OBSERVERS, observer_seat, observes
from wargame.engine.refusals import Code, Refused
from wargame.exercises import codes, doorbell, names, queries, worlds
from wargame.exercises.asked import Asked, new_request
from wargame.exercises.bot_policies import DEALT
from wargame.exercises.models import Exercise, JoinCode, Seat
from wargame.exercises.writer import execute

State = Seat.State
MOST_OBSERVERS = 40
AFTER_THE_TEAMS = 10_000
"""Where the observers' rows begin in the order of seats."""


@dataclass(frozen=True, slots=True)
class Joinable:
    """What a code opens."""

    exercise: Exercise
    seats: list[Seat]
    observers: bool
    """It lets people watch; no seat is chosen."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """Somebody has sat down."""

    seat: Seat
    token: str
    """For the cookie at `/s/<seat id>/`; only its hash is kept."""


def joinable(typed: str) -> Joinable:
    """The exercise and the seats that a code opens. Raises `Refused`."""
    code = codes.find_code(typed)
    seats = [seat for seat in queries.seats(code.exercise_id) if code.team in ("", seat.team)]
    return Joinable(code.exercise, seats, code.team == OBSERVERS)


def take_seat(typed: str, key: str, name: str, consent: bool) -> Sitting:
    """Sit down in a free seat. Raises `Refused`: code, consent, name or seat.

    With a team's code the seat is confirmed at once; otherwise control confirms it, or StartEx does. With the
    observers' code no seat is chosen: one is made.
    """
    code = codes.find_code(typed)
    if not consent:
        raise Refused(Code.CONSENT_MISSING, "Read the content note and say that you agree.")
    shown = names.checked(name)
    if _reads_like_an_office(code.exercise_id, shown):
        raise Refused(Code.BAD_NAME, "This is a team or a seat of the exercise; type your own name.")
    sitting = _watch(code.exercise, shown) if code.team == OBSERVERS else _play(code, key, shown)
    doorbell.ring(code.exercise_id, "seats")
    return sitting


def _play(code: JoinCode, key: str, shown: str) -> Sitting:
    seat = _found(code.exercise_id, key)
    if seat is None or (code.team and seat.team != code.team):
        raise Refused(Code.UNKNOWN_SEAT, "This code does not open that seat; choose another.")
    sitting = _sit(seat, shown, State.CONFIRMED if code.team else State.TAKEN)
    if sitting.seat.state == State.CONFIRMED:
        _record(sitting.seat, "taken")
    return sitting


def _watch(exercise: Exercise, shown: str) -> Sitting:
    """Make an observer's seat. Observers are no part of the play, so the log knows them only by what they note."""
    with transaction.atomic():
        Exercise.objects.select_for_update().get(id=exercise.id)  # one after the other, or two would get one number
        here = queries.observers(exercise.id)
        if len(here) >= MOST_OBSERVERS:
            raise Refused(Code.SEAT_TAKEN, f"There are {MOST_OBSERVERS} observers already; ask control.")
        noted = worlds.catch_up(exercise.id).world.observations.values()
        number = 1 + max((_number(key) for key in {*(s.key for s in here), *(n.seat for n in noted)}), default=0)
        seat = Seat(exercise=exercise, key=observer_seat(number), order=AFTER_THE_TEAMS + number)
        seat.save(force_insert=True)
        return _sit(seat, shown, State.CONFIRMED)


def _number(seat: str) -> int:
    """An observer's number, so that nobody gets that of one who left notes; 0 for other seats."""
    return int(seat.partition(".")[2]) if observes(seat) else 0


def confirm_seat(exercise_id: str, key: str) -> Seat:
    """Control's yes: the brief opens. Raises `Refused` if nobody sits there."""
    seat = _seat(exercise_id, key)
    if not Seat.objects.filter(id=seat.id, state=State.TAKEN).update(state=State.CONFIRMED):
        if seat.state == State.CONFIRMED:
            return seat
        raise Refused(Code.SEAT_FREE, "Nobody sits there yet.")
    return _changed(seat, "taken")


def free_seat(exercise_id: str, key: str) -> Seat:
    """Send whoever sits there away; their cookie is worth nothing from now on."""
    seat = _seat(exercise_id, key)
    if Seat.objects.filter(id=seat.id).exclude(state=State.FREE).update(state=State.FREE, **EMPTY):
        return _changed(seat, "freed")
    return seat


def free_observer(exercise_id: str, key: str) -> None:
    """Send an observer away. Their notes stay. Raises `Refused` if there is none."""
    gone, _ = Seat.objects.filter(exercise_id=exercise_id, key=key, team="").delete() if observes(key) else (0, {})
    if not gone:
        raise Refused(Code.UNKNOWN_SEAT, "There is no such observer.")
    doorbell.ring(exercise_id, "seats")


def bot_seat(exercise_id: str, key: str, policy: str = "") -> Seat:
    """Give a free seat to a bot, or its bot another policy; none named, it is dealt one. Raises `Refused` if taken."""
    seat = _seat(exercise_id, key)
    bot = {**EMPTY, "state": State.BOT, "policy": policy or _dealt(seat)}
    if Seat.objects.filter(id=seat.id, state=State.FREE).update(**bot):
        return _changed(seat, "bot")
    if seat.state != State.BOT:
        raise Refused(Code.SEAT_TAKEN, "Somebody sits there; free the seat first.")
    if policy and Seat.objects.filter(id=seat.id, state=State.BOT).exclude(policy=policy).update(policy=policy):
        doorbell.ring(exercise_id, "seats")
    return _seat(exercise_id, key)


def _dealt(seat: Seat) -> str:
    """One policy a team, in turn: whoever plays alone meets different characters, and a team is of one mind."""
    rows = Seat.objects.filter(exercise=seat.exercise_id).exclude(team="").order_by("order")
    teams = list(dict.fromkeys(rows.values_list("team", flat=True)))
    return DEALT[teams.index(seat.team) % len(DEALT)]


def bot_free_seats(exercise_id: str) -> None:
    """Give every free seat to a bot. Whoever sits down meanwhile keeps the seat."""
    for key in Seat.objects.filter(exercise_id=exercise_id, state=State.FREE).values_list("key", flat=True):
        with suppress(Refused):
            bot_seat(exercise_id, key)


def seat_of(seat_id: str, token: str) -> Seat | None:
    """The seat that a cookie opens; none if it was freed, taken anew, or never was."""
    seat = Seat.objects.select_related("exercise").filter(id=seat_id).exclude(token_hash="").first()
    if seat and secrets.compare_digest(seat.token_hash, codes.hashed(token)):
        return seat
    return None


EMPTY = {"policy": "", "name": "", "name_key": "", "token_hash": "", "consent_at": None, "taken_at": None}


def _sit(seat: Seat, shown: str, state: State) -> Sitting:
    token, now = secrets.token_urlsafe(32), timezone.now()
    try:
        with transaction.atomic():
            taken = Seat.objects.filter(id=seat.id, state=State.FREE).update(
                state=state,
                name=shown,
                name_key=names.key_of(shown),
                token_hash=codes.hashed(token),
                consent_at=now,
                taken_at=now,
            )
    except IntegrityError:
        raise Refused(Code.NAME_TAKEN, "Somebody there has this name; add a letter.") from None
    if not taken:
        raise Refused(Code.SEAT_TAKEN, "Somebody was quicker; choose another seat.")
    seat.refresh_from_db()
    return Sitting(seat, token)


def _reads_like_an_office(exercise_id: str, shown: str) -> bool:
    teams = worlds.loaded(exercise_id).world.teams
    offices = {seat.title for team in teams for seat in team.seats} | {team.name for team in teams}
    return names.key_of(shown) in {names.key_of(office) for office in offices}


def _seat(exercise_id: str, key: str) -> Seat:
    seat = _found(exercise_id, key)
    if seat is None:
        raise Refused(Code.UNKNOWN_SEAT, "There is no such seat.")
    return seat


def _found(exercise_id: str, key: str) -> Seat | None:
    """Looked for here, not in the database, which refuses what people may type."""
    rows = Seat.objects.select_related("exercise").filter(exercise_id=exercise_id).exclude(team="")
    return next((seat for seat in rows if seat.key == key), None)


def _changed(seat: Seat, what: SeatChange) -> Seat:
    _record(seat, what)
    doorbell.ring(seat.exercise_id, "seats")
    return _seat(seat.exercise_id, seat.key)


def _record(seat: Seat, what: SeatChange) -> None:
    """Once the exercise runs, a change of hands is in its log."""
    if seat.exercise.status == Exercise.Status.RUNNING:
        execute(seat.exercise_id, Asked(CONTROL_SEAT, new_request(), ChangeSeat(seat.key, what)))
