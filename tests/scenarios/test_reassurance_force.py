"""The reassurance force against its model: values worked out by hand, and plans played to their end."""

from dataclasses import replace
from functools import cache

import pytest
from django.conf import settings

from tests.scenarios.game import Game, happened
from wargame.bots import headless
from wargame.bots.following import following
from wargame.bots.runner import seed_of
from wargame.engine.adjudication.truth import scope_of
from wargame.engine.commands import ProposeAgreement, SignAgreement, TextRef
from wargame.engine.formula import Scope, Value
from wargame.engine.scenario import Scenario
from wargame.engine.sight import Viewer, may_see
from wargame.engine.study import OrderLine, Plan
from wargame.engine.world import World
from wargame.exercises.packs import load_pack
from wargame.exercises.setups import setup_of


@cache
def pack() -> Scenario:
    return load_pack(settings.BASE_DIR / "scenarios" / "reassurance_force")


def state(card: str = "aug", rules: str = "K1", /, **values: Value) -> Scope:
    """The card's first values with others in their place (`press__ru` for `press.ru`), whatever was dealt."""
    start: dict[str, Value] = {path: variable.start[card] for path, variable in pack().variables.items()}
    constants = {f"k.{name}": value for name, value in pack().rule_cards[rules].constants.items()}
    named = {name.replace("__", "."): value for name, value in values.items()}
    return Scope({**start, **constants, "turn": 1, "month": 0, "months": 6, **named}, pack().derived)


# Worked out by hand


def test_the_guarantee_in_kyivs_eyes_at_the_start() -> None:
    # August: words 2 * 12.5 * .26 = 6.5, law 30 * .2 = 6, 5,000 trainers 100 (1 - exp(-5 * .35 / 22)) * .18 = 1.376,
    # no protocol 0, army 48 * .2 = 9.6.
    assert state("aug")["credibility"] == pytest.approx(23.476, abs=0.001)
    # February: no words, nothing pledged: 6 + 50 * .2.
    assert state("feb")["credibility"] == pytest.approx(16.0)
    # Freeze: 6.5 + 6 + 100 (1 - exp(-7.5 * .35 / 22)) * .18 = 2.024 + 9.6
    assert state("freeze")["credibility"] == pytest.approx(24.124, abs=0.001)


def test_deterrence_at_the_start() -> None:
    # August, the backstop true: belief 2 * 6 + army 48 * .22 + law .13 * 30 * (.5 + 55 / 200).
    assert state("aug", us_true=2)["deterrence"] == pytest.approx(12 + 10.56 + 3.0225)
    # True is 1 only: belief .25 * 2 + .75 * 1 = 1.25.
    assert state("aug", us_true=1)["deterrence"] == pytest.approx(7.5 + 10.56 + 3.0225)


def test_kyiv_bears_a_freeze_sooner_than_a_ceasefire() -> None:
    # 17 + .6 * 23.476 + 1.5 * -.5 = 30.336; a freeze adds 25.
    assert state(text__on=True, text__presence=1)["consent"] == pytest.approx(30.336, abs=0.001)
    assert state(text__on=True, text__presence=1, text__freeze=True)["consent"] == pytest.approx(55.336, abs=0.001)
    # Cap and closure cost 6 * 4, and 4 more each.
    assert state(text__on=True, text__presence=1, text__cap=True, text__closure=True)["consent"] == pytest.approx(
        -1.664, abs=0.001
    )


def test_parliament_stands_between_its_line_and_fifty() -> None:
    assert state(consent=51, rada=40)["rada_share"] == 1
    assert state(consent=45, rada=40)["rada_share"] == pytest.approx(0.15)  # .3 * 5 / 10
    assert state(consent=39, rada=40)["rada_share"] == 0


@pytest.mark.parametrize(
    ("card", "values", "x", "per_cent"),
    [
        ("K1", {"text__presence": 1}, -4.43, 0.26),
        ("K1", {"ru_cost": 70, "press__ru": 2, "front": 0, "text__presence": 2, "ru_resolve": 75}, -1.75, 3.3),
        (
            "K2",
            {
                "deployed__UK": 8,
                "deployed__FR": 8,
                "blueprint__posture": 2,
                "front": -1,
                "ru_cost": 52,
                "ru_resolve": 50,
            },
            -1.44,
            4.2,
        ),
        (
            "K3",
            {
                "fatigue": 58,
                "press__ru": 2,
                "front": 0,
                "text__presence": 1,
                "terms": 2,
                "ru_cost": 62,
                "ru_resolve": 72.5,
            },
            -0.97,
            6.0,
        ),
    ],
)
def test_what_the_text_is_to_moscow(card: str, values: dict[str, Value], x: float, per_cent: float) -> None:
    scope = state("aug", card, **values)
    assert scope["appeal_sum"] == pytest.approx(x, abs=0.01)
    assert 100 * float(scope["appeal"]) == pytest.approx(per_cent, abs=0.1)


