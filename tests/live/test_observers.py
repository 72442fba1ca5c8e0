"""Observers over real sockets: what they get, what they leave, and who hears of it."""

from contextlib import AsyncExitStack

from tests.live.conftest import NORTH_CHIEF, WATCHING, Table
from tests.live.person import everybody, person
from wargame.exercises import seats
from wargame.live.reading import doing

SEEN = "They never asked the harbour"


async def test_a_note_goes_to_control_and_survives_a_reload(address: str, table: Table) -> None:
    async with AsyncExitStack() as stack:
        people = await everybody(stack, address, table)
        olga, control = people[WATCHING], people["control"]
        assert set(olga.parts) == {"public", "seat"} and olga.see("you")["role"] == "observer"
        made = (await olga.command("record_observation", text=SEEN, team="north"))["made"]
        await control.until(lambda one: made in one.see("observations"))
        ref = control.see("observations")[made]["text"]
        assert (await control.ask({"type": "read_texts", "refs": [ref]}))["texts"] == {ref: SEEN}
        assert control.see("observations")[made]["seat"] == WATCHING
        await control.until(lambda one: one.last("presence").get("seats", {}).get(WATCHING, {}).get("name") == "Olga")
        async with person(address, table.paths[WATCHING], table.cookies[WATCHING]) as again:
            await again.hello()
            assert again.see("observations")[made]["text"] == ref
            assert (await again.ask({"type": "read_texts", "refs": [ref]}))["texts"] == {ref: SEEN}
        for who, one in people.items():
            if who not in (WATCHING, "control"):
                assert (await one.ask({"type": "read_texts", "refs": [ref]}))["texts"] == {}
                assert made not in one.heard and SEEN not in one.heard and "Olga" not in one.heard


async def test_an_observer_hears_of_nobody(address: str, table: Table) -> None:
    """Neither presence nor drafts nor what a team does."""
    async with AsyncExitStack() as stack:
        people = await everybody(stack, address, table)
        await people[NORTH_CHIEF].ask({"type": "open_draft", "kind": "talk", "actor": "N"})
        await people["control"].command("close_phase", turn=1, phase="briefing")
        await people[WATCHING].until(lambda one: one.see("timer")["phase"] == "planning")
        assert {frame["type"] for frame in people[WATCHING].frames} <= {"view", "changed"}
        assert "Ada" not in people[WATCHING].heard


async def test_one_who_is_sent_away_hears_no_more(address: str, table: Table) -> None:
    async with person(address, table.paths[WATCHING], table.cookies[WATCHING]) as olga:
        await olga.hello()
        await doing(seats.free_observer, table.id, WATCHING)
        await olga.until(lambda one: one.last("closing").get("why") == "freed")
    async with person(address, table.paths[WATCHING], table.cookies[WATCHING]) as again:
        await again.until(lambda one: one.last("closing").get("why") == "freed")
