"""Drafts that a team shares, who is here, and seats that change hands."""

from collections.abc import Mapping
from contextlib import AsyncExitStack
from typing import Any

import pytest

from tests.exercises.acting import open_tiny
from tests.live.conftest import NORTH_CHIEF, NORTH_ENVOY, SOUTH_CHIEF, WATCHING, Table, seated, started
from tests.live.person import Person, everybody, person
from wargame.exercises import codes, doorbell, queries, seats
from wargame.exercises.seats import Sitting
from wargame.live.company import Company
from wargame.live.reading import doing


async def presence(one: Person, seat: str, **wanted: str | bool) -> dict[str, Any]:
    """Wait until a seat's presence is so."""

    def so(one: Person) -> Any:
        told = one.last("presence").get("seats", {}).get(seat, {})
        return told if all(told.get(name) == value for name, value in wanted.items()) else None

    found: dict[str, Any] = await one.until(so)
    return found


async def test_two_edit_one_field_and_the_second_hears_of_it(address: str, table: Table) -> None:
    async with AsyncExitStack() as stack:
        people = await everybody(stack, address, table)
        chief, envoy, south = people[NORTH_CHIEF], people[NORTH_ENVOY], people[SOUTH_CHIEF]
        draft = (await chief.ask({"type": "open_draft", "kind": "probe", "actor": "N"}))["made"]
        await envoy.until(lambda one: draft in one.last("drafts").get("drafts", {}))
        edit = {"type": "edit_draft", "draft": draft, "field": "form.strength", "revision": 0}
        assert (await envoy.ask({**edit, "value": 2}))["revision"] == 1
        refused = await chief.ask({**edit, "value": 3})
        assert (refused["type"], refused["code"]) == ("refused", "draft_changed")
        await chief.until(lambda one: one.last("drafts")["drafts"][draft]["fields"].get("form.strength"))
        field = chief.last("drafts")["drafts"][draft]["fields"]["form.strength"]
        assert field == {"value": 2, "revision": 1, "seat": NORTH_ENVOY}
        assert (await south.ask({"type": "drop_draft", "draft": draft}))["code"] == "unknown_draft"
        assert draft not in south.heard and draft not in people["control"].heard
        assert (await chief.ask({"type": "drop_draft", "draft": draft}))["type"] == "ack"
        await envoy.until(lambda one: not one.last("drafts")["drafts"])


async def test_what_others_draft_does_not_count(address: str, table: Table) -> None:
    """The number that sorts a draft is the team's own: a gap would tell how many the others have."""
    async with AsyncExitStack() as stack:
        people = await everybody(stack, address, table)
        chief, south = people[NORTH_CHIEF], people[SOUTH_CHIEF]
        for _ in range(2):
            assert (await chief.ask({"type": "open_draft", "kind": "talk", "actor": "N"}))["made"]
        draft = (await south.ask({"type": "open_draft", "kind": "talk", "actor": "S"}))["made"]
        await south.until(lambda one: draft in one.last("drafts").get("drafts", {}))
        assert south.last("drafts")["drafts"][draft]["order"] == 0


async def test_drafts_wait_for_controls_yes(address: str, table: Table) -> None:
    """Somebody who joined late with the room's code neither reads the team's drafts nor touches them."""
    async with AsyncExitStack() as stack:
        chief = await stack.enter_async_context(person(address, table.paths[NORTH_CHIEF], table.cookies[NORTH_CHIEF]))
        await chief.hello()
        draft = (await chief.ask({"type": "open_draft", "kind": "talk", "actor": "N"}))["made"]
        await doing(seats.free_seat, table.id, NORTH_ENVOY)
        late = await doing(joined_late, table.id)
        envoy = await stack.enter_async_context(person(address, f"/s/{late.seat.id}/socket", f"seat={late.token}"))
        await envoy.hello()
        edit = {"type": "edit_draft", "draft": draft, "field": "rationale", "value": "x", "revision": 0}
        opened = {"type": "open_draft", "kind": "talk", "actor": "N"}
        for frame in (opened, edit, {"type": "drop_draft", "draft": draft}):
            assert (await envoy.ask(frame))["code"] == "not_yours"
        assert (await chief.ask({**edit, "value": "y"}))["revision"] == 1
        await chief.until(lambda one: one.last("drafts").get("drafts", {}).get(draft, {}).get("fields"))
        assert draft not in envoy.heard
        await doing(seats.confirm_seat, table.id, NORTH_ENVOY)
        await envoy.until(lambda one: draft in one.last("drafts").get("drafts", {}))


