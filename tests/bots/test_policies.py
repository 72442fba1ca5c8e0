"""Characters: legal, different, theirs alone to decide, and the same from the same view."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wargame.bots import headless, table
from wargame.bots.headless import Headless
from wargame.bots.policies import BY_NAME, View, Wish
from wargame.bots.policies.filling import between, share_of
from wargame.bots.runner import seed_of
from wargame.bots.whim import Whim
from wargame.engine import commands as c
from wargame.engine.commands import NO_TEXT, Command, TextRef
from wargame.engine.formula import Value
from wargame.engine.refusals import Refused
from wargame.engine.scenario import Scenario
from wargame.engine.sight import viewer_of
from wargame.engine.views import merged, view_for
from wargame.engine.world import World
from wargame.exercises import library
from wargame.exercises.bot_policies import AIDE, DEALT, POLICIES
from wargame.exercises.setups import setup_of

PACKS = sorted(library.choices())
CHARACTERS = ("cautious", "ambitious", "opportunist")


@dataclass
class Watched:
    """A game that keeps what was asked in it."""

    scenario: Scenario
    world: World
    asked: list[tuple[str, Command]] = field(default_factory=list)
    refused: list[tuple[str, Command, str]] = field(default_factory=list)
    worlds: list[World] = field(default_factory=list)
    """Of each turn's planning, before anybody acts."""


@cache
def game(pack: str, policy: str, seed: int) -> Watched:
    """Played to its end by one policy in every seat."""
    scenario = library.choices()[pack]
    seen = Watched(scenario, headless.Headless(scenario, setup_of(scenario), seed_of(seed)).world)

    class Watching(Headless):
        def _refused(self, seat: str, command: Command) -> Refused | None:
            if isinstance(command, c.ClosePhase) and command.phase == "briefing":
                found = super()._refused(seat, command)
                seen.worlds.append(self.world)
                return found
            refused = super()._refused(seat, command)
            seen.asked.append((seat, command))
            if refused:
                seen.refused.append((seat, command, refused.text))
            return refused

    played = Watching(scenario, setup_of(scenario), seed_of(seed))
    table.play(played, seed_of(seed), lambda seat: BY_NAME[policy])
    seen.world = played.world
    return seen


def leaning(watched: Watched) -> Counter[str]:
    """How many orders leaned which way."""
    orders = watched.world.orders.values()
    return Counter(lean for order in orders for lean in watched.scenario.orders[order.kind].leans)


def spent(watched: Watched) -> float:
    """Of all stores together."""
    return sum(amount for order in watched.world.orders.values() for amount in order.cost.values())


def test_every_name_that_a_seat_may_have_is_a_policy() -> None:
    assert {*POLICIES, AIDE} == set(BY_NAME)
    assert set(DEALT) < set(POLICIES)


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize("policy", POLICIES)
def test_a_pack_is_played_to_its_end_and_hardly_a_command_is_refused(policy: str, pack: str, seed: int) -> None:
    watched = game(pack, policy, seed)
    timer = watched.world.timer
    assert (timer.turn, timer.phase) == (len(watched.world.clock.turns), "feedback")
    share = len(watched.refused) / len(watched.asked)
    assert share <= (0.02 if policy == "noise" else 0.01), watched.refused[:3]


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("pack", PACKS)
def test_characters_are_told_apart_by_what_they_order(pack: str, seed: int) -> None:
    firm = {}
    for policy in CHARACTERS:
        leans = leaning(game(pack, policy, seed))
        firm[policy] = leans["firm"] / (leans["firm"] + leans["conciliatory"])
    assert firm["cautious"] < 0.4 < firm["ambitious"], firm
    assert firm["cautious"] < firm["opportunist"] < firm["ambitious"], firm


@pytest.mark.parametrize("pack", PACKS)
def test_the_cautious_dare_less_and_spend_less(pack: str) -> None:
    cautious, ambitious = (game(pack, policy, 1) for policy in ("cautious", "ambitious"))
    assert leaning(cautious)["risky"] < leaning(ambitious)["risky"]
    assert spent(cautious) <= spent(ambitious)


