"""Redis or PostgreSQL goes away for a while: people go on, or wait, and lose nothing."""

import asyncio
import signal
import time
from urllib.request import urlopen

import pytest
from websockets.exceptions import ConnectionClosed

from tests.topology.busy import a_busy_turn, each_exactly_once
from tests.topology.people import AGENT, CHAIR, CONTROL, LIAISON, MASTER, Desk
from tests.topology.processes import Topology, ready, until, whole


async def test_redis_for_ten_seconds(grounds: Topology, desk: Desk) -> None:
    """Half of it hangs, half of it is dead."""
    table = desk.running()
    one, other = grounds.addresses
    control, chair, master = (table.player(s, a) for s, a in ((CONTROL, one), (CHAIR, one), (MASTER, other)))
    await control.command("close_phase", turn=1, phase="briefing")
    await asyncio.gather(chair.phase("planning"), master.phase("planning"))
    began, told = time.monotonic(), 0
    grounds.bell.send(signal.SIGSTOP)
    while (away := time.monotonic() - began) < 10:
        if away > 5:
            grounds.bell.stop(signal.SIGKILL)
        sent = await chair.dispatch(f"After {away:.1f} s", "team:merrow")
        await master.until(lambda person, sent=sent: sent["made"] in person.see("dispatches"), 5)
        told += 1
    assert told >= 4 and not chair.refused and chair.lines == master.lines == 1
    said = ready(one)
    assert said["ready"] and not said["bell"]["ok"]
    with urlopen(f"http://{one}/join", timeout=5) as page:  # no door needs the cache
        assert page.status == 200
    closed = await control.command("close_phase", turn=1, phase="planning")
    assert closed["type"] == "ack"
    await master.phase("adjudication")

    grounds.bell.start()
    await asyncio.gather(*(player.phase("feedback") for player in (control, chair, master)))
    assert len(grounds.log(table.id, "TurnAdjudicated")) == 1
    await asyncio.to_thread(until, lambda: all(map(whole, grounds.addresses)), "everything answers again")
    for player in (control, chair, master):
        assert player.lines == 1
        await player.leave()
    grounds.sound(table.id)


async def test_postgresql_restarted(grounds: Topology, desk: Desk) -> None:
    table = desk.running()
    one, other = grounds.addresses
    control = table.player(CONTROL, other)
    await control.command("close_phase", turn=1, phase="briefing")
    ways = {CHAIR: (one, other), MASTER: (one, other), LIAISON: (other, one), AGENT: (other, one)}
    players = {seat: table.player(seat, *addresses) for seat, addresses in ways.items()}
    for player in players.values():
        await player.phase("planning")
    busy = [asyncio.create_task(a_busy_turn(seat, player)) for seat, player in players.items()]
    while sum(len(player.acks) for player in players.values()) < 20:
        await asyncio.sleep(0.01)
    await asyncio.to_thread(grounds.database.stop)
    while not all("unavailable" in player.refused for player in players.values()):
        await asyncio.sleep(0.01)
    assert not (await asyncio.to_thread(ready, one))["ready"]
    with pytest.raises(ConnectionClosed) as closed:  # who comes now is asked to try again
        await table.player(AGENT, one).arrive()
    assert closed.value.rcvd is not None and closed.value.rcvd.code == 1013
    await asyncio.to_thread(grounds.database.start)
    await asyncio.gather(*busy)

    assert all(player.lines == 1 for player in players.values())
    await each_exactly_once(grounds, table, players)
    await control.command("close_phase", turn=1, phase="planning")
    await control.phase("feedback")
    await control.leave()
    grounds.sound(table.id)
