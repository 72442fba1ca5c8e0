"""How much of a ruling each viewer reads."""

import json
from dataclasses import replace
from typing import Any

import pytest

from tests.engine.builders import running
from tests.engine.play import CONTROL, NORTH, TEXT, Play, order
from wargame.engine import commands as c
from wargame.engine.commands import Change
from wargame.engine.events import RulingIssued, RulingProposed
from wargame.engine.evolve import evolve
from wargame.engine.scenario import ALL, JUDGEMENT, Audience
from wargame.engine.tickets import Decision, OutcomeShare, TermLine, Ticket
from wargame.engine.views import control_part, public_part, seat_part, team_part
from wargame.engine.world import World

TERM = TermLine("support", "Public support", 0.4, 52.0, "", JUDGEMENT, ALL)
HIDDEN = replace(TERM, id="will", label="Their will", value=-1.5, audience=("control",))


def ticket(*terms: TermLine, audience: Audience = ALL, id: str = "r1") -> Ticket:
    return Ticket(
        id=id,
        kind="rule",
        subject="incident",
        rule="incident",
        version=1,
        title="Incident",
        turn=1,
        month=1,
        actor="",
        audience=audience,
        outcome="shot",
        sentence="A shot falls.",
        outcomes=(OutcomeShare("shot", "Shot", 0.31), OutcomeShare("quiet", "Quiet", 0.69)),
        terms=terms,
        probability=0.31,
        draw=0.123,
        inputs={"will": 77.0},
        changes=(Change("tension", 4, 5), Change("will", 50, 45), Change("army.N", 40, 39)),
        decision=Decision("issued", 17.0),
    )


def issued(*tickets: Ticket) -> World:
    world = running()
    for one in tickets:
        world = evolve(world, RulingIssued(one.audience, one), 20.0)
    return world


def ruling(part: object, id: str = "r1") -> Any:
    assert isinstance(part, dict)
    return part["rulings"][id]


def test_all_terms_open_give_the_whole_sum() -> None:
    shown = ruling(public_part(issued(ticket(TERM))))
    assert not shown["hidden_terms"]
    assert (shown["probability"], shown["draw"]) == (0.31, 0.123)
    assert shown["terms"][0]["value"] == 0.4
    assert [o["share"] for o in shown["outcomes"]] == [0.31, 0.69]


def test_one_hidden_term_hides_every_number() -> None:
    shown = ruling(public_part(issued(ticket(TERM, HIDDEN))))
    assert shown["hidden_terms"]
    assert shown["factors"] == ["Public support speaks for it"]
    assert shown["terms"] == []
    assert not {"probability", "draw", "inputs"} & set(shown)
    text = json.dumps(shown)
    assert not any(secret in text for secret in ("0.31", "0.69", "0.123", "0.4", "-1.5", "Their will", "77"))


def test_factors_speak_for_against_or_play_no_part() -> None:
    against, none = replace(TERM, label="Cost", value=-0.2), replace(TERM, label="Weather", value=0.0)
    shown = ruling(public_part(issued(ticket(against, none, HIDDEN))))
    assert shown["factors"] == ["Cost speaks against it", "Weather plays no part"]


def test_changes_are_told_only_of_values_known_exactly() -> None:
    world = issued(ticket(TERM))
    assert [change["path"] for change in ruling(public_part(world))["changes"]] == ["tension"]
    assert [change["path"] for change in ruling(team_part(world, "north"))["changes"]] == ["tension", "army.N"]
    assert "rulings" not in team_part(world, "south")  # it reads what everybody reads
    assert len(ruling(control_part(world))["changes"]) == 3


def test_a_team_that_may_see_the_term_reads_more_than_the_public() -> None:
    private = ticket(TERM, audience=("team:north",), id="r0")
    world = issued(private, ticket(TERM, replace(HIDDEN, audience=("team:north",))))
    assert ruling(public_part(world))["hidden_terms"]
    assert ruling(team_part(world, "north"))["probability"] == 0.31
    assert ruling(public_part(world))["order"] == ruling(team_part(world, "north"))["order"]


def test_a_seat_that_may_see_the_term_reads_more_than_its_team() -> None:
    world = issued(ticket(TERM, replace(HIDDEN, audience=("seat:north.envoy",))))
    assert ruling(seat_part(world, "north.envoy"))["probability"] == 0.31
    assert "rulings" not in seat_part(world, NORTH)


def test_a_private_ruling_is_its_teams() -> None:
    world = issued(ticket(TERM, audience=("team:north",)))
    assert "rulings" not in public_part(world)
    assert ruling(team_part(world, "north"))["sentence"] == "A shot falls."
    assert "rulings" not in team_part(world, "south")


def test_a_proposal_is_controls_until_it_is_issued() -> None:
    world = evolve(running(), RulingProposed(("control",), ticket(TERM)), 20.0)
    assert "rulings" not in public_part(world)
    assert ruling(control_part(world))["status"] == "proposed"
    assert ruling(public_part(issued(ticket(TERM))))["status"] == "issued"


def test_inputs_and_times_of_decisions_are_controls() -> None:
    world = issued(ticket(TERM))
    assert ruling(control_part(world))["inputs"] == {"will": 77.0}
    assert ruling(control_part(world))["decision"] == {"kind": "issued", "at": 17.0}
    assert ruling(public_part(world))["decision"] == {"kind": "issued"}


def test_the_end_reveals_all_terms_to_all_but_no_inputs() -> None:
    world = replace(issued(ticket(TERM, HIDDEN, audience=("team:north",))), status="ended")
    shown = ruling(public_part(world))
    assert [term["label"] for term in shown["terms"]] == ["Public support", "Their will"]
    assert shown["probability"] == 0.31
    assert [change["path"] for change in shown["changes"]] == ["tension", "will", "army.N"]
    assert "inputs" not in shown
    assert "rulings" not in team_part(world, "north")


@pytest.mark.parametrize("mode", ["engine", "umpire"])
def test_the_order_behind_a_ruling_is_named_to_those_who_see_the_order(mode: str) -> None:
    play = Play(mode=mode).to(1, "planning")
    play.ask(NORTH, order("o1", "talk"))
    play.close()
    play.settle()
    while play.world.proposed:
        play.ask(CONTROL, c.AcceptRuling(min(play.world.proposed)))
        play.settle()
    ruled = play.world.orders["o1"].ruling
    assert ruling(public_part(play.world), ruled)["subject"] == ""
    assert ruling(team_part(play.world, "north"), ruled)["subject"] == "o1"
    assert "subject" in json.dumps(control_part(play.world))


def test_the_reason_of_control_is_read_by_those_who_see_the_ruling() -> None:
    play = Play(mode="umpire").to(1, "planning")
    play.ask(NORTH, order("o1", "probe", form={"strength": 1}))
    play.close()
    play.settle()
    proposed = min(play.world.proposed)
    play.ask(CONTROL, c.OverrideRuling(proposed, "missed", TEXT))
    shown = ruling(team_part(play.world, "north"), proposed)
    assert shown["decision"] == {"kind": "overridden", "reason": TEXT}
    assert proposed not in json.dumps([public_part(play.world), team_part(play.world, "south")])