@pytest.mark.parametrize("pack", PACKS)
def test_the_cautious_agree_sooner(pack: str) -> None:
    signed = {
        policy: sum(text.status in ("in_force", "ended") for text in game(pack, policy, 1).world.agreements.values())
        for policy in ("cautious", "ambitious")
    }
    assert signed["cautious"] > signed["ambitious"]


@pytest.mark.parametrize("policy", POLICIES)
def test_nobody_speaks_for_another_team(policy: str) -> None:
    watched = game("reassurance_force", policy, 1)
    for seat, command in watched.asked:
        team = seat.split(".")[0]
        if isinstance(command, c.SignAgreement | c.SubmitOrder | c.EndAgreement):
            assert watched.world.team_of(command.actor) == team
        if isinstance(command, c.ProposeAgreement):
            assert team in {watched.world.team_of(actor) for actor in command.parties}


@pytest.mark.parametrize("policy", CHARACTERS)
def test_a_setting_is_not_ordered_again_as_it_is(policy: str) -> None:
    watched = game("reassurance_force", policy, 2)
    orders = [(o.actor, o.kind, json.dumps(dict(o.form)), o.turn) for o in watched.world.orders.values() if o.form]
    again = {order[:3] for order in orders if (*order[:3], order[3] - 1) in orders}
    assert again == set()


def wishes(view: View, policy: str, seat: str) -> list[tuple[str, str, Command]]:
    whim = Whim(seed_of(9), view["timer"]["turn"], seat)
    return [(wish.key, wish.why, told(wish)) for wish in BY_NAME[policy](view, whim)]


def told(wish: Wish) -> Command:
    return wish.command(lambda body: TextRef(body) if body else NO_TEXT, lambda: "new")


def views(pack: str) -> Iterator[tuple[str, View]]:
    for world in game(pack, "opportunist", 1).worlds:
        for team in world.teams:
            seat = team.seats[0].id
            yield seat, merged(view_for(world, viewer_of(world, seat)))


@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize("pack", PACKS)
def test_the_same_view_and_whim_make_the_same_wishes(pack: str, policy: str) -> None:
    for seat, view in views(pack):
        before = json.dumps(view, sort_keys=True)
        first = wishes(view, policy, seat)
        assert wishes(json.loads(before), policy, seat) == first, "the view is plain JSON"
        assert json.dumps(view, sort_keys=True) == before, "a view is read, never changed"
        assert len({key for key, _, _ in first}) == len(first)


@pytest.mark.parametrize("policy", CHARACTERS)
def test_every_order_has_its_reason_in_one_sentence(policy: str) -> None:
    texts = [
        str(command.rationale)
        for seat, view in views("reassurance_force")
        for _, _, command in wishes(view, policy, seat)
        if isinstance(command, c.SubmitOrder)
    ]
    assert texts and all(text.count(".") == 1 and text.endswith(".") for text in texts)
    assert len(set(texts)) > len(views_of_teams())


def views_of_teams() -> list[str]:
    return [team.id for team in game("reassurance_force", "opportunist", 1).world.teams]


# Texts

CLAUSE = {"id": "days", "label": "Days", "kind": "whole", "required": True, "low": 0, "high": 20}


@given(mine=st.integers(0, 20), theirs=st.integers(0, 20), share=st.floats(0, 1))
def test_a_number_between_two_wishes_is_worth_its_share(mine: int, theirs: int, share: float) -> None:
    if mine != theirs:
        value = float(between(CLAUSE, mine, theirs, share, {}))
        assert min(mine, theirs) <= value <= max(mine, theirs)
        assert share_of(CLAUSE, value, mine, theirs) == pytest.approx(share, abs=0.5 / abs(mine - theirs) + 1e-9)


def test_limits_that_the_menu_knows_are_kept() -> None:
    assert between(CLAUSE, 20, 0, 1.0, {"high": 3}) == 3


