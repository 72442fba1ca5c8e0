"""Who may know what, by example: picture, orders, menu, injects, talk, agreements, the now sentence, control's part."""

import json
from dataclasses import replace
from typing import Any

import pytest

from tests.engine.builders import AGREEMENTS, formula, running, template, tiny, with_state
from tests.engine.play import CONTROL, ENVOY, NORTH, SOUTH, TEXT, Play, order
from wargame.engine import commands as c
from wargame.engine.commands import NO_TEXT, TextRef
from wargame.engine.events import EstimatesDrawn
from wargame.engine.evolve import evolve
from wargame.engine.scenario import Deck, Need, Variable
from wargame.engine.sight import CONTROL_VIEWER, PUBLIC_VIEWER, Viewer
from wargame.engine.views import Kept, control_part, public_part, seat_part, team_part, view_for
from wargame.engine.world import World


def public(world: World) -> Any:
    return public_part(world)


def team(world: World, name: str) -> Any:
    return team_part(world, name)


def seat(world: World, name: str) -> Any:
    return seat_part(world, name)


def control(world: World) -> Any:
    return control_part(world)


def planning(**setup: object) -> Play:
    return Play(**setup).to(1, "planning")  # type: ignore[arg-type]  # the set-up names real fields


# Layers


def test_the_wall_gets_the_public_part_a_player_three_and_control_one_with_everything() -> None:
    world = planning().world
    assert list(view_for(world, PUBLIC_VIEWER)) == list(view_for(world, Viewer("observer"))) == ["public"]
    assert list(view_for(world, Viewer("seat", NORTH, "north"))) == ["public", "team", "seat"]
    assert list(view_for(world, CONTROL_VIEWER)) == ["control"]


def test_nothing_is_said_twice() -> None:
    play = planning()
    play.ask(NORTH, order())
    play.ask(SOUTH, c.SendDispatch("d1", ("team:north",), TEXT, TEXT))
    parts: Any = view_for(play.world, Viewer("seat", NORTH, "north"))
    for kind in ("variables", "rulings", "injects", "dispatches", "agreements", "red_lines"):
        ids = [id for part in parts.values() for id in part.get(kind, {})]
        assert len(ids) == len(set(ids)), kind


def test_a_view_is_the_same_bytes_each_time() -> None:
    world = planning().world
    for viewer in (PUBLIC_VIEWER, CONTROL_VIEWER, Viewer("seat", SOUTH, "south")):
        assert json.dumps(view_for(world, viewer)) == json.dumps(view_for(world, viewer))


def test_what_did_not_change_is_not_made_again() -> None:
    play, kept = planning(), Kept()
    before = public_part(play.world, kept)
    play.ask(NORTH, order())
    after = public_part(play.world, kept)
    assert all(after[name] is before[name] for name in before)


# The picture


def test_a_value_is_known_exactly_as_an_estimate_or_in_a_word() -> None:
    world = running()
    world = evolve(world, EstimatesDrawn(("team:south",), "south", 1, {"army.N": 35.0, "will": 55.0}), 0.0)
    assert public(world)["variables"]["tension"]["value"] == 4
    assert "army.N" not in public(world)["variables"]
    assert team(world, "north")["variables"]["army.N"]["value"] == 40
    assert team(world, "north")["variables"]["army.N"]["secret"] == "team"
    theirs = team(world, "south")["variables"]["army.N"]
    assert theirs["estimate"] == {"low": 25, "high": 45}  # 35 less and more two spreads of 4, to the nearest 5
    assert "value" not in theirs
    assert public(world)["variables"]["danger"]["word"] == "low"
    assert "value" not in public(world)["variables"]["danger"]


def test_an_estimate_stays_within_the_range_of_its_variable() -> None:
    world = evolve(running(), EstimatesDrawn(("team:south",), "south", 1, {"army.N": 5.0}), 0.0)
    assert team(world, "south")["variables"]["army.N"]["estimate"] == {"low": 0.0, "high": 15}


def test_a_derived_value_is_reckoned_from_the_teams_own_estimates() -> None:
    world = evolve(running(), EstimatesDrawn(("team:south",), "south", 1, {"army.N": 35.0}), 0.0)
    assert "balance" not in public(world)["variables"]
    assert team(world, "south")["variables"]["balance"]["value"] == -5
    assert "balance" not in team(world, "north").get("variables", {})  # it has no estimate of the South yet
    assert control(world)["variables"]["balance"]["value"] == 0