async def test_a_lost_bell_lets_nobody_in(address: str, table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    """The seat was confirmed for somebody else. Who sits there now gets the public view and hears no names."""
    async with AsyncExitStack() as stack:
        chief = await stack.enter_async_context(person(address, table.paths[NORTH_CHIEF], table.cookies[NORTH_CHIEF]))
        await chief.hello()
        assert (await chief.ask({"type": "open_draft", "kind": "talk", "actor": "N"}))["made"]
        monkeypatch.setattr(doorbell, "ring", lambda *_: None)
        await doing(seats.free_seat, table.id, NORTH_ENVOY)
        late = await doing(joined_late, table.id)
        envoy = await stack.enter_async_context(person(address, f"/s/{late.seat.id}/socket", f"seat={late.token}"))
        await envoy.hello()
        await presence(envoy, NORTH_CHIEF, state="here", name="", editing="")
        assert set(envoy.parts) == {"public"}
        assert "Ada" not in envoy.heard and not envoy.last("drafts")


async def test_control_alone_hears_who_waits(address: str, table: Table) -> None:
    async with AsyncExitStack() as stack:
        people = await everybody(stack, address, table)
        control, chief, south = people["control"], people[NORTH_CHIEF], people[SOUTH_CHIEF]
        await doing(seats.free_seat, table.id, NORTH_ENVOY)
        await doing(joined_late, table.id)
        assert (await presence(control, NORTH_ENVOY, waits=True))["name"] == "Eve"
        await presence(chief, NORTH_ENVOY, name="Eve")
        assert all('"waits":true' not in one.heard for one in (chief, south, people["wall"]))
        await doing(seats.confirm_seat, table.id, NORTH_ENVOY)
        await presence(control, NORTH_ENVOY, waits=False)


def joined_late(exercise_id: str) -> Sitting:
    """Somebody takes the envoy's seat after StartEx; control has not said yes."""
    code = codes.new_code(queries.exercise(exercise_id)).code
    return seats.take_seat(code, NORTH_ENVOY, "Eve", consent=True)


async def test_a_submitted_draft_is_gone_and_the_order_stands_in_its_place(address: str, table: Table) -> None:
    async with AsyncExitStack() as stack:
        people = await everybody(stack, address, table)
        chief, envoy = people[NORTH_CHIEF], people[NORTH_ENVOY]
        await people["control"].command("close_phase", turn=1, phase="briefing")
        draft = (await chief.ask({"type": "open_draft", "kind": "talk", "actor": "N"}))["made"]
        await envoy.until(lambda one: draft in one.last("drafts").get("drafts", {}))
        talk = {"kind": "talk", "actor": "N", "turn": 1, "rationale": "Peace", "expected": "Peace", "draft": draft}
        assert (await chief.command("submit_order", **talk))["made"] == draft
        await envoy.until(lambda one: not one.last("drafts")["drafts"])
        assert (await chief.command("submit_order", **talk))["code"] == "twice"


async def test_who_is_here(address: str, table: Table) -> None:
    async with AsyncExitStack() as stack:
        people = await everybody(stack, address, table)
        control, chief, envoy = people["control"], people[NORTH_CHIEF], people[NORTH_ENVOY]
        assert (await presence(chief, NORTH_ENVOY, state="here"))["name"] == "Ben"
        await presence(control, NORTH_ENVOY, state="here")
        await envoy.say({"type": "attend", "away": True, "editing": "d1/rationale"})
        await presence(chief, NORTH_ENVOY, state="away", editing="d1/rationale")
        await presence(control, NORTH_ENVOY, state="away", editing="")
        await envoy.socket.close()
        await presence(chief, NORTH_ENVOY, state="dropped")
        assert set(chief.last("presence")["seats"]) == {NORTH_CHIEF, NORTH_ENVOY}
        assert set(control.last("presence")["seats"]) == {NORTH_CHIEF, NORTH_ENVOY, SOUTH_CHIEF, WATCHING}
        assert "Ben" not in people[SOUTH_CHIEF].heard and "Ben" not in people["wall"].heard
        assert people["wall"].last("presence") == {}


async def test_a_brief_opens_when_control_confirms_the_seat(address: str, lobby: Table) -> None:
    async with person(address, lobby.paths[NORTH_CHIEF], lobby.cookies[NORTH_CHIEF]) as chief:
        await chief.hello()
        assert set(chief.parts) == {"public"}
        assert (await chief.command("call_control", text="Hello?"))["code"] == "not_yours"
        await doing(seats.confirm_seat, lobby.id, NORTH_CHIEF)
        await chief.until(lambda one: "seat" in one.parts)
        assert chief.parts["seat"]["you"]["seat"] == NORTH_CHIEF


async def test_startex_confirms_everybody_who_sits(address: str, lobby: Table) -> None:
    async with person(address, lobby.paths[SOUTH_CHIEF], lobby.cookies[SOUTH_CHIEF]) as south:
        await south.hello()
        await doing(started, lobby)
        await south.until(lambda one: one.see("exercise")["status"] == "running")
        assert "seat" in south.parts  # at once: a page that first drew what the public sees would jump


async def test_a_freed_seat_is_shown_out(address: str, table: Table) -> None:
    async with person(address, table.paths[SOUTH_CHIEF], table.cookies[SOUTH_CHIEF]) as south:
        await south.hello()
        await doing(seats.free_seat, table.id, SOUTH_CHIEF)
        assert (await south.until(lambda one: one.last("closing")))["why"] == "freed"
        await south.socket.wait_closed()
    async with person(address, table.paths[SOUTH_CHIEF], table.cookies[SOUTH_CHIEF]) as back:
        assert (await back.until(lambda one: one.last("closing")))["why"] == "freed"


async def test_a_deadline_closes_the_phase_by_itself(address: str) -> None:
    table = await doing(lambda: seated(open_tiny(seconds={"briefing": 0.3})))
    async with person(address, table.paths["wall"]) as wall:
        await wall.hello()
        await doing(started, table)
        await wall.until(lambda one: one.see("timer").get("phase") == "planning")
        assert 0.3 <= wall.see("timer")["opened_at"] < 0.8


async def test_processes_tell_each_other_what_is_news_and_no_more() -> None:
    """Who comes asks, and is answered; what somebody else's guests do is no reason to tell of one's own."""
    said: list[tuple[str, Mapping[str, Any]]] = []
    one = Company("e" * 16, lambda message: said.append(("one", message)))
    other = Company("e" * 16, lambda message: said.append(("other", message)))

    def carry(to: Company) -> None:
        name, message = said[-1]
        to.hear({"process": name, **message})
        to.tell_presence()

    one.gather()
    one.tell_presence()
    carry(other)
    carry(one)
    carry(other)
    assert [(name, message["asks"]) for name, message in said] == [("one", True), ("other", True), ("one", False)]
