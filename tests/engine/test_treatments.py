"""Treatments: chosen before StartEx, told to those concerned as it starts, and to nobody else before EndEx."""

import json
from dataclasses import replace
from typing import Any

from tests.engine.builders import INJECTS, add, put, template, tiny
from tests.engine.play import CONTROL, NORTH, SOUTH, START, Play
from wargame.engine import commands as c
from wargame.engine import events as e
from wargame.engine.scenario import Arm, Inject, Scenario, Treatment, Trigger
from wargame.engine.sight import Viewer
from wargame.engine.views import control_part, view_for

PLAIN: dict[str, str] = {}
FIRM = {"will": "firm"}


def _inject(id: str, *to: str, will: str) -> Inject:
    effects = (put("will", will), add("army.N", "5"))
    return Inject(
        id, template("A word"), template("Only you know."), "letter", "Control", to, Trigger("manual"), effects
    )


def treated() -> Scenario:
    arms = {"firm": Arm("firm", "Firm", "firm_will"), "weak": Arm("weak", "Weak", "weak_will")}
    injects = {"firm_will": _inject("firm_will", "team:north", will="90"), "weak_will": _inject("weak_will", will="9")}
    return tiny(injects=injects | dict(INJECTS), treatments={"will": Treatment("will", "Their will", "", arms)})


def seen(play: Play, seat: str, team: str) -> str:
    return json.dumps(view_for(play.world, Viewer("seat", seat, team)), sort_keys=True)


def told_control(play: Play) -> Any:
    part: Any = control_part(play.world)
    return part["exercise"]["treatments"]


def test_an_arm_acts_before_the_first_turn_opens_and_before_estimates_are_drawn() -> None:
    play = Play(treated(), treatments=FIRM)
    kinds = [type(logged.event).__name__ for logged in play.log]
    first = ["ExerciseStarted", "CardDealt", "InjectFired", "EstimatesDrawn", "EstimatesDrawn", "PhaseOpened"]
    assert kinds == first
    fired = play.log[2].event
    assert isinstance(fired, e.InjectFired) and (fired.by, fired.inject) == ("treatment", "firm_will")
    assert play.world.state["will"] == 90
    assert play.world.injects["firm_will"].turn == 1
    assert abs(float(play.world.estimates["south"]["will"]) - 90) < 25


def test_a_group_without_an_arm_plays_as_usual() -> None:
    play = Play(treated())
    assert play.world.state["will"] == 50
    assert play.world.injects["firm_will"].status == "armed"


def test_set_up_refuses_what_the_pack_does_not_have() -> None:
    play = Play(treated(), start=False)
    for wrong in ({"mood": "firm"}, {"will": "iron"}):
        assert play.refused(CONTROL, replace(START, setup=replace(START.setup, treatments=wrong))) == "unknown_setup"


def test_control_knows_the_arms_and_players_learn_them_at_the_end() -> None:
    play = Play(treated(), treatments=FIRM)
    assert told_control(play) == [{"title": "Their will", "arm": "Firm"}]
    assert "Their will" not in seen(play, NORTH, "north")
    play.ask(CONTROL, c.EndExercise(c.NO_TEXT, "5eed", "1234"))
    assert "Their will" in seen(play, SOUTH, "south")
    usual = Play(treated())
    assert told_control(usual) == [{"title": "Their will", "arm": ""}]


def test_a_treatment_changes_no_byte_of_a_team_that_it_does_not_concern() -> None:
    """North alone is told, and neither value that changes is South's to see: its army's noise aside, not drawn here."""
    blind = {path: replace(v, estimate=None) for path, v in treated().variables.items()}
    usual, firm = (Play(replace(treated(), variables=blind, derived={}, map=None), treatments=t) for t in (PLAIN, FIRM))
    assert seen(usual, SOUTH, "south") == seen(firm, SOUTH, "south")
    assert seen(usual, NORTH, "north") != seen(firm, NORTH, "north")