def test_a_dealt_secret_is_its_seats_alone() -> None:
    world = with_state(running(), tolerance=-5)
    assert seat(world, SOUTH)["variables"]["tolerance"]["value"] == -5
    assert seat(world, SOUTH)["variables"]["tolerance"]["secret"] == "seat"
    assert "tolerance" not in team(world, "south")["variables"]
    assert control(world)["variables"]["tolerance"]["public"] == "nothing"


def test_history_tells_what_this_viewer_could_see_then() -> None:
    play = planning()
    play.to(2, "planning")
    drawn = play.world.believed
    south = team(play.world, "south")["variables"]["army.N"]["history"]
    assert south == {str(turn): drawn[turn]["south"]["army.N"] for turn in (0, 1)}
    assert team(play.world, "north")["variables"]["army.N"]["history"] == {"0": 40, "1": 40}
    assert set(public(play.world)["variables"]["tension"]["history"]) == {"0", "1"}
    assert public(play.world)["variables"]["danger"]["history"]["0"] == "low"


def test_control_sees_every_value_and_what_the_public_sees_of_it() -> None:
    world = running()
    shown = control(world)["variables"]
    assert set(shown) == {*world.scenario.variables, *world.scenario.derived}
    assert shown["tension"]["public"] == "the same"
    assert shown["will"]["public"] == "each team’s own estimate"
    assert shown["danger"]["value"] == 40
    assert shown["danger"]["public"] == "a word"


# Set-up and the end


def test_rule_card_and_seed_are_revealed_at_the_end() -> None:
    play = planning()
    assert "rule_card" not in public(play.world)["exercise"]
    assert control(play.world)["exercise"]["rule_card"] == "Plain"
    play.ask(CONTROL, c.EndExercise(NO_TEXT, "5eed", "1234"))
    exercise = public(play.world)["exercise"]
    assert (exercise["rule_card"], exercise["seed"], exercise["nonce"]) == ("Plain", "5eed", "1234")
    assert public(play.world)["variables"]["will"]["value"] == play.world.state["will"]
    assert public(play.world)["scores"]["0"] == {"actor": "N", "title": "Calm", "value": pytest.approx(6, abs=4)}
    assert public(play.world)["hot_wash"] == {"surprise": "What surprised you most?"}
    assert "variables" not in team(play.world, "north")


def test_talk_stays_private_after_the_end() -> None:
    play = planning()
    play.ask(NORTH, order())
    play.ask(NORTH, c.SendDispatch("d1", ("control",), TEXT, TEXT))
    play.ask(CONTROL, c.EndExercise(NO_TEXT, "5eed", "1234"))
    assert TEXT not in json.dumps(view_for(play.world, Viewer("seat", SOUTH, "south")))
    assert TEXT not in json.dumps(public(play.world))
    assert team(play.world, "north")["orders"]["o1"]["rationale"] == TEXT


def test_extra_time_is_told_to_its_team_alone() -> None:
    play = planning()
    before = public(play.world), team(play.world, "south")
    play.ask(CONTROL, c.Extend(1, "planning", 60.0, "north"))
    assert team(play.world, "north")["timer"]["extra"] == 60.0
    assert (public(play.world), team(play.world, "south")) == before


# Orders and the menu


def test_an_order_is_seen_by_its_team_and_control() -> None:
    play = planning()
    before = public(play.world), team(play.world, "south")
    play.ask(NORTH, order())
    shown = team(play.world, "north")["orders"]["o1"]
    assert (shown["title"], shown["status"], shown["rationale"]) == ("Talk", "submitted", TEXT)
    assert control(play.world)["orders"]["o1"] == shown
    assert (public(play.world), team(play.world, "south")) == before


@pytest.mark.parametrize("shown", [True, False])
def test_how_many_orders_others_gave_is_shown_where_the_set_up_says_so(shown: bool) -> None:
    play = planning(show_readiness=shown)
    play.ask(NORTH, order())
    north = public(play.world)["teams"]["north"]
    assert north.get("submitted") == (1 if shown else None)
    assert control(play.world)["teams"]["north"]["submitted"] == 1