def test_a_choice_between_two_wishes_lies_between_them() -> None:
    ladder = {"id": "who", "kind": "choice", "choices": [{"value": v, "label": v} for v in ("us", "both", "them")]}
    assert [between(ladder, "us", "them", share, {}) for share in (1, 0.5, 0)] == ["us", "both", "them"]
    assert share_of(ladder, "both", "us", "them") == 0.5


def test_a_bot_beside_people_tells_its_team_once_what_only_its_seat_sees() -> None:
    world = game("reassurance_force", "cautious", 1).worlds[0]
    (told,) = [
        (seat.id, command)
        for team in world.teams
        if team.id == "ukraine"
        for seat in team.seats
        for _, _, command in wishes(merged(view_for(world, viewer_of(world, seat.id))), AIDE, seat.id)
    ]
    seat, letter = told
    assert seat == "ukraine.parliament"
    assert isinstance(letter, c.SendDispatch)
    assert letter.to == ("team:ukraine",)
    view = merged(view_for(world, viewer_of(world, seat)))
    assert not wishes({**view, "dispatches": {"d": {"seat": seat}}}, AIDE, seat)


def on_the_table(terms: Mapping[str, Value], **more: object) -> View:
    """Merrow's view in the first planning, with Hollin's compact on the table."""
    world = game("first_steps", "noise", 1).worlds[0]
    seat = next(seat.id for team in world.teams for seat in team.seats if "MERROW" in team.actors and seat.leads)
    view = merged(view_for(world, viewer_of(world, seat)))
    text = {
        "template": "river_compact",
        "title": "River compact",
        "parties": ["HOLLIN", "MERROW"],
        "terms": terms,
        "text_hash": "0" * 64,
        "version": 1,
        "author": "HOLLIN",
        "turn": 1,
        "signed": {"HOLLIN": True, "MERROW": False},
        "status": "proposed",
        "order": 0,
    }
    return {**view, "agreements": {"a1": {**text, **more}}}


def verbs(view: View, policy: str) -> set[str]:
    return {key.split()[0] for key, _, _ in wishes(view, policy, view["you"]["seat"]) if " a1" in key}


GOOD = {"floor": 2, "notice": True, "crane": False}
FAIR = {"floor": 1, "notice": True, "crane": True}
POOR = {"floor": 0, "notice": False, "crane": True}


def test_terms_are_weighed_against_the_temper() -> None:
    assert [verbs(on_the_table(GOOD), policy) for policy in CHARACTERS] == [{"sign"}] * 3
    assert [verbs(on_the_table(FAIR), policy) for policy in CHARACTERS] == [{"sign"}, {"revise"}, {"sign"}]
    assert [verbs(on_the_table(POOR), policy) for policy in CHARACTERS] == [set()] * 3


def test_a_revision_asks_for_more_and_leaves_what_is_good() -> None:
    view = on_the_table(FAIR)
    (revised,) = [
        one for _, _, one in wishes(view, "ambitious", view["you"]["seat"]) if isinstance(one, c.ReviseAgreement)
    ]
    assert revised.terms["notice"] is True
    assert revised.terms != FAIR and revised.terms["floor"] == 2


@pytest.mark.parametrize("policy", POLICIES)
def test_what_cannot_be_signed_yet_is_not_signed(policy: str) -> None:
    assert "sign" not in verbs(on_the_table(GOOD, unmet=["The guns are not silent."]), policy)


@pytest.mark.parametrize("policy", POLICIES)
def test_what_cannot_be_signed_is_not_proposed(policy: str) -> None:
    view = on_the_table(GOOD)
    closed = {id: {**entry, "unmet": ["The guns are not silent."]} for id, entry in view["templates"].items()}
    asked = [wishes({**view, "agreements": {}, "templates": closed}, policy, f"seed {n}") for n in range(10)]
    assert not any(isinstance(one, c.ProposeAgreement) for found in asked for _, _, one in found)


@pytest.mark.parametrize("policy", CHARACTERS)
def test_a_text_does_not_go_back_and_forth_for_ever(policy: str) -> None:
    assert "revise" not in verbs(on_the_table(FAIR, version=9), policy)