@pytest.mark.parametrize(
    ("deterrence", "quality", "years"),
    [(20, 5, 2.0), (15, 5, 1.6), (28, 5, 3.0), (48, 8, 10.5), (67, 8, 28), (77, 9, 51)],
)
def test_how_long_peace_lasts(deterrence: float, quality: float, years: float) -> None:
    assert state(deterrence=deterrence, quality=quality)["median_years"] == pytest.approx(years, rel=0.05)


@pytest.mark.parametrize(
    ("deterrence", "quality", "belief", "two", "ten", "twenty", "median"),
    [
        (15, 5, 1, 0.41, 0.01, 0.00, 2),
        (28, 5, 2, 0.63, 0.08, 0.00, 3),
        (34, 7, 2, 0.75, 0.20, 0.03, 5),
        (38, 6, 2, 0.78, 0.25, 0.04, 6),
        (48, 8, 0, 0.88, 0.50, 0.24, 11),
        (51, 8, 1.5, 0.89, 0.54, 0.25, 12),
        (57, 8, 3, 0.92, 0.63, 0.33, 14),
        (67, 8, 3, 0.95, 0.75, 0.51, 21),
        (77, 9, 4, 0.97, 0.85, 0.66, 29),
    ],
)
def test_an_ageing_guarantee(
    deterrence: float, quality: float, belief: float, two: float, ten: float, twenty: float, median: float
) -> None:
    """The mixture of all courses of belief, not its mean; the last package outlives twenty years."""
    scope = state(deterrence=deterrence, quality=quality, belief=belief)
    found = [scope["holds_two"], scope["holds_ten"], scope["holds_twenty"]]
    assert found == pytest.approx([two, ten, twenty], abs=0.015)
    assert scope["horizon"] == pytest.approx(median, abs=1)


def test_where_the_bill_is_heading() -> None:
    # 22 + 4 * 5 sanctions + .4 for strikes above seven
    assert state("aug")["bill_target"] == pytest.approx(42.4)
    # 22 + 4 * 7 + 4 * 2 + 4 * 2 + 3 * 2 + .4
    squeezed = state("aug", sanctions=7, assets=2, press__ru=2, deep=2)
    assert squeezed["bill_target"] == pytest.approx(72.4)
    # a truce takes away what the war costs, and 14 more
    assert state("aug", phase="CEASEFIRE")["bill_target"] == pytest.approx(28)


def test_the_entry_rule_has_three_ways_out() -> None:
    assert not state()["may_enter.FR"]
    truce: dict[str, Value] = {"phase": "CEASEFIRE", "text__presence": 1}
    assert state(**truce)["may_enter.FR"]
    assert not state(phase="CEASEFIRE", text__presence=0)["may_enter.FR"]
    assert state(own_rule__FR__ceasefire_first=False)["may_enter.FR"]
    assert not state(**truce, us_offer__level=1)["may_enter.UK"]
    assert state(**truce, us_offer__level=1, own_rule__UK__backstop=False)["may_enter.UK"]


# Secrets


SECRETS = {
    "us_true": ("us.president", "us.president", "us.president"),
    "ru_tol": ("russia.economy", "russia.economy", "russia.economy"),
    "cap.UK": ("lead.uk_defence", "uk.defence", "uk.defence"),
    "cap.FR": ("lead.fr_defence", "france.defence", "france.defence"),
    "cap.DE": ("partners.defence", "germany.defence", "germany.defence"),
    "cap.PL": ("partners.defence", "flank.defence", "poland.defence"),
    "cap.NB": ("partners.defence", "flank.defence", "north.defence"),
    "cap.IT": ("partners.defence", "south.defence", "italy.defence"),
    "vote.IT": ("partners.whip", "south.whip", "italy.whip"),
    "vote.DE": ("partners.whip", "germany.whip", "germany.whip"),
    "veto": ("partners.finance", "eu.finance", "eu.finance"),
    "rada": ("ukraine.parliament", "ukraine.parliament", "ukraine.parliament"),
}
"""Which seat knows what was dealt, in five, nine and fifteen teams."""


def knowing(team_set: str, path: str) -> list[str]:
    world = Game(pack(), 0, team_set=team_set).world
    seats = [s for team in world.teams for s in team.seats]
    return [s.id for s in seats if may_see(world, Viewer("seat", s.id, s.team), pack().variables[path].see)]


@pytest.mark.parametrize("path", SECRETS)
def test_a_dealt_secret_is_known_to_one_seat(path: str) -> None:
    assert path in {deck.path for deck in pack().decks.values()}
    assert [knowing(team_set, path) for team_set in pack().team_sets] == [[seat] for seat in SECRETS[path]]


