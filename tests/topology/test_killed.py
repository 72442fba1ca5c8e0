"""A process is killed in the middle of its work: nothing that was acked is lost, and nothing happens twice."""

import asyncio
import json

import pytest

from tests.topology.busy import a_busy_turn, each_exactly_once
from tests.topology.people import AGENT, CHAIR, CONTROL, LIAISON, MASTER, Desk, Table
from tests.topology.processes import BEFORE_IT_DECIDES, WHILE_IT_WRITES, Topology
from wargame.engine.commands import Adjudicate, Ask
from wargame.engine.decide import decide
from wargame.engine.dice import Dice
from wargame.engine.evolve import replay, start
from wargame.exercises import event_log
from wargame.exercises.codec import canonical
from wargame.exercises.packs import load_pack
from wargame.exercises.worlds import SETUP
from wargame.topology import ROOT


@pytest.mark.parametrize("held", [BEFORE_IT_DECIDES, WHILE_IT_WRITES])
async def test_a_worker_in_the_middle_of_an_adjudication(held: str, grounds: Topology, desk: Desk) -> None:
    table = desk.running()
    control, chair = (table.player(seat, *grounds.addresses) for seat in (CONTROL, CHAIR))
    await control.command("close_phase", turn=1, phase="briefing")
    await chair.phase("planning")
    patch = {"kind": "patch_gate", "actor": "HOLLIN", "form": {"sent": 1}, "turn": 1}
    assert (await chair.command("submit_order", **patch, rationale="It leaks", expected="It holds"))["type"] == "ack"

    with grounds.worker_killed_at(held.format(id=table.id)):
        await control.command("close_phase", turn=1, phase="planning")
    assert grounds.log(table.id, "TurnAdjudicated") == []
    grounds.start("worker")

    await control.phase("feedback")
    await chair.phase("feedback")
    await control.leave()
    await chair.leave()
    assert len(grounds.log(table.id, "TurnAdjudicated")) == 1
    assert adjudicated(grounds, table) == undisturbed(grounds, table)
    grounds.sound(table.id)


def adjudicated(grounds: Topology, table: Table) -> list[tuple[str, str]]:
    """Kind and body of every event of the adjudication."""
    [(_, _, _, request_id)] = grounds.log(table.id, "TurnAdjudicated")
    query = "SELECT kind, body FROM exercises_logentry WHERE exercise_id = %s AND request_id = %s ORDER BY seq"
    return [(kind, body) for kind, body in grounds.sql(query, table.id, request_id)]


def undisturbed(grounds: Topology, table: Table) -> list[tuple[str, str]]:
    """The same, as the engine alone decides it on the world before, with the exercise's seed."""
    [(_, _, _, request_id)] = grounds.log(table.id, "TurnAdjudicated")
    columns = ", ".join(event_log.COLUMNS)
    rows = grounds.sql(f"SELECT {columns} FROM exercises_logentry WHERE exercise_id = %s ORDER BY seq", table.id)
    entries = [event_log.Entry(*row) for row in rows]
    at = next(entry.at for entry in entries if entry.request_id == request_id)
    first = next(entry.seq for entry in entries if entry.request_id == request_id)
    [(setup, seed)] = grounds.sql("SELECT setup, seed FROM exercises_exercise WHERE id = %s", table.id)
    scenario = load_pack(ROOT / "scenarios" / "first_steps")
    setup = SETUP.load(setup if isinstance(setup, dict) else json.loads(setup))
    world = replay(start(scenario, setup), [event_log.logged(entry) for entry in entries if entry.seq < first])
    events = decide(world, Ask(Adjudicate(1, world.attempt), "system", at), Dice(bytes.fromhex(seed)))
    return [(type(e).__name__, canonical(event_log.CODECS[type(e).__name__].dump(e))) for e in events]


async def test_a_web_process_in_the_middle_of_a_turn(grounds: Topology, desk: Desk) -> None:
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
    grounds.processes["web 1"].kill()
    await asyncio.gather(*busy)
    await asyncio.to_thread(grounds.start, "web 1")

    assert players[CHAIR].lines > 1 and players[CHAIR].address == other
    await each_exactly_once(grounds, table, players)
    back = table.player(CHAIR, one)  # the process that died takes part again
    await control.command("close_phase", turn=1, phase="planning")
    await back.phase("feedback")
    await back.leave()
    await control.leave()
    grounds.sound(table.id)