def test_budget_counts_what_is_reserved() -> None:
    play = planning()
    play.ask(NORTH, order())
    purse = team(play.world, "north")["budget"]["N"]
    assert purse["stores"]["pc"] == {"name": "pc.N", "unit": "", "have": 3, "committed": 1.0}
    assert (purse["orders"], purse["limit"]) == (1, 3)


def test_an_order_is_told_in_the_words_of_its_form() -> None:
    play = planning()
    play.ask(NORTH, order("o1", "probe", form={"strength": 1}))
    (own,), (seen,) = (part["orders"].values() for part in (team(play.world, "north"), control(play.world)))
    assert own["said"] == seen["said"] == [{"label": "Strength", "value": 1, "unit": ""}]


def test_the_menu_says_what_is_used_and_what_can_be_paid() -> None:
    play = planning()
    menu = team(play.world, "north")["menu"]
    assert menu["talk"]["actors"]["N"]["possible"]
    assert menu["build"]["actors"]["N"] == {
        "cost": {"pc": 2.0},
        "needs": {},
        "bounds": {},
        "possible": True,
        "used": False,
    }
    play.ask(NORTH, order())
    play.ask(NORTH, order("o2", "probe", form={"strength": 1}))
    menu = team(play.world, "north")["menu"]
    assert menu["talk"]["actors"]["N"]["used"]
    assert not menu["build"]["actors"]["N"]["possible"]  # one of three is left, and it costs two


def test_a_need_names_who_could_lift_it() -> None:
    world = with_state(running(), status="truce")
    probe = team(world, "north")["menu"]["probe"]["actors"]["N"]
    assert not probe["possible"]
    assert probe["needs"]["0"] == {
        "met": False,
        "why": "a truce is in force",
        "deciders": ["north", "south"],
        "act": "leave the truce",
    }


def test_a_need_that_reads_what_the_team_does_not_know_is_not_met() -> None:
    hidden = {path: replace(v, see=("control",), estimate=None) for path, v in tiny().variables.items()}
    scenario = tiny(variables=hidden | {"status": replace(hidden["status"])})
    probe = team(running(scenario), "north")["menu"]["probe"]["actors"]["N"]
    assert probe["needs"]["0"]["met"] is False
    assert probe["possible"] is False


# News and talk


def test_an_inject_is_told_to_whom_it_went_and_asks_only_whom_it_asks() -> None:
    play = planning()
    play.ask(CONTROL, c.FireInject("letter"))
    letter = seat(play.world, NORTH)["injects"]["letter"]
    assert letter["wants_answer"] and letter["choices"][0] == {"value": "yes", "label": "Yes"}
    assert "injects" not in seat(play.world, ENVOY)
    assert "injects" not in public(play.world) and "injects" not in team(play.world, "north")
    play.ask(NORTH, c.AnswerInject("letter", "yes"))
    assert seat(play.world, NORTH)["injects"]["letter"]["answers"] == {NORTH: {"choice": "yes", "text": ""}}
    assert control(play.world)["injects"]["letter"]["answers"][NORTH]["choice"] == "yes"


def test_an_inject_to_several_tells_none_of_them_of_the_others() -> None:
    play = planning()
    play.ask(CONTROL, c.ImproviseInject("i1", ("team:north", "seat:south.chief"), "flash", TEXT, TEXT))
    assert team(play.world, "north")["injects"]["i1"]["to"] == ["team:north"]
    assert seat(play.world, SOUTH)["injects"]["i1"]["to"] == ["seat:south.chief"]
    assert control(play.world)["injects"]["i1"]["to"] == ["team:north", "seat:south.chief"]


def test_an_edited_inject_is_read_by_reference() -> None:
    play = planning()
    play.ask(CONTROL, c.FireInject("letter", TextRef("head"), TextRef("body")))
    letter = seat(play.world, NORTH)["injects"]["letter"]
    assert (letter["headline_ref"], letter["body_ref"]) == ("head", "body")
    assert "headline" not in letter


def test_order_sorts_across_the_parts_without_counting_what_is_hidden() -> None:
    play = planning()
    for id, to in (("a", "all"), ("b", "team:south"), ("c", "team:north"), ("d", f"seat:{NORTH}"), ("e", "all")):
        play.ask(CONTROL, c.ImproviseInject(id, (to,), "flash", TEXT, TEXT))
    parts: Any = view_for(play.world, Viewer("seat", NORTH, "north"))
    told = {id: shape["order"] for part in parts.values() for id, shape in part.get("injects", {}).items()}
    assert sorted(told, key=lambda id: told[id]) == ["a", "c", "d", "e"]
    assert told["e"] - told["a"] == 1_000_000


