"""The balance page: the same to the byte however it is made, its numbers checked by hand, of the shipped version."""

import re
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from tests.scenarios.test_plans import PLANS
from tests.scenarios.tiny import Files, tiny
from wargame.bots import balance
from wargame.bots.balance import Cell, Findings, Games
from wargame.bots.balance.cells import Part
from wargame.bots.balance.targets import targets
from wargame.bots.simulation.game import Played
from wargame.exercises.packs import find_packs, from_files, load_pack

STUDY = "study: {success: held, compare: worth, reach: {worth: [1, 50]}}\n"
MEASURES = """\
measures:
  held: {title: The pact held, formula: strength.NO > 48, take: ever}
  worth: {title: What it was worth, formula: strength.NO}
"""


def judged() -> Files:
    files = tiny()
    top = files["scenario.yaml"].decode()
    return files | {"plans.yaml": (STUDY + PLANS).encode(), "scenario.yaml": (top + MEASURES).encode()}


def findings(games: Games) -> Findings:
    pack = from_files(judged())
    assert pack.study
    return Findings(pack, pack.study, games)


def cell(part: Part, plays: str, rules: str = "") -> Cell:
    pack = from_files(judged())
    known = [one for one in balance.cells(pack) if (one.part, one.plays) == (part, plays)]
    return next(one for one in known if rules in ("", one.rules))


def game(number: int, worth: float = 0.0, score: float = 0.0, given: str = "", choices: int = 3) -> Played:
    return Played(
        number=number,
        turns=2,
        months=3,
        measures={"held": float(worth > 0), "worth": worth},
        scores={"NO: Strong": score},
        orders={given.partition(" ")[2]: 1} if given else {},
        injects=(),
        agreements=(),
        crossed=(),
        faults=(),
        given={given: 1} if given else {},
        choices={"NO": choices},
    )


def silent(done: int, of: int) -> None:
    """Nobody watches."""


def made(processes: int) -> str:
    files = judged()
    return balance.page(findings(balance.play_all(files, 4, 7, processes, silent)), 7, "simulate")


def test_the_same_page_whatever_the_number_of_processes() -> None:
    page = made(1)
    assert page == made(2)
    assert "It is no forecast." in page
    for title in ("Conclusions", "Plans by card", "What plans lead to", "Scores of characters", "Orders", "News"):
        assert f"## {title}" in page


def test_every_card_and_every_plan_has_its_cell() -> None:
    pack = from_files(judged())
    found = balance.cells(pack)
    assert len(found) == len(set(found))
    for part in ("plans", "exploits", "characters", "noise"):
        cards = {(one.start, one.rules) for one in found if one.part == part}
        assert len(cards) == len(pack.start_cards) * len(pack.rule_cards)
    assert {one.plays for one in found if one.part in ("plans", "exploits")} == set(pack.plans)
    assert {one.teams for one in found if one.part == "characters"} == set(pack.team_sets)


# Numbers by hand


def test_an_exploit_ahead_of_every_plan_is_told() -> None:
    games = {cell("plans", "push"): [game(0, 40)], cell("exploits", "both"): [game(0, 60)]}
    found = findings(games)
    assert found.compared(["push", "both"]) == {"push": 40, "both": 60}
    [target] = [one for one in targets(noisy(games)) if "exploit" in one.title]
    assert not target.met
    assert "Both" in target.found


def noisy(games: Games) -> Findings:
    """With games of characters and of noise, without which nothing can be judged."""
    others = {cell("characters", "cautious"): [game(0)], cell("noise", "noise"): [game(0)]}
    pack = from_files(judged())
    plans = {
        one: [game(0, 40 if one.part == "plans" else 60)]
        for one in balance.cells(pack)
        if one.part in ("plans", "exploits")
    }
    return findings({**plans, **others, **games})


def test_by_how_much_an_order_moves_a_score() -> None:
    """With it 60 or 62, without it 50 or 52: ten points, and half a point of error. Of four games nothing is said."""
    alike = [
        game(0, score=60, given="NO push"),
        game(1, score=62, given="NO push"),
        game(2, score=50),
        game(3, score=52),
    ]
    moved = findings({cell("noise", "noise"): alike * 4}).moves("push")
    assert moved
    assert (moved.actor, moved.points) == ("NO", 10.0)
    assert moved.error == pytest.approx((16 / 14 * (1 / 8 + 1 / 8)) ** 0.5)
    assert moved.sure
    assert findings({cell("noise", "noise"): alike[:2]}).moves("push") is None


def test_the_fewest_choices_and_how_often_an_order_is_given() -> None:
    found = findings({cell("characters", "cautious"): [game(0, given="NO push"), game(1, choices=1)]})
    assert found.fewest() == {"NO": [3, 1]}
    assert found.chosen("push") == 0.5
    assert found.fired("storm") == 0


# The command, and the page that is shipped


def test_a_pack_that_says_nothing_of_its_study_cannot_be_judged() -> None:
    with pytest.raises(CommandError, match="judged by"):
        call_command("simulate", "first_steps", all=True, runs=1, stdout=StringIO())


@pytest.mark.parametrize("folder", find_packs(settings.SCENARIOS), ids=lambda folder: folder.name)
def test_the_page_is_of_the_version_that_is_shipped(folder: Path) -> None:
    pack = load_pack(folder)
    if pack.study is None:
        return
    page = (settings.BASE_DIR / "docs" / "balance.md").read_text(encoding="utf-8")
    assert re.search(rf"^# The balance of {re.escape(pack.title)}, version {re.escape(pack.version)}$", page, re.M)
    assert f"simulate {pack.id} --all" in page
