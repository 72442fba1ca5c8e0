"""Two web processes are one exercise: who is on one hears who is on the other, and may change over."""

import asyncio

from tests.topology.people import CHAIR, CONTROL, MASTER, Desk
from tests.topology.processes import Topology, ready


async def test_each_hears_the_other(grounds: Topology, desk: Desk) -> None:
    table = desk.running()
    one, other = grounds.addresses
    chair, master = table.player(CHAIR, one), table.player(MASTER, other)
    control = table.player(CONTROL, other)
    await asyncio.gather(chair.arrive(), master.arrive(), control.arrive())
    there = await chair.dispatch("From one", "team:merrow")
    back = await master.dispatch("From the other", "team:hollin")
    await master.until(lambda person: there["made"] in person.see("dispatches"))
    await chair.until(lambda person: back["made"] in person.see("dispatches"))
    await control.until(
        lambda person: (
            {person.last("presence").get("seats", {}).get(s, {}).get("state") for s in (CHAIR, MASTER)} == {"here"}
        )
    )
    for player in (chair, master, control):
        await player.leave()
    grounds.sound(table.id)


async def test_a_page_goes_on_at_the_other_process(grounds: Topology, desk: Desk) -> None:
    table = desk.running()
    one, other = grounds.addresses
    chair, master = table.player(CHAIR, one, other), table.player(MASTER, other)
    first = await chair.dispatch("From one", "team:merrow")
    seen = await chair.until(lambda person: first["made"] in person.see("dispatches") and person.cursor)
    await chair.leave()
    await chair.arrive()
    assert chair.address == other
    assert chair.here is not None and chair.here.cursor == seen  # both name the same place by the same word
    await chair.here.say({"type": "hello", "cursor": seen})
    assert (await chair.here.until(lambda person: person.last("changed")))["patch"] == {}
    answer = await master.dispatch("From the other", "team:hollin")
    await chair.until(lambda person: answer["made"] in person.see("dispatches"))
    await chair.leave()
    await master.leave()
    grounds.sound(table.id)


def test_each_says_what_it_stands_on(grounds: Topology) -> None:
    for address in grounds.addresses:
        said = ready(address)
        assert said["ready"] and said["record"]["ok"] and said["bell"]["ok"] and said["workers"]["seconds"] < 10
        assert "127.0.0.1" not in str(said) and "redis" not in str(said)