def test_a_dispatch_is_between_sender_and_addressees() -> None:
    play = planning()
    play.ask(NORTH, c.SendDispatch("d1", ("team:south",), TEXT, TEXT))
    assert team(play.world, "north")["dispatches"] == team(play.world, "south")["dispatches"]
    assert "dispatches" not in public(play.world)
    assert control(play.world)["dispatches"]["d1"]["team"] == "north"


def test_a_call_is_the_callers_and_controls() -> None:
    """Not even the team's: whoever calls may have something to say of it."""
    play = planning()
    play.ask(ENVOY, c.CallControl("c1", TEXT))
    assert seat(play.world, ENVOY)["calls"]["c1"]["seat"] == ENVOY
    assert "calls" not in team(play.world, "north")
    assert "calls" not in seat(play.world, NORTH)
    assert control(play.world)["queue"]["call:c1"]["title"] == "Calls control"
    play.ask(CONTROL, c.AnswerCall("c1", TextRef("answer")))
    assert seat(play.world, ENVOY)["calls"]["c1"]["answer"] == "answer"
    assert "call:c1" not in control(play.world).get("queue", {})


def test_an_agreement_is_seen_by_its_parties() -> None:
    play = planning()
    play.ask(NORTH, c.ProposeAgreement("a1", "truce", ("N", "S"), {"aid": 1}, TEXT))
    text = team(play.world, "south")["agreements"]["a1"]
    assert (text["title"], text["signed"], text["prose"]) == ("Truce", {"N": False, "S": False}, TEXT)
    assert "agreements" not in public(play.world)
    play.ask(NORTH, c.SignAgreement("a1", "N", text["text_hash"]))
    assert team(play.world, "south")["agreements"]["a1"]["signed"] == {"N": True, "S": False}


def test_why_a_text_cannot_be_signed_is_told_before_anybody_signs() -> None:
    need = Need(formula("clause.aid < 3 and status != 'crisis'"), template("The crisis goes on."))
    later = Need(formula("status != 'crisis'"), template("First the crisis must end."))
    truce = replace(AGREEMENTS["truce"], needs=(need, later))
    play = Play(tiny(agreements={"truce": truce})).plan()
    assert public(play.world)["templates"]["truce"]["unmet"] == ["First the crisis must end."], (
        "the text has no clauses yet"
    )
    play.ask(NORTH, c.ProposeAgreement("a1", "truce", ("N", "S"), {"aid": 2}, TEXT))
    assert team(play.world, "south")["agreements"]["a1"]["unmet"] == [
        "The crisis goes on.",
        "First the crisis must end.",
    ]
    calm = replace(play.world, state={**play.world.state, "status": "truce"})
    assert "unmet" not in team(calm, "south")["agreements"]["a1"]
    assert "unmet" not in public(calm)["templates"]["truce"]


# What must I do now


def test_a_text_that_nobody_can_sign_yet_asks_for_nothing() -> None:
    need = Need(formula("status != 'crisis'"), template("First the crisis must end."))
    play = Play(tiny(agreements={"truce": replace(AGREEMENTS["truce"], needs=(need,))})).plan()
    play.ask(SOUTH, c.ProposeAgreement("a1", "truce", ("N", "S"), {"aid": 1}))
    play.ask(NORTH, order())
    assert now(play, NORTH) == ("orders", "")
    calm = replace(play.world, state={**play.world.state, "status": "truce"})
    assert seat(calm, NORTH)["now"]["ref"] == "a1"


def now(play: Play, name: str) -> tuple[str, str]:
    shape = seat(play.world, name)["now"]
    return shape["to"], shape.get("ref", "")


