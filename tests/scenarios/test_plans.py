"""plans.yaml and the measures: what an author may write, and what is refused where it stands."""

from textwrap import dedent

import pytest

from tests.scenarios.tiny import Files, tiny, told
from wargame.engine.study import OrderLine, ProposeLine, SignLine
from wargame.exercises.packs import from_files

PLANS = """\
plans:
  push:
    title: Push
    summary: North pushes.
    actors:
      NO:
        - {order: push, form: {how: 2}, again: true, when: purse.NO > 1}
        - {propose: pact, parties: [NO, SO], clauses: {level: 1}}
        - {sign: pact}
  both:
    title: Both
    summary: South, too.
    kind: exploit
    like: push
    others: noise
    actors:
      SO: [{order: push, form: {how: 1}}]
"""


def planned(old: str = "", new: str = "") -> Files:
    return tiny() | {"plans.yaml": dedent(PLANS.replace(old, new) if old else PLANS).encode()}


def measured(measure: str) -> Files:
    files = tiny()
    top = files["scenario.yaml"].decode()
    return files | {"scenario.yaml": f"{top}measures:\n  land: {measure}\n".encode()}


def test_a_plan_as_it_should_be() -> None:
    plan = from_files(planned()).plans["push"]
    [order, propose, sign] = plan.actors["NO"]
    assert isinstance(order, OrderLine) and order.when
    assert (order.order, order.form, order.again, order.when.source) == ("push", {"how": 2}, True, "purse.NO > 1")
    assert isinstance(propose, ProposeLine) and propose.parties == ("NO", "SO")
    assert isinstance(sign, SignLine) and not sign.clauses
    assert (plan.kind, plan.others) == ("plan", "nothing")


def test_a_plan_like_another() -> None:
    plans = from_files(planned()).plans
    assert plans["both"].actors["NO"] == plans["push"].actors["NO"]
    assert list(plans["both"].actors) == ["NO", "SO"]
    assert (plans["both"].kind, plans["both"].others) == ("exploit", "noise")


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        ("order: push, form: {how: 2}", "order: pusch", "there is no order 'pusch'; did you mean 'push'?"),
        ("{how: 2}", "{haw: 2}", "there is no field 'haw'; did you mean 'how'?"),
        ("{how: 2}", "{how: far}", "'far' does not fit here; it takes a whole number"),
        ("      NO:", "      NA:", "there is no actor 'NA'"),
        ("like: push", "like: pusch", "there is no plan above 'pusch'; did you mean 'push'?"),
        ("sign: pact", "sign: packt", "there is no agreement 'packt'; did you mean 'pact'?"),
        ("parties: [NO, SO]", "parties: [SO, NO]", "one actor for each of the 2 parties of 'pact'"),
        ("{level: 1}", "{levl: 1}", "there is no clause 'levl'; did you mean 'level'?"),
        ("purse.NO > 1", "purse.SO > 1", "this tells NO about 'purse.SO', which they may not see"),
        ("purse.NO > 1", "purs.NO > 1", "unknown name `purs.NO`; did you mean `purse.NO`?"),
        ("{sign: pact}", "{sign: pact, order: push}", "say exactly one of order, propose and sign"),
    ],
)
def test_what_is_wrong_is_told_where_it_stands(old: str, new: str, wrong: str) -> None:
    problems = told(planned(old, new))
    assert any(problem.startswith("plans.yaml:") and wrong in problem for problem in problems), problems


def test_plans_decide_nothing() -> None:
    """They leave the rules' hash alone, but not the pack's."""
    plain, with_plans = from_files(tiny()), from_files(planned())
    assert plain.rules_hash == with_plans.rules_hash
    assert plain.pack_hash != with_plans.pack_hash


def test_a_measure() -> None:
    measure = from_files(measured("{title: Land, formula: front, take: max, unit: km}")).measures["land"]
    assert (measure.title, measure.formula.source, measure.take, measure.unit) == ("Land", "front", "max", "km")
    assert "unknown name `moood`; did you mean `mood`?" in told(measured("{title: Land, formula: moood}"))[0]
