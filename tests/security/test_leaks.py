"""Whole games by bots over real sockets: every byte that anybody is sent is searched for what is others' alone.

Who may know a mark is said here, by hand and by what was done with it; nothing of the engine is asked.
"""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.test import Client

from tests.live.conftest import Table, sit, staff
from tests.live.person import Person, everybody
from wargame.bots.policies import noise, umpire
from wargame.bots.runner import seed_of
from wargame.bots.whim import Whim
from wargame.engine import commands as c
from wargame.engine.commands import CONTROL_SEAT, Command, Setup
from wargame.engine.observers import OBSERVERS
from wargame.engine.phases import is_last
from wargame.engine.scenario import Variable
from wargame.engine.sight import viewer_of
from wargame.engine.views import view_for
from wargame.engine.world import World
from wargame.exercises import models, queries, seats, services, worlds
from wargame.exercises.asked import Asked, new_request
from wargame.exercises.texts import Texts
from wargame.exercises.writer import execute
from wargame.live.reading import doing
from wargame.reports.build import build
from wargame.reports.record import record_of

WALL = "wall"
WATCHING = ("observer.1", "observer.2")
OTHER = {"hollin": "merrow", "merrow": "hollin"}


def new_id() -> str:
    return new_request()[:16]


def team_of(seat: str) -> str:
    return seat.partition(".")[0]


def whole_view(world: World, seat: str) -> dict[str, Any]:
    """What a seat's page shows."""
    whole: dict[str, Any] = {}
    for part in view_for(world, viewer_of(world, seat)).values():
        for name, entries in part.items():
            whole[name] = {**whole.get(name, {}), **entries}  # type: ignore[dict-item]  # maps all
    return whole