def test_the_now_sentence_follows_what_presses_most() -> None:
    play = Play()
    assert now(play, NORTH) == ("brief", "")
    play.to(1, "planning")
    assert now(play, NORTH) == ("orders", "")
    assert "Chief submits" in seat(play.world, ENVOY)["now"]["sentence"]
    play.ask(SOUTH, c.ProposeAgreement("a1", "truce", ("N", "S"), {"aid": 1}))
    assert now(play, NORTH) == ("orders", "")  # the phase's own duty comes first
    play.ask(CONTROL, c.FireInject("letter"))
    assert now(play, NORTH) == ("inbox", "letter")
    play.ask(NORTH, c.AnswerInject("letter", "no"))
    play.ask(NORTH, order())
    assert now(play, NORTH) == ("agreements", "a1")
    assert now(play, ENVOY) == ("", "")  # only the lead signs
    play.ask(NORTH, c.EndAgreement("a1", "N"))
    assert seat(play.world, NORTH)["now"]["sentence"] == "Your orders are in; 2 more may follow."
    for one in ("o2", "o3"):
        play.ask(NORTH, order(one, "free"))
    assert seat(play.world, NORTH)["now"]["sentence"] == "Nothing is asked of you."
    for one in ("o2", "o3"):
        play.ask(NORTH, c.WithdrawOrder(one))
    play.to(1, "feedback")
    assert now(play, NORTH) == ("rulings", "")
    play.ask(CONTROL, c.Pause())
    assert seat(play.world, NORTH)["now"]["sentence"] == "Control has paused the exercise."
    play.ask(CONTROL, c.EndExercise(NO_TEXT, "5eed", "1234"))
    assert now(play, NORTH) == ("hot_wash", "surprise")
    play.ask(NORTH, c.AnswerHotWash("surprise", TEXT))
    assert now(play, NORTH) == ("report", "")


def test_players_wait_while_control_rules() -> None:
    play = planning(mode="umpire")
    play.ask(NORTH, order())
    play.close()
    play.settle()
    assert play.world.timer.phase == "adjudication"
    assert "being ruled on" in seat(play.world, NORTH)["now"]["sentence"]
    queue = control(play.world)["queue"]
    assert [item["kind"] for item in queue.values()] == ["ruling"]
    assert control(play.world)["now"]["to"] == "queue"


def test_an_answer_no_longer_presses_when_its_time_is_over() -> None:
    play = planning()
    play.ask(CONTROL, c.ImproviseInject("i1", ("team:north",), "phone", TEXT, TEXT, answer=True))
    assert now(play, ENVOY) == ("inbox", "i1")
    play.wait(1)
    play.to(1, "feedback")
    assert now(play, ENVOY) == ("rulings", "")


# Control


def test_controls_queue_holds_what_waits() -> None:
    play = planning(auto_advance=False)
    play.ask(NORTH, order(kind="free"))
    play.ask(SOUTH, c.SendDispatch("d1", ("control",), TEXT, TEXT))
    queue = control(play.world)["queue"]
    assert list(queue) == ["answer:d1", "timer:close", "idle:south"]
    play.ask(CONTROL, c.SendDispatch("d2", ("team:south",), TEXT, TEXT, "d1"))
    play.close()
    play.settle()
    assert "free:o1" in control(play.world)["queue"]
    assert "answer:d1" not in control(play.world)["queue"]


def test_the_list_of_injects_says_when_each_comes() -> None:
    play = planning()
    msel = control(play.world)["msel"]
    assert {id: line["when"] for id, line in msel.items()} == {
        "opening": "Turn 1, planning, 1 min in",
        "alarm": "By chance while tension >= 7",
        "letter": "By hand",
        "silence": "If “Talk” was not ordered by the end of planning in turn 1",
    }
    assert msel["opening"]["due_at"] == play.world.timer.opened_at + 60
    play.wait(61)
    assert control(play.world)["msel"]["opening"]["by"] == "clock"
    assert "msel" not in public(play.world)


def test_control_sees_what_is_still_to_come() -> None:
    play = planning(mode="umpire")
    play.ask(NORTH, order("o1", "build", form={"amount": 5}))
    play.close()
    play.settle()
    play.ask(CONTROL, c.AcceptRuling(min(play.world.proposed)))
    assert [item["title"] for item in control(play.world)["later"].values()] == ["Build"]
    assert "later" not in team(play.world, "north")


def test_a_deck_card_is_in_no_public_part() -> None:
    """The pack is public; which card was dealt is not."""
    decks = {"t": Deck("t", "tolerance", "Tolerance", {"spring": ((-5, 1.0),)})}
    play = Play(tiny(decks=decks))
    assert play.world.state["tolerance"] == -5
    assert isinstance(play.world.scenario.variables["tolerance"], Variable)
    assert "tolerance" not in json.dumps(public(play.world))
