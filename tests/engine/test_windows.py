"""A question that holds the adjudication: the month waits for every team asked, for its time, or for control."""

from dataclasses import replace
from typing import Any

import pytest

from tests.engine.builders import add, formula, outcome, template, tiny
from tests.engine.play import CONTROL, NORTH, SOUTH, Play
from wargame.engine import commands as c
from wargame.engine.due import due, due_next
from wargame.engine.phases import windows
from wargame.engine.scenario import ALL, Answer, Effect, Inject, Resolution, Rule, Scenario, Trigger
from wargame.engine.sight import CONTROL_VIEWER
from wargame.engine.views import merged, view_for


def asking(default: str = "") -> Scenario:
    """The tiny scenario, in whose first month a rule asks both states, and a later rule reads what they said."""
    scenario = tiny()
    answer = Answer(
        ("actor:N", "actor:S"),
        (("more", "More"), ("less", "Less")),
        within=300,
        effects={"more": (add("aid", "1"),), "less": ()},
        default=default,
        holds=True,
    )
    inject = Inject(
        "window", template("Well?"), template("More?"), "phone", "Wire", ALL, Trigger("manual"), answer=answer
    )
    asks = Rule(
        "asks",
        "Somebody asks",
        "In the first month somebody asks.",
        "month",
        Resolution((outcome("asked", "A question.", Effect(inject="window")),)),
        when=formula("month == 1"),
    )
    hears = Rule(
        "hears",
        "The answers count",
        "What was said is added up.",
        "month",
        Resolution((outcome("heard", "Aid {aid}."),)),
        when=formula("month == 1"),
    )
    return replace(scenario, rules=(asks, hears), injects={**scenario.injects, "window": inject})


@pytest.fixture
def play() -> Play:
    return at_the_window(asking())


def at_the_window(scenario: Scenario, mode: str = "engine") -> Play:
    play = Play(scenario, mode=mode).to(1, "planning")
    play.close()
    play.settle()
    return play


def heard(play: Play) -> list[str]:
    return [ticket.sentence for ticket in play.world.rulings.values() if ticket.rule == "hears"]


def test_the_month_waits_with_its_later_rules(play: Play) -> None:
    assert [state.id for state in windows(play.world)] == ["window"]
    assert (play.world.timer.phase, play.world.timer.month, heard(play)) == ("adjudication", 1, [])
    assert due(play.world, play.at) == ()
    assert due_next(play.world) == play.at + 300


def test_every_team_asked_must_answer_and_then_it_goes_on(play: Play) -> None:
    play.ask(NORTH, c.AnswerInject("window", "more"))
    play.settle()
    assert heard(play) == []
    play.ask(SOUTH, c.AnswerInject("window", "more"))
    play.settle()
    assert heard(play) == ["Aid 2."]
    assert play.world.timer.phase == "feedback"


def test_the_console_says_what_it_waits_for(play: Play) -> None:
    view: dict[str, Any] = merged(view_for(play.world, CONTROL_VIEWER))
    [item] = view["queue"].values()
    assert (item["title"], item["detail"]) == ("Adjudication waits for answers; close it to go on without", "Well?")
    assert item["due"] == play.at + 300
    assert view["now"]["sentence"].startswith("Adjudication waits for answers")


def test_the_clock_closes_it_with_the_answers_that_are_there(play: Play) -> None:
    play.ask(NORTH, c.AnswerInject("window", "more"))
    play.wait(299)
    assert heard(play) == []
    play.wait(1)
    assert heard(play) == ["Aid 1."]


def test_control_closes_it_by_closing_the_phase(play: Play) -> None:
    play.close()
    assert windows(play.world) == []
    play.settle()
    assert heard(play) == ["Aid 0."]


def test_the_default_counts_only_where_nobody_answered() -> None:
    play = at_the_window(asking("more"))
    play.wait(300)
    assert heard(play) == ["Aid 1."]
    play = at_the_window(asking("more"))
    play.ask(NORTH, c.AnswerInject("window", "less"))
    play.wait(300)
    assert heard(play) == ["Aid 0."]


def test_who_comes_too_late_is_told(play: Play) -> None:
    play.at += 300
    assert play.refused(NORTH, c.AnswerInject("window", "more")) == "too_late"


def test_a_pause_stops_its_clock(play: Play) -> None:
    play.ask(CONTROL, c.Pause())
    play.wait(1000)
    assert heard(play) == []
    play.ask(CONTROL, c.Resume())
    play.wait(299)
    assert heard(play) == []
    play.wait(1)
    assert heard(play) == ["Aid 0."]


def test_an_umpire_decides_before_anybody_is_asked() -> None:
    play = at_the_window(asking(), mode="umpire")
    [proposed] = play.world.proposed
    assert windows(play.world) == []
    play.ask(CONTROL, c.AcceptRuling(proposed))
    play.settle()
    assert [state.id for state in windows(play.world)] == ["window"]
    play.wait(300)
    assert len(play.world.proposed) == 1
