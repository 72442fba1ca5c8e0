"""Who is here, as each team and control may see it. Not in the log: it is true only while it is looked at."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from time import monotonic

from wargame.live.frames.server import Presence, Present, PresentStaff
from wargame.live.guest import Guest

SECONDS_TO_LIVE = 25.0
"""What another process said of its sockets is believed for this long; it says it again before."""

STAFF = "staff "
"""Before the account and name of control's people; no seat begins so."""

Told = dict[str, tuple[bool, str]]
"""By seat, or by who of control's people it is: away, and the draft field, or item of the queue, that they are in."""


@dataclass(frozen=True, slots=True)
class Sitter:
    """A seat's row, as far as the room needs it."""

    team: str
    state: str
    """`free`, `taken`, `confirmed` or `bot`."""
    name: str
    token_hash: str
    policy: str = ""
    """Of a bot."""


class Attendance:
    """The seats of one exercise that are here: by this process's own sockets, and by what other processes told."""

    def __init__(self) -> None:
        self._told: dict[str, tuple[float, Told]] = {}

    def hear(self, process: str, told: Told) -> None:
        """Another process tells all its seats anew."""
        self._told[process] = (monotonic() + SECONDS_TO_LIVE, told)

    def here(self, guests: Iterable[Guest]) -> Told:
        """Every seat with an open socket somewhere; `guests` are this process's."""
        now = monotonic()
        self._told = {process: said for process, said in self._told.items() if said[0] > now}
        return merged([told(guests), *(seats for _, seats in self._told.values())])


def told(guests: Iterable[Guest]) -> Told:
    """This process's seats and control's people, for the others."""
    return merged({place(guest): (guest.away, guest.editing)} for guest in guests if guest.sits or guest.account)


def place(guest: Guest) -> str:
    """Its seat; of control's people, who share one, their account and name."""
    return guest.seat if guest.sits else f"{STAFF}{guest.account} {guest.name}"


def merged(several: Iterable[Told]) -> Told:
    """One entry a seat: it is away only if all its sockets are, and in the field that any of them is in."""
    seats: Told = {}
    for one in several:
        for seat, (away, editing) in one.items():
            was_away, was_editing = seats.get(seat, (True, ""))
            seats[seat] = (away and was_away, editing or was_editing)
    return seats


def for_team(team: str, sitters: Mapping[str, Sitter], here: Told) -> Presence:
    """The team's own seats, with the fields they are in."""
    return Presence(seats={s: present(one, here.get(s)) for s, one in sitters.items() if one.team == team})


def for_waiting(team: str, sitters: Mapping[str, Sitter], here: Told) -> Presence:
    """To those of the team whom control has not confirmed: which seats are taken, as at the door, and nobody's name."""
    nameless = {seat: replace(one, name="") for seat, one in sitters.items()}
    return for_team(team, nameless, {seat: (away, "") for seat, (away, _) in here.items()})


def for_control(sitters: Mapping[str, Sitter], here: Told) -> Presence:
    """Every seat. Drafts are the team's own, so no fields."""
    without_fields = {seat: (away, "") for seat, (away, _) in here.items()}
    seats = {seat: present(one, without_fields.get(seat)) for seat, one in sitters.items()}
    return Presence(
        seats={s: one.model_copy(update={"waits": sitters[s].state == "taken"}) for s, one in seats.items()},
        staff=dict(_staff(here)),
    )


def _staff(here: Told) -> Iterator[tuple[str, PresentStaff]]:
    """Whoever is away holds nothing: another may take it up."""
    for place, (away, holds) in sorted(here.items()):
        if place.startswith(STAFF):
            account, _, name = place.removeprefix(STAFF).partition(" ")
            yield account, PresentStaff(name=name, away=away, holds="" if away else holds)


def present(sitter: Sitter, here: tuple[bool, str] | None) -> Present:
    """How one seat stands."""
    if sitter.state in ("free", "bot"):
        return Present(state="bot" if sitter.state == "bot" else "free", policy=sitter.policy)
    if here is None:
        return Present(state="dropped", name=sitter.name)
    away, editing = here
    return Present(state="away" if away else "here", editing=editing, name=sitter.name)
