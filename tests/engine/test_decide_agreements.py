"""Agreements: proposed, revised, signed over one hash, in force, ended."""

from dataclasses import replace

import pytest

from tests.engine.builders import AGREEMENTS, formula, template, tiny
from tests.engine.play import CONTROL, ENVOY, NORTH, SOUTH, TEXT, Play
from wargame.engine import commands as c
from wargame.engine import events as e
from wargame.engine.decisions.agreements import text_hash
from wargame.engine.formula import Value
from wargame.engine.scenario import Need
from wargame.engine.world import Wording


@pytest.fixture
def play() -> Play:
    return Play().plan()


def proposal(id: str = "a1", parties: tuple[str, ...] = ("N", "S"), **terms: Value) -> c.ProposeAgreement:
    return c.ProposeAgreement(id, "truce", parties, terms or {"aid": 2}, TEXT)


def sign(play: Play, seat: str, actor: str, id: str = "a1") -> tuple[e.Event, ...]:
    return play.ask(seat, c.SignAgreement(id, actor, play.world.agreements[id].text_hash))


def status(play: Play) -> str:
    return play.world.agreements["a1"].status


def in_force(play: Play) -> Play:
    play.ask(NORTH, proposal())
    sign(play, NORTH, "N")
    sign(play, SOUTH, "S")
    return play


def test_any_seat_of_a_party_proposes_and_the_parties_read_it(play: Play) -> None:
    (proposed,) = play.ask(ENVOY, proposal())
    assert isinstance(proposed, e.AgreementProposed)
    assert (proposed.audience, proposed.actor) == (("team:north", "team:south"), "N")
    assert proposed.terms == {"aid": 2, "inspections": False}
    assert proposed.text_hash == text_hash("truce", ("N", "S"), {"inspections": False, "aid": 2}, TEXT)


@pytest.mark.parametrize(
    ("seat", "command", "code"),
    [
        (NORTH, c.ProposeAgreement("a1", "marriage", ("N", "S"), {}), "unknown_agreement"),
        (NORTH, proposal(parties=("N",)), "not_a_party"),
        (NORTH, proposal(parties=("S", "N")), "not_a_party"),
        (NORTH, proposal(parties=("N", "N")), "not_a_party"),
        (CONTROL, proposal(), "not_a_party"),
        (NORTH, proposal(aid=4), "bad_value"),
        (NORTH, proposal(bread=1), "unknown_field"),
        (NORTH, proposal(inspections=True), "missing_value"),
    ],
)
def test_a_proposal_fits_its_template(play: Play, seat: str, command: c.Command, code: str) -> None:
    assert play.refused(seat, command) == code


def test_the_last_signature_puts_it_in_force(play: Play) -> None:
    play.ask(NORTH, proposal())
    assert [type(event) for event in sign(play, NORTH, "N")] == [e.AgreementSigned]
    assert status(play) == "proposed"
    assert [type(event) for event in sign(play, SOUTH, "S")] == [e.AgreementSigned, e.AgreementInForce]
    assert status(play) == "in_force"
    assert (play.world.state["status"], play.world.state["aid"]) == ("truce", 2)
    assert len(play.world.later) == 1


def test_a_revision_lets_the_signatures_fall(play: Play) -> None:
    play.ask(NORTH, proposal())
    sign(play, NORTH, "N")
    old = play.world.agreements["a1"].text_hash
    assert play.refused(SOUTH, c.ReviseAgreement("a1", {"aid": 2}, TEXT)) == "bad_value"
    play.ask(SOUTH, c.ReviseAgreement("a1", {"aid": 1}, TEXT))
    text = play.world.agreements["a1"]
    assert (text.version, text.author, text.signed) == (2, "S", {})
    assert text.before == Wording({"aid": 2, "inspections": False}, TEXT)
    assert play.refused(NORTH, c.SignAgreement("a1", "N", old)) == "text_changed"


def test_leads_sign_for_their_own_actor_once(play: Play) -> None:
    play.ask(NORTH, proposal())
    here = play.world.agreements["a1"].text_hash
    assert play.refused(ENVOY, c.SignAgreement("a1", "N", here)) == "not_yours"
    assert play.refused(NORTH, c.SignAgreement("a1", "S", here)) == "not_a_party"
    assert play.refused(CONTROL, c.SignAgreement("a1", "N", here)) == "unknown_agreement"
    assert play.refused(NORTH, c.SignAgreement("a9", "N", here)) == "unknown_agreement"
    sign(play, NORTH, "N")
    assert play.refused(NORTH, c.SignAgreement("a1", "N", here)) == "already_signed"


def test_what_a_text_asks_for_is_asked_at_signing() -> None:
    need = Need(formula("clause.aid > 0"), template("a truce without aid will not hold"))
    play = Play(tiny(agreements={"truce": replace(AGREEMENTS["truce"], needs=(need,))})).plan()
    play.ask(NORTH, proposal(aid=0))
    assert play.refused(NORTH, c.SignAgreement("a1", "N", play.world.agreements["a1"].text_hash)) == "not_possible"


def test_a_party_leaves_what_is_in_force(play: Play) -> None:
    in_force(play)
    assert play.refused(ENVOY, c.EndAgreement("a1", "N")) == "not_yours"
    play.ask(SOUTH, c.EndAgreement("a1", "S", TEXT))
    text = play.world.agreements["a1"]
    assert (text.status, text.ended_by, play.world.state["status"]) == ("ended", "S", "crisis")
    assert play.refused(SOUTH, c.EndAgreement("a1", "S")) == "already_decided"
    assert play.refused(SOUTH, c.ReviseAgreement("a1", {"aid": 1})) == "already_decided"


def test_a_party_rejects_what_lies_on_the_table_and_nothing_follows(play: Play) -> None:
    play.ask(NORTH, proposal())
    play.ask(SOUTH, c.EndAgreement("a1", "S"))
    assert status(play) == "rejected"
    assert play.world.state["aid"] == 0


def test_a_new_text_takes_the_place_of_the_old(play: Play) -> None:
    in_force(play)
    play.ask(SOUTH, proposal("a2", aid=3))
    sign(play, NORTH, "N", "a2")
    sign(play, SOUTH, "S", "a2")
    assert [(t.id, t.status) for t in play.world.agreements.values()] == [("a1", "ended"), ("a2", "in_force")]
    assert (play.world.state["status"], play.world.state["aid"]) == ("truce", 3)


@pytest.fixture
def mediated() -> Play:
    """Control plays one of the parties."""
    truce = replace(AGREEMENTS["truce"], parties=(("N",), ("M",)), in_force=(), ended=())
    return Play(tiny(agreements={"truce": truce})).plan()


def test_control_proposes_and_revises_for_the_actors_it_plays(mediated: Play) -> None:
    (proposed,) = mediated.ask(CONTROL, proposal(parties=("N", "M")))
    assert isinstance(proposed, e.AgreementProposed)
    assert (proposed.actor, proposed.seat) == ("M", CONTROL)
    mediated.ask(CONTROL, c.ReviseAgreement("a1", {"aid": 1}, TEXT))
    assert mediated.world.agreements["a1"].author == "M"


def test_control_signs_for_the_actors_it_plays(mediated: Play) -> None:
    play = mediated
    (proposed,) = play.ask(NORTH, proposal(parties=("N", "M")))
    assert proposed.audience == ("team:north", "control")
    sign(play, NORTH, "N")
    sign(play, CONTROL, "M")
    assert status(play) == "in_force"
    assert play.refused(SOUTH, c.EndAgreement("a1", "N")) == "unknown_agreement"
