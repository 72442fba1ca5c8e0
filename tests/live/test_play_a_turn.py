"""Two teams and control play a turn over real sockets, and nobody is sent a byte of another's secrets."""

from contextlib import AsyncExitStack

from tests.live.conftest import NORTH_CHIEF, NORTH_ENVOY, SOUTH_CHIEF, Table
from tests.live.person import everybody
from wargame.exercises import services
from wargame.live.frames.server import View
from wargame.live.reading import doing

NORTHS, SOUTHS, CONTROLS = "Marked-for-north", "Marked-for-south", "Marked-for-control"


async def test_a_turn(address: str, table: Table) -> None:
    async with AsyncExitStack() as stack:
        people = await everybody(stack, address, table)
        control, north, envoy, south = (people[w] for w in ("control", NORTH_CHIEF, NORTH_ENVOY, SOUTH_CHIEF))
        wall = people["wall"]
        assert north.parts["seat"]["you"]["title"] == "Chief"

        assert (await control.command("close_phase", turn=1, phase="briefing"))["type"] == "ack"
        for one in people.values():
            await one.until(lambda one: one.see("timer")["phase"] == "planning")

        talk = {"kind": "talk", "actor": "N", "turn": 1, "rationale": NORTHS, "expected": NORTHS}
        submitted = await north.command("submit_order", **talk)
        assert submitted["type"] == "ack" and submitted["made"]
        order = (await envoy.until(lambda one: one.see("orders").get(submitted["made"])))["rationale"]
        assert (await envoy.ask({"type": "read_texts", "refs": [order]}))["texts"] == {order: NORTHS}
        assert (await south.ask({"type": "read_texts", "refs": [order]}))["texts"] == {}
        assert (await south.command("withdraw_order", order=submitted["made"]))["type"] == "refused"

        sent = await south.command("send_dispatch", to=["control"], subject=SOUTHS, body=SOUTHS)
        assert sent["type"] == "ack"
        drafted = await south.ask({"type": "open_draft", "kind": "talk", "actor": "S"})
        edit = {"type": "edit_draft", "draft": drafted["made"], "field": "rationale", "value": SOUTHS, "revision": 0}
        assert (await south.ask(edit))["revision"] == 1
        reason = await control.command("adjust_variable", path="will", value=41.0, reason=CONTROLS)
        assert reason["type"] == "ack"

        await control.command("close_phase", turn=1, phase="planning")
        await doing(services.run_due, table.id)
        for one in people.values():
            await one.until(lambda one: one.see("timer")["phase"] == "feedback")
            View.model_validate({"type": "view", "here": "", "now": 0.0, "parts": one.parts})  # patched and all
        assert any(ruling["subject"] == submitted["made"] for ruling in north.see("rulings").values())

        for one in (south, wall):
            assert NORTHS not in one.heard and submitted["made"] not in one.heard
        for one in (north, envoy, wall):
            assert SOUTHS not in one.heard and sent["made"] not in one.heard and drafted["made"] not in one.heard
        for one in (north, envoy, south, wall):
            assert CONTROLS not in one.heard and '"control":{' not in one.heard


async def test_a_command_asked_again_gets_the_first_answer(address: str, table: Table) -> None:
    async with AsyncExitStack() as stack:
        north = (await everybody(stack, address, table))[NORTH_CHIEF]
        call = {"type": "send", "command": {"type": "call_control", "text": "Hello?"}}
        first = await north.ask(call, request_id="a" * 32)
        north.frames.clear()
        assert await north.ask(call, request_id="a" * 32) == first
        assert len(await north.until(lambda one: one.see("calls"))) == 1


