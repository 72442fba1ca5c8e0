"""Whoever may run exercises no more is shown out of the console that is open."""

from django.contrib.auth import get_user_model

from tests.live.conftest import NORTH_CHIEF, Table
from tests.live.person import person
from wargame.exercises import accounts
from wargame.live.reading import doing


async def test_a_console_is_closed_with_its_account(address: str, table: Table) -> None:
    async with (
        person(address, table.paths["control"], table.cookies["control"]) as control,
        person(address, table.paths[NORTH_CHIEF], table.cookies[NORTH_CHIEF]) as north,
    ):
        await control.hello()
        await north.hello()
        name = await doing(lambda: get_user_model().objects.get(is_staff=True).get_username())
        await doing(accounts.close, name)
        assert (await control.until(lambda one: one.last("closing")))["why"] == "freed"
        await control.socket.wait_closed()
        assert (await north.ask({"type": "read_texts", "refs": ["0" * 64]}))["type"] == "texts"
    async with person(address, table.paths["control"], table.cookies["control"]) as back:
        assert (await back.until(lambda one: one.last("closing")))["why"] == "freed"
