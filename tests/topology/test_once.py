"""What two ask, or two keepers of the clock, happens once."""

import asyncio

from tests.topology.people import CONTROL, Desk
from tests.topology.processes import Topology
from wargame import topology


async def test_two_facilitators_close_the_turn_at_the_same_instant(grounds: Topology, desk: Desk) -> None:
    table = desk.running()
    both = [table.player(CONTROL, address) for address in grounds.addresses]
    for turn in (1, 2):
        for phase, then in (("briefing", "planning"), ("planning", "feedback"), ("feedback", "briefing")):
            for control in both:
                await control.phase(phase)
            answers = await asyncio.gather(*(c.command("close_phase", turn=turn, phase=phase) for c in both))
            assert sorted(answer["type"] for answer in answers) == ["ack", "refused"]
            for control in both:
                await control.phase(then)
    for control in both:
        await control.leave()
    opened = [seq for seq, *_ in grounds.log(table.id, "PhaseOpened")]
    assert len(opened) == 1 + 2 * 4
    assert len(grounds.log(table.id, "TurnAdjudicated")) == 2
    grounds.sound(table.id)


async def test_four_keepers_of_the_clock(grounds: Topology, desk: Desk) -> None:
    """A room in each web process and two beats all fire the inject, close the phases and start the adjudication."""
    second = topology.worker("beat", grounds.environment)
    second.start()
    seconds = {"briefing": 1, "planning": 12, "adjudication": 1, "feedback": 60}
    try:
        table = desk.running(auto_advance=True, seconds=seconds)
        both = [table.player(CONTROL, address) for address in grounds.addresses]
        for control in both:
            await control.phase("feedback")
            await control.leave()
    finally:
        topology.end([second])
    bodies = grounds.sql(
        "SELECT body FROM exercises_logentry WHERE exercise_id = %s AND kind = 'InjectFired'", table.id
    )
    assert len([body for (body,) in bodies if '"thaw"' in body]) == 1
    assert len(grounds.log(table.id, "PhaseOpened")) == 4
    assert len(grounds.log(table.id, "TurnAdjudicated")) == 1
    grounds.sound(table.id)
