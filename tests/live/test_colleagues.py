"""Two facilitators: each sees what the other has in hand, and the log says who did what. Nobody else hears of it."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

from django.contrib.auth.models import User
from django.test import Client

from tests.live.conftest import NORTH_CHIEF, WATCHING, Table
from tests.live.person import Person, person
from wargame.live.guest import Guest
from wargame.live.outbox import Outbox
from wargame.live.presence import Attendance, for_control, told
from wargame.live.reading import doing

HOST, GUEST = "Zora Zet", "Quinn Quu"
ITEM = "call:abc"


def session_of(name: str) -> str:
    user = User.objects.filter(username=name).first() or User.objects.create_user(name, is_staff=True)
    client = Client()
    client.force_login(user)
    return f"sessionid={client.cookies['sessionid'].value}"


@asynccontextmanager
async def facilitator(address: str, table: Table, name: str) -> AsyncIterator[Person]:
    cookie = await doing(session_of, name)
    async with person(address, table.paths["control"], cookie) as one:
        await one.hello()
        yield one


async def sees(one: Person, name: str, **wanted: Any) -> None:
    """Wait until the presence of one of control's people is so."""

    def so(one: Person) -> bool:
        staff = one.last("presence").get("staff", {}).values()
        return any(told == {"name": name, "away": False, "holds": "", **wanted} for told in staff)

    await one.until(so)


async def test_one_sees_what_the_other_has_in_hand_until_they_leave_it_or_drop(address: str, table: Table) -> None:
    async with facilitator(address, table, HOST) as zora:
        async with facilitator(address, table, GUEST) as quinn:
            await quinn.say({"type": "attend", "editing": ITEM})
            await sees(zora, GUEST, holds=ITEM)
            await quinn.say({"type": "attend", "away": True, "editing": ITEM})
            await sees(zora, GUEST, away=True)
            await quinn.say({"type": "attend", "editing": ITEM})
            await sees(zora, GUEST, holds=ITEM)
            await quinn.say({"type": "attend", "editing": ""})
            await sees(zora, GUEST)
            await quinn.say({"type": "attend", "editing": ITEM})
            await sees(zora, GUEST, holds=ITEM)
        await zora.until(lambda one: len(one.last("presence")["staff"]) == 1)


async def test_the_log_says_who_of_them_did_it(address: str, table: Table) -> None:
    async with facilitator(address, table, HOST) as zora, facilitator(address, table, GUEST) as quinn:
        assert (await zora.command("pause"))["type"] == "ack"
        assert (await quinn.command("resume"))["type"] == "ack"
        lines = (await quinn.ask({"type": "read_log"}))["lines"]
        assert [(line["kind"], line["by"]) for line in lines[:2]] == [("Resumed", GUEST), ("Paused", HOST)]


async def test_nobody_else_hears_who_they_are_or_what_they_hold(address: str, table: Table) -> None:
    async with AsyncExitStack() as stack:
        others = []
        for seat in (NORTH_CHIEF, WATCHING, "wall"):
            other = await stack.enter_async_context(person(address, table.paths[seat], table.cookies[seat]))
            await other.hello()
            others.append(other)
        zora = await stack.enter_async_context(facilitator(address, table, HOST))
        await zora.say({"type": "attend", "editing": ITEM})
        await sees(zora, HOST, holds=ITEM)
        assert (await zora.command("pause"))["type"] == "ack"
        for other in others:
            await other.until(lambda one: "paused" in one.heard)
            assert HOST not in other.heard and ITEM not in other.heard


def test_what_another_process_tells_of_its_facilitators_is_seen_here() -> None:
    here, there = (_control(1, HOST), _control(2, GUEST))
    there.editing = ITEM
    attendance = Attendance()
    attendance.hear("other", told([there]))
    staff = for_control({}, attendance.here([here])).staff
    assert {one.name: one.holds for one in staff.values()} == {HOST: "", GUEST: ITEM}


def _control(account: int, name: str) -> Guest:
    async def nowhere(message: Any) -> None: ...

    return Guest("e", "control", Outbox(nowhere), account=account, name=name)
