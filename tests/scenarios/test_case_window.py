"""A serious breach of the truce: the month waits for the capitals and for Moscow, and what they say decides."""

import pytest

from tests.engine.play import CONTROL, TEXT
from tests.scenarios.game import Game
from tests.scenarios.test_reassurance_force import pack
from wargame.engine import commands as c
from wargame.engine.formula import Value
from wargame.engine.phases import windows
from wargame.engine.tickets import Ticket

HEADS = {"UA": "ukraine.president", "LN": "lead.head", "EP": "partners.chair"}


def case(seed: int = 1, **values: Value) -> Game:
    """The first month of a truce that control has made, with a breach; `protocol__signed` for `protocol.signed`."""
    game = Game(pack(), seed)
    game.close()
    staged: dict[str, Value] = {"phase": "CEASEFIRE", "case__forced": True, "text__on": True, "monitor": 80, **values}
    for name, value in staged.items():
        if game.world.state[name.replace("__", ".")] != value:
            game.ask(CONTROL, c.AdjustVariable(name.replace("__", "."), value, TEXT))
    game.close()
    game.settle()
    return game


def by(ours: bool, **values: Value) -> Game:
    """A case that was, or was not, Russia's."""
    return next(game for seed in range(60) if (game := case(seed, **values)).world.state["case.ours"] is ours)


def say(game: Game, capitals: str, moscow: str) -> Ticket:
    """What all capitals say, and Moscow; the ruling."""
    for head in HEADS.values():
        game.ask(head, c.AnswerInject("case_window", capitals))
    game.ask("russia.president", c.AnswerInject("case_moscow", moscow))
    game.settle()
    return next(ticket for ticket in game.world.rulings.values() if ticket.rule == "violation")


def moved(ticket: Ticket, path: str) -> float:
    return sum(float(change.after) - float(change.before) for change in ticket.changes if change.path == path)


def test_the_month_waits_for_all_of_them() -> None:
    game = case()
    assert sorted(state.id for state in windows(game.world)) == ["case_moscow", "case_window"]
    assert not game.happened("violation")
    assert game.world.timer.month == 1
    said = game.world.injects["case_moscow"].said_body
    assert ("it was ours" in said) is bool(game.world.state["case.ours"])


def test_nobody_asked_reads_the_others_question() -> None:
    game = case()
    assert game.world.injects["case_moscow"].audience == ("team:russia",)
    assert "team:russia" not in game.world.injects["case_window"].audience


@pytest.mark.parametrize(
    ("ours", "capitals", "moscow", "outcome"),
    [
        (True, "accuse", "deny", "answered"),
        (False, "accuse", "deny", "wrong"),
        (True, "silent", "deny", "silent"),
        (True, "evidence", "deny", "waits"),
        (True, "accuse", "admit", "admitted"),
        (False, "accuse", "admit", "admitted"),
    ],
)
def test_what_is_said_decides(ours: bool, capitals: str, moscow: str, outcome: str) -> None:
    assert say(by(ours, protocol__signed=True), capitals, moscow).outcome == outcome


def test_without_a_protocol_no_answer_comes() -> None:
    ticket = say(by(True), "accuse", "deny")
    assert ticket.outcome == "unanswered"
    assert moved(ticket, "cohesion") == -2


def test_blaming_kyiv_cuts_both_ways() -> None:
    right = say(by(True, protocol__signed=True), "accuse", "blame")
    assert moved(right, "cohesion") == 2
    wrong = say(by(False), "accuse", "blame")
    assert moved(wrong, "cohesion") == -7
    assert moved(wrong, "wrong") == 1


def test_who_says_nothing_leaves_it_to_the_threshold() -> None:
    game = case()
    sure = float(game.world.state["case.trust"]) >= float(game.world.state["protocol.threshold"])
    game.settle_all()
    outcome = next(ticket.outcome for ticket in game.world.rulings.values() if ticket.rule == "violation")
    assert outcome == ("silent" if not sure else "unanswered" if game.world.state["attributed"] else "wrong")
    assert game.world.injects["case_moscow"].answers["system"][0] == "deny"


def test_a_case_held_over_comes_back_without_a_window() -> None:
    game = by(True)
    say(game, "evidence", "deny")
    game.settle_all()
    months = [ticket.month for ticket in game.world.rulings.values() if ticket.rule == "violation"]
    assert months[:2] == [1, 2]
    opened = [ticket.month for ticket in game.world.rulings.values() if ticket.rule == "case_opened"]
    assert 2 not in opened
