"""A team of people plays against bots over real sockets, to the end; and bots' plans are as secret as anybody's."""

import asyncio
from collections.abc import Iterator
from contextlib import AsyncExitStack
from functools import partial

import pytest

from tests.exercises.acting import open_tiny
from tests.live.conftest import NORTH_CHIEF, NORTH_ENVOY, SOUTH_CHIEF, Table, seated
from tests.live.person import Person, everybody
from wargame.engine.world import World
from wargame.exercises import embedded, event_log, seats, services, worlds
from wargame.exercises.verify import verify
from wargame.live.reading import doing


@pytest.fixture
def worker(address: str) -> Iterator[embedded.Worker]:
    """Beside the server, as in the embedded way to run."""
    made = embedded.start_worker()
    yield made
    made.stop()


@pytest.fixture
def against_bots(transactional_db: None) -> Table:
    """People in North, a bot in South, the lobby just left."""
    table = seated(open_tiny(practice=True))
    for way in (table.paths, table.cookies):
        del way[SOUTH_CHIEF]
    seats.free_seat(table.id, SOUTH_CHIEF)
    seats.bot_seat(table.id, SOUTH_CHIEF)
    assert services.start_exercise(table.id, seed=bytes(range(32))).refused is None
    worlds.catch_up(table.id)
    return table


async def test_people_play_against_bots_to_the_end(address: str, worker: embedded.Worker, against_bots: Table) -> None:
    async with AsyncExitStack() as stack:
        people = await everybody(stack, address, against_bots)
        control, north = people["control"], people[NORTH_CHIEF]
        for turn in (1, 2):
            await phase(people, turn, "briefing")
            await close(control, turn, "briefing")
            await phase(people, turn, "planning")
            await north.command("send_dispatch", to=["team:south"], subject="You", body="Who are you?")
            talk = {"kind": "talk", "actor": "N", "turn": turn, "rationale": "To talk.", "expected": "Calm."}
            assert (await north.command("submit_order", **talk))["type"] == "ack"
            await control.until(lambda one: one.see("teams")["south"].get("submitted"))
            await north.until(partial(has_replies, turn))
            await close(control, turn, "planning")
            await phase(people, turn, "feedback")
            if turn == 1:
                await close(control, turn, "feedback")
        await doing(services.end_exercise, against_bots.id)
        for one in people.values():
            await one.until(lambda one: one.see("exercise")["status"] == "ended")
        world = await doing(world_of, against_bots)
        assert {order.turn for order in world.orders.values() if order.team == "south"} == {1, 2}
        assert all(order.status == "ruled" for order in world.orders.values())
        assert "N" not in [actor for text in world.agreements.values() for actor in text.signed]
        assert (await doing(verify, against_bots.id)).problems == ()


async def test_a_bots_plan_is_its_teams_alone(address: str, worker: embedded.Worker, against_bots: Table) -> None:
    async with AsyncExitStack() as stack:
        people = await everybody(stack, address, against_bots)
        control = people["control"]
        await close(control, 1, "briefing")
        await control.until(lambda one: one.see("teams")["south"].get("submitted"))
        log = await doing(lambda: list(event_log.read(against_bots.id)))
        orders = (await doing(world_of, against_bots)).orders.values()
        secrets = {secret for order in orders for secret in (order.id, order.rationale, order.expected)}
        secrets |= {row.request_id for row in log if row.seat == SOUTH_CHIEF}
        assert len(secrets) >= 4 and all(secrets)
        secrets.add("'policy': 'ambitious'")
        assert "'policy': 'ambitious'" in answered_apart(control), "control knows how it plays"
        for who in (NORTH_CHIEF, NORTH_ENVOY, "wall"):
            asked = {"type": "read_texts", "refs": [order.rationale for order in orders]}
            assert (await people[who].ask(asked)).get("texts", {}) == {}
            assert [secret for secret in secrets if secret in answered_apart(people[who])] == []
        await control.until(lambda one: all(order.id in one.heard for order in orders))


async def test_everybody_who_may_know_sees_that_it_is_a_bot(address: str, against_bots: Table) -> None:
    async with AsyncExitStack() as stack:
        people = await everybody(stack, address, against_bots)
        control = people["control"]
        await control.until(lambda one: state(one, SOUTH_CHIEF) == "bot")
        await doing(seats.free_seat, against_bots.id, NORTH_ENVOY)
        await doing(seats.bot_seat, against_bots.id, NORTH_ENVOY)
        for who in ("control", NORTH_CHIEF):
            await people[who].until(lambda one: state(one, NORTH_ENVOY) == "bot")
        await doing(seats.free_seat, against_bots.id, NORTH_ENVOY)
        await people[NORTH_CHIEF].until(lambda one: state(one, NORTH_ENVOY) == "free")


def world_of(table: Table) -> World:
    return worlds.catch_up(table.id).world


def state(one: Person, seat: str) -> str:
    return str(one.last("presence").get("seats", {}).get(seat, {}).get("state", ""))


def has_replies(number: int, one: Person) -> bool:
    return sum(bool(dispatch.get("reply_to")) for dispatch in one.see("dispatches").values()) == number


def answered_apart(one: Person) -> str:
    """What somebody was sent without having named it first."""
    return "".join(str(frame) for frame in one.frames if frame["type"] != "texts")


async def close(control: Person, turn: int, name: str) -> None:
    assert (await control.command("close_phase", turn=turn, phase=name))["type"] == "ack"


async def phase(people: dict[str, Person], turn: int, name: str) -> None:
    """Everybody is there."""
    now = (turn, name)
    await asyncio.gather(
        *(
            one.until(lambda one: (one.see("timer")["turn"], one.see("timer")["phase"]) == now)
            for one in people.values()
        )
    )