@dataclass
class Game:
    """An exercise of the first scenario, who sits in it, and who may know what."""

    id: str
    table: Table
    seats: list[str]
    marks: dict[str, set[str]] = field(default_factory=dict)
    """By mark: the seats that may know it. Control may always."""
    values: dict[str, set[str]] = field(default_factory=dict)
    """Unusual numbers that a hidden value has had, and the seats that may know them."""
    handed: dict[str, str] = field(default_factory=dict)
    """By person: pages and files."""

    def of_team(self, *teams: str) -> set[str]:
        return {seat for seat in self.seats if team_of(seat) in teams}

    def mark(self, *knows: str) -> str:
        """A new word that only these may read."""
        mark = f"Zq{len(self.marks):04d}qZ"
        self.marks[mark] = set(knows)
        return mark

    def world(self) -> World:
        return worlds.catch_up(self.id).world

    def ask(self, seat: str, make: Callable[..., Command], *words: object, **more: object) -> None:
        """Carry out a command; those of its fields that are marks are texts."""
        texts = Texts()
        fields = [texts.add(str(word)) if word in self.marks else word for word in words]
        execute(self.id, Asked(seat, new_request(), make(*fields, **more), texts))

    # What people do

    def act(self, number: int) -> None:
        """Every seat does what a bot would, and talks; then control."""
        for seat in self.seats:
            self.obey(seat, number)
            self.talk(seat)
        self.note()
        self.meddle(number)
        while self.obey(CONTROL_SEAT, number) + services.run_due(self.id):
            self.note_values()
        self.note_values()

    def obey(self, seat: str, number: int) -> int:
        """What the noise policy wants, each of its texts marked."""
        world = self.world()
        whim = Whim(seed_of(number), world.timer.turn, f"{seat} {world.timer.phase} {worlds.catch_up(self.id).seq}")
        done = 0
        for wish in (umpire if seat == CONTROL_SEAT else noise)(whole_view(world, seat), whim):
            texts, marks = Texts(), list[str]()

            def write(body: str, texts: Texts = texts, marks: list[str] = marks) -> c.TextRef:
                marks.append(self.mark())
                return texts.add(f"{body} {marks[-1]}")

            command = wish.command(write, new_id)
            for mark in marks:
                self.marks[mark] = self.readers(seat, command)
            answer = execute(self.id, Asked(seat, new_request(), command, texts))
            done += answer.refused is None
        return done

    def readers(self, seat: str, command: Command) -> set[str]:
        """Who may read the texts of a policy's command."""
        if isinstance(command, c.SendDispatch):
            return self.of_team(team_of(seat), *(to.removeprefix("team:") for to in command.to))
        if seat == CONTROL_SEAT or isinstance(command, c.ProposeAgreement | c.ReviseAgreement | c.EndAgreement):
            return set(self.seats)  # reasons go to whoever is ruled on, and both teams are parties
        return self.of_team(team_of(seat))

    def talk(self, seat: str) -> None:
        """To control, to the other team, and to nobody yet."""
        own, other = team_of(seat), OTHER[team_of(seat)]
        ours, both = self.mark(*self.of_team(own)), self.mark(*self.seats)
        for to, body in (("control", ours), (f"team:{other}", both)):
            self.ask(seat, c.SendDispatch, new_id(), (to,), body, body)
        self.ask(seat, c.CallControl, new_id(), self.mark(seat))

    def note(self) -> None:
        """Each observer keeps a note, which is nobody else's."""
        for one in WATCHING:
            self.ask(one, c.RecordObservation, new_id(), "", self.mark(one))

    def meddle(self, number: int) -> None:
        """Control notes, writes to one, and sets what is hidden to numbers that one would know again."""
        one = self.seats[number % len(self.seats)]
        note, private, letter = self.mark(), self.mark(one), self.mark(*self.of_team(team_of(one)))
        self.ask(CONTROL_SEAT, c.RecordObservation, new_id(), "reasons", note)
        self.ask(CONTROL_SEAT, c.ImproviseInject, new_id(), (f"seat:{one}",), "cable", private, private, answer=True)
        self.ask(CONTROL_SEAT, c.SendDispatch, new_id(), (f"team:{team_of(one)}",), letter, letter)
        for n, (path, variable) in enumerate(self.hidden()):
            if variable.kind == "number":
                share = 0.31415926 + 0.0271828 * (len(self.marks) % 7) + 0.01 * n
                unusual = round(variable.low + (variable.high - variable.low) * share, 6)
                self.ask(CONTROL_SEAT, c.AdjustVariable, path, unusual, self.mark(*self.knowing(variable)))
        self.note_values()

    def hidden(self) -> Iterator[tuple[str, Variable]]:
        """Variables that not everybody may see."""
        return ((path, one) for path, one in self.world().scenario.variables.items() if "all" not in one.see)

    def knowing(self, variable: Variable) -> set[str]:
        """The seats that may see a variable."""
        found: set[str] = set()
        for entry in variable.see:
            kind, _, name = entry.partition(":")
            found |= {name} if kind == "seat" else self.of_team(name.lower()) if kind in ("team", "actor") else set()
        return found

    def note_values(self) -> None:
        world = self.world()
        for path, variable in self.hidden():
            value = world.state[path]
            if isinstance(value, float) and re.fullmatch(r"\d+\.\d{4,}", repr(value)):
                self.values.setdefault(repr(value), set()).update(self.knowing(variable))

    def close(self) -> None:
        timer = self.world().timer
        self.ask(CONTROL_SEAT, c.ClosePhase, timer.turn, timer.phase)
        while self.obey(CONTROL_SEAT, 0) + services.run_due(self.id):
            self.note_values()

    def pages(self) -> None:
        """What is handed out without a socket: pages, the seats of a code, the public report."""
        for who, path in self.table.paths.items():
            if who != CONTROL_SEAT:
                client = Client(headers={"cookie": self.table.cookies[who]})
                self.handed[who] = client.get(path.removesuffix("socket")).content.decode()
                self.handed[who] += client.get("/api/exercises").content.decode()
                self.handed[who] += client.get(f"/api/exercises/{self.id}/state").content.decode()
        record = record_of(self.id)
        self.handed[WALL] += build(record, "public", "jsonl").decode()


def opened(mode: Any) -> Game:
    setup = Setup("quarter_hour", "full_lake", "steady", "two_teams", mode, practice=True)
    row = services.open_exercise("first_steps", "Leaks", setup)
    code = queries.join_codes(row.id)[""].code
    table = Table(row.id, row.wall_id, {}, {})
    game = Game(row.id, table, [seat.key for seat in queries.seats(row.id)])
    table.paths.update({CONTROL_SEAT: f"/e/{row.id}/socket", WALL: f"/w/{row.wall_id}/socket"})
    table.cookies.update({CONTROL_SEAT: f"sessionid={staff().cookies['sessionid'].value}", WALL: ""})
    for key in game.seats:
        sitting = seats.take_seat(code, key, game.mark(*game.of_team(team_of(key))), consent=True)
        sit(sitting, table.paths, table.cookies)
    watch = queries.join_codes(row.id)[OBSERVERS].code
    for key in WATCHING:
        sit(seats.take_seat(watch, "", game.mark(key), consent=True), table.paths, table.cookies)
    assert services.start_exercise(row.id, seed=seed_of(1)).refused is None
    return game