async def test_a_rewind_gives_everybody_a_fresh_view(address: str, table: Table) -> None:
    async with AsyncExitStack() as stack:
        people = await everybody(stack, address, table)
        control, south = people["control"], people[SOUTH_CHIEF]
        page = await control.ask({"type": "read_log", "before": 0})
        await control.command("close_phase", turn=1, phase="briefing")
        await south.until(lambda one: one.see("timer")["phase"] == "planning")
        south.frames.clear()
        assert (await control.command("rewind", to=page["head"], reason="Too early"))["type"] == "ack"
        await south.until(lambda one: one.last("view"))
        assert south.see("timer")["phase"] == "briefing"


async def test_everybody_hears_of_a_rewind_and_only_control_why(address: str, table: Table) -> None:
    async with AsyncExitStack() as stack:
        people = await everybody(stack, address, table)
        control = people["control"]
        point = (await control.ask({"type": "read_log"}))["head"]
        await control.command("close_phase", turn=1, phase="briefing")
        await control.command("rewind", to=point, reason=CONTROLS)
        for who, one in people.items():
            told = (await one.until(lambda one: one.see("rewinds")))["1"]
            assert (told["turn"], told["phase"], told["start"]) == (1, "briefing", True)
            assert ("reason" in told) == (who == "control")
        why = (await control.until(lambda one: one.see("rewinds")))["1"]["reason"]
        for who, one in people.items():
            texts = (await one.ask({"type": "read_texts", "refs": [why]}))["texts"]
            assert texts == ({why: CONTROLS} if who == "control" else {})


async def test_the_log_marks_what_a_rewind_took_back_and_says_why(address: str, table: Table) -> None:
    async with AsyncExitStack() as stack:
        people = await everybody(stack, address, table)
        control, north = people["control"], people[NORTH_CHIEF]
        point = (await control.ask({"type": "read_log"}))["head"]
        await control.command("close_phase", turn=1, phase="briefing")
        await north.until(lambda one: one.see("timer")["phase"] == "planning")
        await north.command("submit_order", kind="talk", actor="N", turn=1, rationale=NORTHS, expected=NORTHS)
        await control.command("skip_inject", inject="letter", reason=CONTROLS)
        await control.command("rewind", to=point, reason=CONTROLS)
        lines = (await control.ask({"type": "read_log"}))["lines"]
        rewind, submitted = lines[0], next(line for line in lines if line["kind"] == "OrderSubmitted")
        assert not rewind["void"] and "submitted" in submitted["sentence"]
        assert {line["seq"] for line in lines if line["void"]} == set(range(point + 1, rewind["seq"]))
        assert [line["why"] for line in lines if line["kind"] == "InjectSkipped"] == [CONTROLS]
        read = await control.ask({"type": "read_texts", "refs": [rewind["reason"]]})
        assert read["texts"] == {rewind["reason"]: CONTROLS}
        assert (await control.command("rewind", to=submitted["seq"], reason="On"))["code"] == "unknown_point"


async def test_control_reads_the_log_and_sees_as_a_seat(address: str, table: Table) -> None:
    async with AsyncExitStack() as stack:
        people = await everybody(stack, address, table)
        control, north = people["control"], people[NORTH_CHIEF]
        page = await control.ask({"type": "read_log"})
        assert page["lines"][0]["seq"] == page["head"] and page["lines"][0]["hash"] == page["head_hash"]
        assert page["lines"][-1]["sentence"].startswith("StartEx")
        assert (await control.ask({"type": "see_as", "seat": NORTH_CHIEF}))["parts"] == north.parts
        assert (await control.ask({"type": "see_as", "seat": "nobody"}))["code"] == "unknown_seat"
        assert (await north.ask({"type": "see_as", "seat": SOUTH_CHIEF}))["code"] == "not_yours"
        assert (await north.ask({"type": "read_log"}))["code"] == "not_yours"


async def test_the_clock(address: str, table: Table) -> None:
    async with AsyncExitStack() as stack:
        wall = (await everybody(stack, address, table))["wall"]
        await wall.say({"type": "ping", "sent": 12.5})
        pong = await wall.until(lambda one: one.last("pong"))
        assert pong["sent"] == 12.5 and 0 < pong["now"] < 60