@pytest.mark.parametrize("team_set", ["class", "standard", "large"])
def test_whatever_is_dealt_is_known_to_somebody(team_set: str) -> None:
    assert [deck.path for deck in pack().decks.values() if not knowing(team_set, deck.path)] == []


# Played


SEEDS = range(20)


SPINE = frozenset(
    [
        *("pledge", "blueprint", "protocol", "rule", "deploy", "base", "mandate", "arms", "sanction", "assets"),
        *("monitor", "press_ru", "level", "memo", "treaty", "stance", "campaign", "deep", "text", "will", "probe"),
    ]
)
"""The orders that the shortest version plays with."""


def play(plan: Plan, seed: int) -> World:
    setup = setup_of(pack(), clock="short", start="aug", rules="K1", teams="class")
    return headless.play(pack(), setup, seed_of(seed), lambda seat: following(plan))


@cache
def played(seed: int) -> World:
    return play(pack().plans["leverage"], seed)


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_fails(seed: int) -> None:
    assert [t.inputs["fault"] for t in played(seed).rulings.values() if "fault" in t.inputs] == []


def test_three_turns_can_reach_truce_deployment_and_a_violation() -> None:
    truces = [world for world in map(played, SEEDS) if happened(world, "truce_begins")]
    assert truces
    assert any(happened(world, "arrival") and happened(world, "violation") for world in truces)
    for world in truces:
        begun = next(t for t in world.rulings.values() if t.rule == "truce_begins")
        arrived = [t.month for t in world.rulings.values() if t.rule == "arrival"]
        assert all(month > begun.month for month in arrived)  # nobody entered the war


def test_an_attribution_and_a_backstop_test_can_happen() -> None:
    outcomes = {t.outcome for world in map(played, SEEDS) for t in world.rulings.values() if t.rule == "violation"}
    assert "answered" in outcomes
    assert "silent" in outcomes


def test_the_spine_alone_reaches_a_truce() -> None:
    whole = pack().plans["leverage"]
    lines = {
        actor: tuple(line for line in own if isinstance(line, OrderLine) and line.order in SPINE)
        for actor, own in whole.actors.items()
    }
    assert any(happened(play(replace(whole, actors=lines), seed), "truce_begins") for seed in SEEDS)


@pytest.mark.parametrize("plan", ["meetings", "concede", "us_alone", "eu_alone", "refusing", "paper", "many_texts"])
def test_paper_surrender_and_tricks_come_to_nothing(plan: str) -> None:
    worlds = [play(pack().plans[plan], seed) for seed in range(4)]
    assert not any(happened(world, "truce_begins") for world in worlds)


def test_near_identical_texts_do_lie_on_the_table() -> None:
    texts = play(pack().plans["many_texts"], 0).agreements.values()
    assert len([text for text in texts if text.signed.get("UA")]) == 10


def test_an_order_to_go_waits_for_the_truce() -> None:
    world = played(next(seed for seed in SEEDS if happened(played(seed), "arrival")))
    ordered = min(o.turn for o in world.orders.values() if o.kind == "deploy")
    assert ordered == 1
    assert sum(float(scope_of(world)[f"deployed.{s}"]) for s in ("UK", "FR", "NB")) > 0


# Signed as an agreement


CLAUSES: dict[str, Value] = {"freeze": False, "presence": 2, "mon": 3}


def signed(game: Game, clauses: dict[str, Value]) -> Game:
    """Both leaders put their names to a text in the first planning."""
    game.close()
    text = TextRef("e" * 64)
    game.ask("ukraine.president", ProposeAgreement("t1", "truce_text", ("UA", "RU"), clauses, text))
    whole = game.world.agreements["t1"].text_hash
    game.ask("ukraine.president", SignAgreement("t1", "UA", whole))
    game.ask("russia.president", SignAgreement("t1", "RU", whole))
    game.close()
    game.settle()
    return game


def test_a_text_that_the_country_does_not_bear_is_voided() -> None:
    game = signed(Game(pack(), 1), CLAUSES)
    assert game.happened("kyiv_signs", "voids")
    assert game.world.agreements["t1"].status == "ended"
    assert game.world.state["phase"] == "WAR"


def test_a_freeze_signed_by_both_holds_a_month_and_ends() -> None:
    game = signed(Game(pack(), 1), {**CLAUSES, "freeze": True, "presence": 1})
    assert [t.month for t in game.world.rulings.values() if t.rule == "freeze_begins"] == [1]
    assert [t.month for t in game.world.rulings.values() if t.rule == "freeze_ends"] == [2]
    assert game.world.agreements["t1"].status == "ended"