async def caught_up(game: Game, people: dict[str, Person]) -> None:
    """Everybody's view is at the present phase; everybody has asked for every text there is."""
    timer = (await doing(game.world)).timer
    refs = await doing(lambda: list(models.Text.objects.filter(exercise=game.id).values_list("ref", flat=True)))
    for one in people.values():
        await one.until(lambda one: (one.see("timer")["turn"], one.see("timer")["phase"]) == (timer.turn, timer.phase))
        for at in range(0, len(refs), 100):
            assert (await one.ask({"type": "read_texts", "refs": refs[at : at + 100]}))["type"] == "texts"


async def drafted(game: Game, people: dict[str, Person]) -> None:
    """Each team's lead begins an order."""
    for seat in game.seats:
        draft = await people[seat].ask({"type": "open_draft", "kind": "free", "actor": team_of(seat).upper()})
        if draft["type"] == "ack":
            words = {"field": "rationale", "value": game.mark(*game.of_team(team_of(seat))), "revision": 0}
            await people[seat].ask({"type": "edit_draft", "draft": draft["made"], **words})


def of_others(game: Game, who: str, heard: str) -> list[str]:
    """Marks and numbers in what somebody heard that are not theirs to know."""
    known = [(mark, knows) for mark, knows in (*game.marks.items(), *game.values.items()) if who not in knows]
    return [mark for mark, _ in known if mark in heard and re.search(rf"(?<![\d.]){re.escape(mark)}(?!\d)", heard)]


def guessable(game: Game, variable: Variable, who: str, one: Person, path: str) -> bool:
    """Whether somebody's view has the value of a variable, now or in the past, that they may not see."""
    shown = one.see("variables").get(path, {})
    return who not in game.knowing(variable) and bool({"value", "public"} & set(shown))


@pytest.mark.slow
@pytest.mark.parametrize(("number", "mode"), [(1, "umpire"), (4, "engine")])
async def test_nobody_is_sent_what_is_others_alone(address: str, number: int, mode: str) -> None:
    game = await doing(opened, mode)
    async with AsyncExitStack() as stack:
        people = await everybody(stack, address, game.table)
        while True:
            await caught_up(game, people)
            timer = (await doing(game.world)).timer
            if timer.phase == "planning":
                await drafted(game, people)
            await doing(game.act, number)
            await caught_up(game, people)
            if timer.phase == "feedback" and is_last(await doing(game.world)):
                break
            await doing(game.close)
        await doing(game.pages)
        hidden = await doing(lambda: list(game.hidden()))
        for who, one in people.items():
            if who != CONTROL_SEAT:
                assert await doing(of_others, game, who, one.heard + game.handed[who]) == []
                assert [path for path, variable in hidden if guessable(game, variable, who, one, path)] == []
        assert len(game.values) > 5 and len(game.marks) > 100, "otherwise this would prove little"
        before = {who: len(one.heard) for who, one in people.items()}
        await doing(services.end_exercise, game.id)
        for one in people.values():
            await one.until(lambda one: one.see("exercise")["status"] == "ended")
        await caught_up(game, people)
        game.values.clear()  # the model is revealed; what people wrote to each other is not
        for who, one in people.items():
            assert len(one.heard) > before[who]
            assert who == CONTROL_SEAT or await doing(of_others, game, who, one.heard) == []
        control = people[CONTROL_SEAT].heard
        assert sum(mark in control for mark in game.marks) > len(game.marks) / 2


def test_a_mark_is_found() -> None:
    """The search itself."""
    game = Game("x", Table("x", "w", {}, {}), ["hollin.chair", "merrow.chair"])
    mark = game.mark("hollin.chair")
    game.values["61.803399"] = {"hollin.chair"}
    heard = json.dumps({"text": mark, "value": 61.803399})
    assert of_others(game, "merrow.chair", heard) == [mark, "61.803399"]
    assert of_others(game, "hollin.chair", heard) == []
