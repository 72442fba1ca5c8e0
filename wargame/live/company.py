"""Who is in a room and what they see of each other: presence, the teams' drafts, and work in progress.

None of this is in the log. Every frame here replaces the one before it, so it has no cursor; it is sent if it differs.
"""

import asyncio
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from typing import Any

from wargame.engine.commands import CONTROL_SEAT
from wargame.exercises import accounts, queries
from wargame.exercises.wall import wall_of
from wargame.live.frames import server
from wargame.live.guest import WALL, Guest
from wargame.live.presence import Attendance, Sitter, Told, for_control, for_team, for_waiting, told
from wargame.live.reading import reading

GATHER = 0.1
"""Seconds in which comings and goings are gathered into one frame: a thousand may come back at once."""
WAITING = "waiting"


class Company:
    """The guests of one room, by this process's sockets."""

    def __init__(self, exercise: str, tell: Callable[[Mapping[str, Any]], None]) -> None:
        self.guests: set[Guest] = set()
        self._exercise = exercise
        self._tell = tell
        self._sitters: dict[str, Sitter] = {}
        self._closed: set[int] = set()
        """Accounts of guests that may enter no more."""
        self._attendance = Attendance()
        self._last: dict[str, str] = {}
        """The last presence, by circle."""
        self._drafts: dict[str, str] = {}
        """The last drafts, by team."""
        self._jobs: dict[str, server.Job] = {}
        self._wall = ""
        """The last frame of what the walls show."""
        self._gathering: asyncio.TimerHandle | None = None
        self._has_news = False
        """For the other processes: of our own guests."""
        self._asks = True
        """The first time that we tell, we also ask what the others have told before we were there."""
        self._looking = asyncio.Lock()
        """Two looks at the seats at once could end in the wrong order, and the older one would stand."""

    # Guests

    def enter(self, guest: Guest) -> None:
        """It hears what there is now, and the others of it."""
        self.guests.add(guest)
        self._give_drafts([guest])
        for job in self._jobs.values():
            if job.state in ("waiting", "running") and may_know(guest, job):
                guest.outbox.push(job.model_dump_json())
        if self._wall and guest.seat in (WALL, CONTROL_SEAT):
            guest.outbox.push(self._wall)
        self._last.pop(self.circle(guest), None)  # so that it hears the presence too
        self.gather()

    def leave(self, guest: Guest) -> None:
        self.guests.discard(guest)
        self.gather()

    def team(self, guest: Guest) -> str:
        """The guest's team, or `control`; "" for who has neither."""
        if guest.seat == CONTROL_SEAT:
            return CONTROL_SEAT
        sitter = self._sitters.get(guest.seat)
        return sitter.team if sitter else ""

    def circle(self, guest: Guest) -> str:
        """Who it shares presence with: its team, once its seat is confirmed; until then those who wait beside it."""
        team = self.team(guest)
        return f"{team} {WAITING}" if team and guest.plays and not self.admitted(guest) else team

    def knows(self, guest: Guest) -> bool:
        """Whether the last look at the seats saw this guest sit down. If not, the seat may have been another's."""
        return not guest.sits or self._holds(guest)

    def confirmed(self, seat: str) -> bool:
        """Whether somebody sits there, with control's yes."""
        sitter = self._sitters.get(seat)
        return sitter is not None and sitter.state == "confirmed"

    def admitted(self, guest: Guest) -> bool:
        """Whether it sits, with control's yes."""
        return self.confirmed(guest.seat) and self._holds(guest)

    def put_out(self) -> list[Guest]:
        """The guests whose seat, or whose account, is not theirs any more."""
        return [guest for guest in self.guests if guest.account in self._closed or not self.knows(guest)]

    def _holds(self, guest: Guest) -> bool:
        sitter = self._sitters.get(guest.seat)
        return sitter is not None and sitter.token_hash == guest.token

    # Seats, drafts and jobs: read when the bell rings for them

    async def look_at_seats(self) -> None:
        async with self._looking:
            self._closed = await reading(accounts.closed, {guest.account for guest in self.guests if guest.account})
            seats = await reading(queries.sitters, self._exercise)
            waiting = [guest for guest in self.guests if not self.admitted(guest)]
            self._sitters = {
                seat.key: Sitter(seat.team, seat.state, seat.name, seat.token_hash, seat.policy) for seat in seats
            }
        let_in = [guest for guest in waiting if self.admitted(guest)]
        self._give_drafts(let_in)
        for guest in let_in:
            self._last.pop(self.circle(guest), None)
        self.gather()

    async def look_at_drafts(self) -> None:
        found = await reading(queries.drafts, self._exercise)
        teams: dict[str, dict[str, server.Draft]] = {s.team: {} for s in self._sitters.values() if s.team}
        for draft in found:
            team = teams[draft.team]
            team[draft.id] = server.Draft(
                kind=draft.kind,
                actor=draft.actor,
                turn=draft.turn,
                seat=draft.seat,
                fields=draft.fields,
                ready=draft.ready,
                order=len(team),
            )
        for name, drafts in teams.items():
            text = server.Drafts(drafts=drafts).model_dump_json()
            if self._drafts.get(name) != text:
                self._drafts[name] = text
                self._give_drafts(guest for guest in self.guests if self.team(guest) == name)

    def _give_drafts(self, guests: Iterable[Guest]) -> None:
        """To those whose seat is confirmed: a team's drafts are as private as its brief."""
        for guest in guests:
            if self.admitted(guest) and self.team(guest) in self._drafts:
                guest.outbox.push(self._drafts[self.team(guest)])

    async def look_at_jobs(self) -> None:
        for job in await reading(queries.jobs, self._exercise):
            report = getattr(job, "report", None)
            link = f"/api/reports/{report.id}/download" if report and job.state == "done" else ""
            names = ("kind", "state", "progress", "text")
            self._job(server.Job.model_validate({"job": job.id, "link": link, **{n: getattr(job, n) for n in names}}))

    async def look_at_wall(self) -> None:
        now = await reading(wall_of, self._exercise)
        text = server.Wall(**asdict(now.slide), code=now.code, taken=now.taken, seats=now.seats).model_dump_json()
        if self._wall != text:
            self._wall = text
            push((guest for guest in self.guests if guest.seat in (WALL, CONTROL_SEAT)), text)

    def _job(self, job: server.Job) -> None:
        if self._jobs.get(job.job) == job:
            return
        self._jobs[job.job] = job
        text = job.model_dump_json()
        push((guest for guest in self.guests if may_know(guest, job)), text)

    # Presence

    def attend(self, guest: Guest, *, away: bool, editing: str) -> None:
        """Where a guest is now."""
        guest.away, guest.editing = away, editing
        self.gather()

    def hear(self, message: Mapping[str, Any]) -> None:
        """What the room of another process tells of its guests."""
        seats = {seat: (bool(away), str(editing)) for seat, (away, editing) in message["seats"].items()}
        self._attendance.hear(message["process"], seats)
        self.gather(news=message["asks"])

    def gather(self, *, news: bool = True) -> None:
        """Tell the presence in a moment: to our guests, and if it is news of these, to the other processes.

        What those told is no news to them: two processes would answer each other for ever.
        """
        self._has_news |= news
        if self._gathering is None:
            self._gathering = asyncio.get_running_loop().call_later(GATHER, self.tell_presence)

    def tell_presence(self) -> None:
        """To the guests if it differs from the last; news to other processes in any case: what they know runs out."""
        if self._gathering is not None:
            self._gathering.cancel()
            self._gathering = None
        here = self._attendance.here(self.guests)
        for circle in {self.circle(guest) for guest in self.guests} - {""}:
            self._say(circle, self._seen_by(circle, here).model_dump_json())
        if self._has_news:
            self._tell({"seats": told(self.guests), "asks": self._asks})
            self._has_news = self._asks = False

    def _seen_by(self, circle: str, here: Told) -> server.Presence:
        if circle == CONTROL_SEAT:
            return for_control(self._sitters, here)
        team, _, waiting = circle.partition(" ")
        return for_waiting(team, self._sitters, here) if waiting else for_team(team, self._sitters, here)

    def _say(self, circle: str, text: str) -> None:
        if self._last.get(circle) != text:
            self._last[circle] = text
            push((guest for guest in self.guests if self.circle(guest) == circle), text)


def push(guests: Iterable[Guest], text: str) -> None:
    for guest in guests:
        guest.outbox.push(text)


def may_know(guest: Guest, job: server.Job) -> bool:
    """Players wait for an adjudication; how far a report is concerns control."""
    return guest.seat == CONTROL_SEAT or (guest.plays and job.kind == "adjudication")
