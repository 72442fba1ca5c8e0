"""What people do while something is taken away under them, and the count of it afterwards."""

from collections import Counter
from collections.abc import Mapping

from tests.topology.people import Player, Table
from tests.topology.processes import Topology

ROUNDS = 12
OTHER_TEAM = {"hollin": ("team:merrow", "ask_region", "HOLLIN"), "merrow": ("team:hollin", "ask_region", "MERROW")}


async def a_busy_turn(seat: str, player: Player) -> None:
    """Dispatches, drafts that are filled in, and an order: each waits for its answer, as a page does."""
    to, kind, actor = OTHER_TEAM[seat.split(".")[0]]
    for n in range(ROUNDS):
        assert (await player.dispatch(f"{seat} {n}", to))["type"] == "ack"
        if n % 4 == 0:
            draft = (await player.ask({"type": "open_draft", "kind": kind, "actor": actor}))["made"]
            edit = {"type": "edit_draft", "draft": draft, "field": "rationale", "value": f"{n}", "revision": 0}
            assert (await player.ask(edit))["type"] == "ack"
    order = {"kind": kind, "actor": actor, "turn": 1, "rationale": "Hope", "expected": "Help"}
    await player.command("submit_order", **order)  # one seat of the team is first; the other may be told so


async def each_exactly_once(grounds: Topology, table: Table, players: Mapping[str, Player]) -> None:
    """Whatever was acked is in the log once, nothing else is, and everybody sees it. The players leave."""
    for seat, player in players.items():
        sent = player.made("send_dispatch")
        assert len(sent) == ROUNDS
        await player.until(lambda person, sent=sent: sent <= set(person.see("dispatches")))
        await player.leave()
        commands = {request for request, (kind, _) in player.acks.items() if not kind.endswith("_draft")}
        logged = Counter(request for _, _, by, request in grounds.log(table.id) if by == seat)
        assert set(logged) == commands
        assert (
            max(Counter(kind for _, kind, by, _ in grounds.log(table.id, "DispatchSent") if by == seat).values())
            == ROUNDS
        )
    drafts = grounds.sql("SELECT id, fields FROM exercises_draft WHERE exercise_id = %s", table.id)
    assert {id for id, _ in drafts} == set().union(*(player.made("open_draft") for player in players.values()))
    assert all("rationale" in str(fields) for _, fields in drafts)
