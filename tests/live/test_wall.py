"""What control puts on the wall, and that no secret gets there by it."""

from contextlib import AsyncExitStack
from typing import Any

import pytest
from django.test import Client

from tests.live.conftest import NORTH_CHIEF, WATCHING, Table, staff
from tests.live.person import Person, everybody, person
from wargame.engine.views import public_part
from wargame.exercises import queries, seats, services, worlds
from wargame.exercises.wall import LONGEST, Slide, show_on_wall, wall_of
from wargame.live.reading import doing


async def shows(one: Person, **wanted: Any) -> dict[str, Any]:
    """Wait until the wall's frame is so."""
    found: dict[str, Any] = await one.until(
        lambda one: one.last("wall") if wanted.items() <= one.last("wall").items() else None
    )
    return found


async def test_all_walls_follow_control_and_still_do_after_a_reload(address: str, table: Table) -> None:
    async with AsyncExitStack() as stack:
        people = await everybody(stack, address, table)
        second = await stack.enter_async_context(person(address, table.paths["wall"]))
        await second.hello()
        asked = {"type": "show_on_wall", "show": "stand_by", "line": "Coffee until ten past"}
        assert (await people["control"].ask(asked))["type"] == "ack"
        for one in (people["wall"], second, people["control"]):
            await shows(one, show="stand_by", line="Coffee until ten past")
        async with person(address, table.paths["wall"]) as again:
            await again.hello()
            await shows(again, show="stand_by", line="Coffee until ten past")
        assert (await doing(wall_of, table.id)).slide == Slide("stand_by", "", "Coffee until ten past")
        assert not people[NORTH_CHIEF].last("wall") and not people[WATCHING].last("wall")


async def test_only_control_turns_the_wall(address: str, table: Table) -> None:
    async with AsyncExitStack() as stack:
        people = await everybody(stack, address, table)
        for who in (NORTH_CHIEF, WATCHING, "wall"):
            refused = await people[who].ask({"type": "show_on_wall", "show": "clock"})
            assert refused["code"] == "not_yours"
        assert (await doing(wall_of, table.id)).slide == Slide()


async def test_what_the_public_does_not_see_is_refused(address: str, table: Table) -> None:
    async with person(address, table.paths["control"], table.cookies["control"]) as control:
        await control.hello()
        public = await doing(public_variables, table.id)
        hidden = next(path for path in control.see("variables") if path not in public)
        for show, of in (("indicator", hidden), ("indicator", ""), ("question", "surprise"), ("outcomes", "r1")):
            refused = await control.ask({"type": "show_on_wall", "show": show, "of": of})
            assert refused["code"] == "bad_value"
        shown = next(iter(public))
        assert (await control.ask({"type": "show_on_wall", "show": "indicator", "of": shown}))["type"] == "ack"
        await shows(control, show="indicator", of=shown)


def public_variables(exercise_id: str) -> Any:
    return public_part(worlds.catch_up(exercise_id).world)["variables"]


async def test_the_lobbys_wall_has_the_code_and_counts_the_seats(address: str, lobby: Table) -> None:
    code = (await doing(queries.join_codes, lobby.id))[""].code
    async with person(address, lobby.paths["wall"]) as wall:
        await wall.hello()
        await shows(wall, code=code, taken=3, seats=3)
        await doing(seats.free_seat, lobby.id, NORTH_CHIEF)
        await shows(wall, taken=2)
        assert "Ben" not in wall.heard and "Olga" not in wall.heard
        await doing(services.start_exercise, lobby.id)
        await shows(wall, code="")


@pytest.mark.django_db(transaction=True)
def test_the_picture_tells_of_no_code_whether_it_opens_anything(lobby: Table, client: Client) -> None:
    """It may be asked for in the moment in which the code ends."""
    code = queries.join_codes(lobby.id)[""].code
    assert b'data-join="http://testserver/join"' in client.get(f"/w/{lobby.wall}/").content
    drawn = client.get(f"/w/{lobby.wall}/{code}.svg")
    assert drawn["Content-Type"] == "image/svg+xml" and b"<svg" in drawn.content
    staff().post(f"/api/exercises/{lobby.id}/codes")
    assert client.get(f"/w/{lobby.wall}/{code}.svg").content == drawn.content
    for path in (f"/w/{lobby.id}/{code}.svg", f"/w/{lobby.wall}/.svg", f"/w/{lobby.wall}/{code}A.svg"):
        assert client.get(path).status_code == 404


def test_a_line_is_kept_short_and_plain(lobby: Table) -> None:
    show_on_wall(lobby.id, Slide("stand_by", "", "Back\x00 soon" + "!" * 300))
    line = wall_of(lobby.id).slide.line
    assert line.startswith("Back soon!") and len(line) == LONGEST
