"""A line that drops, a page that sleeps or is loaded anew: nobody misses anything, and nobody is told twice."""

from contextlib import AsyncExitStack

from tests.live.conftest import NORTH_CHIEF, NORTH_ENVOY, SOUTH_CHIEF, Table
from tests.live.person import Person, everybody, person
from wargame.engine.commands import CONTROL_SEAT
from wargame.engine.sight import Viewer, viewer_of
from wargame.exercises import worlds
from wargame.live.cursors import cursors_of
from wargame.live.feed import MOST_KEPT, Feed


async def call(north: Person, text: str = "Hello?") -> None:
    assert (await north.command("call_control", text=text))["type"] == "ack"


async def test_what_was_missed_comes_as_patches(address: str, table: Table) -> None:
    async with AsyncExitStack() as stack:
        control = (await everybody(stack, address, table))["control"]
        asleep, cursor = control.parts, control.cursor
        await control.socket.close()
        async with person(address, table.paths[NORTH_CHIEF], table.cookies[NORTH_CHIEF]) as north:
            await north.hello()
            await call(north)
            await call(north)
        async with person(address, table.paths["control"], table.cookies["control"]) as back:
            back.parts, back.cursor = asleep, cursor
            await back.hello(cursor)
            await back.until(lambda one: len(one.see("calls")) == 2)
            assert back.last("view") == {}


async def test_who_missed_nothing_is_told_so(address: str, table: Table) -> None:
    async with AsyncExitStack() as stack:
        south = (await everybody(stack, address, table))[SOUTH_CHIEF]
        south.frames.clear()
        await south.hello(south.cursor)
        changed = south.last("changed")
        assert changed and changed["patch"] == {} and changed["prev"] == changed["here"] == south.cursor


async def test_who_missed_nothing_of_a_server_that_died_hears_what_comes_next(address: str, table: Table) -> None:
    world = worlds.loaded(table.id)
    viewer = viewer_of(world.world, CONTROL_SEAT)
    cursor = cursors_of(table.id, f"{viewer.kind} {viewer.seat}")(world.seq)  # as the server before this one gave it
    async with (
        person(address, table.paths["control"], table.cookies["control"]) as control,
        person(address, table.paths[NORTH_CHIEF], table.cookies[NORTH_CHIEF]) as north,
    ):
        control.cursor = cursor
        await control.hello(cursor)
        assert control.last("changed")["patch"] == {}
        await north.hello()
        await call(north)
        await control.until(lambda one: one.see("calls"))


async def test_an_unknown_cursor_gets_a_whole_view(address: str, table: Table) -> None:
    async with person(address, table.paths[SOUTH_CHIEF], table.cookies[SOUTH_CHIEF]) as south:
        await south.hello("f" * 32)
        assert south.last("view")


async def test_a_cursor_of_somebody_else_is_unknown(address: str, table: Table) -> None:
    async with AsyncExitStack() as stack:
        people = await everybody(stack, address, table)
        assert len({one.cursor for one in people.values()}) == len(people)
        south = people[SOUTH_CHIEF]
        south.frames.clear()
        await south.hello(people[NORTH_CHIEF].cursor)
        assert south.last("view")


async def test_who_sees_no_change_hears_nothing(address: str, table: Table) -> None:
    async with AsyncExitStack() as stack:
        people = await everybody(stack, address, table)
        south, wall = people[SOUTH_CHIEF], people["wall"]
        for one in (south, wall):  # presence has settled when a ping comes back with nothing after it
            await one.until(lambda one: one is wall or one.last("presence"))
        cursors = south.cursor, wall.cursor
        await call(people[NORTH_CHIEF])
        await people["control"].until(lambda one: one.see("calls"))
        for one in (south, wall):
            await one.say({"type": "ping", "sent": 1.0})
            await one.until(lambda one: one.last("pong"))
        assert (south.cursor, wall.cursor) == cursors
        assert south.last("changed") == {} and wall.last("changed") == {}


async def test_a_laptop_and_a_phone_see_the_same(address: str, table: Table) -> None:
    async with AsyncExitStack() as stack:
        laptop = (await everybody(stack, address, table))[NORTH_ENVOY]
        phone = await stack.enter_async_context(person(address, table.paths[NORTH_ENVOY], table.cookies[NORTH_ENVOY]))
        await phone.hello()
        await call(laptop)
        for one in (laptop, phone):
            await one.until(lambda one: one.see("calls"))
        assert laptop.parts == phone.parts and laptop.cursor == phone.cursor


async def test_a_fifth_socket_of_a_seat_takes_the_first_ones_place(address: str, table: Table) -> None:
    async with AsyncExitStack() as stack:
        opened = []
        for _ in range(5):
            one = await stack.enter_async_context(person(address, table.paths[SOUTH_CHIEF], table.cookies[SOUTH_CHIEF]))
            await one.hello()
            opened.append(one)
        closing = await opened[0].until(lambda one: one.last("closing"))
        assert closing["why"] == "taken_elsewhere"
        assert all(one.last("closing") == {} for one in opened[1:])


def test_only_so_many_changes_are_kept() -> None:
    feed = Feed("e" * 16, Viewer("public"), 0)
    cursors = [feed.here]
    for seq in range(1, MOST_KEPT + 2):
        feed.move(seq, {"public": "{}"}, 0.0)
        cursors.append(feed.here)
    assert feed.since(cursors[0], 0.0) == []
    assert len(feed.since(cursors[1], 0.0)) == MOST_KEPT
