"""The formula language: what it gives, what it refuses, and that nothing else gets through."""

import math
import timeit
from collections.abc import Mapping
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wargame.engine.formula import (
    Formula,
    FormulaError,
    Local,
    Scope,
    Value,
    Vocabulary,
    compile_formula,
    compile_path,
    compile_template,
    say,
)

KNOWN = Vocabulary(
    {
        "ru_cost": "number",
        "phase": "word",
        "pledge.UK": "number",
        "pledge.FR": "number",
        "own_rule.UK.first": "number",
        "own_rule.FR.first": "number",
        "own_rule.UK.backstop": "number",
        "us_offer.level": "number",
        "k.offer.UK": "number",
        "k.offer.FR": "number",
        "danger": "number",
    },
    {"lead": ("UK", "FR"), "hosts": ("PL",)},
    {"actor": "word", "form.amount": "number"},
)
VALUES: Mapping[str, Value] = {
    "ru_cost": 60.0,
    "phase": "WAR",
    "pledge.UK": 3.0,
    "pledge.FR": 1.5,
    "own_rule.UK.first": True,
    "own_rule.FR.first": False,
    "own_rule.UK.backstop": True,
    "us_offer.level": 2,
    "k.offer.UK": 8.0,
    "k.offer.FR": 5.0,
    "actor": "FR",
    "form.amount": 4.0,
}


@dataclass
class Made:
    formula: Formula


DERIVED = {"danger": Made(compile_formula("ru_cost / 2", KNOWN))}


def scope(**changes: Value) -> Scope:
    return Scope({**VALUES, **changes}, DERIVED)


def value(source: str) -> Value:
    return compile_formula(source, KNOWN)(scope())


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("1 + 2 * 3 - 4 / 2", 5),
        ("-7 % 3", 2),
        ("ru_cost > 50 and phase == 'WAR'", True),
        ("not ru_cost > 50 or false", False),
        ("0 < us_offer.level <= 2", True),
        ("phase in ['WAR', 'FREEZE']", True),
        ("phase not in ('WAR', 'FREEZE')", False),
        ("us_offer.level in [1, 2]", True),
        ("actor in lead", True),
        ("actor in hosts", False),
        ("actor == FR", True),
        ("1 if actor == 'UK' else 2", 2),
        ("pledge.UK + pledge['UK'] + pledge[UK] + pledge[actor]", 10.5),
        ("own_rule[actor].first", False),
        ("own_rule.UK.backstop", True),
        ("k.offer[actor]", 5),
        ("form.amount", 4),
        ("sum(pledge[s] for s in lead)", 4.5),
        ("sum(pledge[s] for s in lead if own_rule[s].first)", 3),
        ("count(pledge[s] > 1 for s in lead)", 2),
        ("any(pledge[s] > 2 for s in lead) and not all(pledge[s] > 2 for s in lead)", True),
        ("sum(1 for s in lead if s == actor)", 1),
        ("min(1, 2, 3) + max(1, 2) + abs(-4)", 7),
        ("clamp(12, 0, 10)", 10),
        ("round(2.5)", 3),
        ("round(-2.5)", -3),
        ("round(1.25, 1)", 1.3),
        ("logistic(0)", 0.5),
        ("exp(0) + log(1) + sqrt(4)", 3),
        ("danger", 30),
        ("2 * own_rule.UK.first", 2),
        ("  ru_cost\n  + 1 ", 61),
    ],
)
def test_value(source: str, expected: Value) -> None:
    assert value(source) == expected


def test_a_long_reach_has_no_overflow() -> None:
    assert value("logistic(100000)") == 1
    assert value("logistic(-100000)") == 0
    with pytest.raises(FormulaError, match="no usable number"):
        value("exp(100000)")


def test_what_it_reads() -> None:
    source = "own_rule[actor].first and sum(pledge[s] for s in lead) > pledge.UK + k.offer[FR] and actor in lead"
    reads = {"own_rule[].first", "actor", "pledge[]", "pledge.UK", "k.offer.FR"}
    assert compile_formula(source, KNOWN).reads == reads


# What is refused

ATTACKS = [
    "__import__('os').system('true')",
    "().__class__.__bases__[0].__subclasses__()",
    "phase.__class__",
    "phase.upper()",
    "pledge.__class__",
    "actor.UK",
    "pledge[actor][actor]",
    "pledge[pledge[actor]]",
    "pledge[0]",
    "pledge[1 if ru_cost else 2]",
    "pledge[:]",
    "lead[0]",
    "lead",
    "lambda: 1",
    "(lambda: 1)()",
    "(x := 1)",
    "[s for s in lead]",
    "{1: 2}",
    "{1, 2}",
    "[1, 2]",
    "(1, 2)",
    "()",
    "f'{phase}'",
    "f'{ru_cost:1000000}'",
    "'a' * 1000000000",
    "phase * 3",
    "3 * phase",
    "'%1000000d' % 1",
    "phase + phase",
    "-phase",
    "not phase",
    "phase > 'A'",
    "phase == 1",
    "ru_cost == 'WAR'",
    "phase and 1",
    "abs(phase)",
    "1 if phase else 2",
    "'a' if ru_cost else 2",
    "9 ** 9 ** 9",
    "2 // 1",
    "1 << 1000",
    "1 | 2",
    "~1",
    "1 @ 2",
    "1 is 1",
    "1e13",
    "1e999",
    "9" * 400,
    "1j",
    "b'a'",
    "None",
    "...",
    "eval('1')",
    "open('/etc/passwd')",
    "print(1)",
    "scope",
    "scope['phase']",
    "sum",
    "min",
    "min(1)",
    "abs(1, 2)",
    "clamp(1, 2)",
    "min(*lead)",
    "min(1, 2, key=abs)",
    "sum([1, 2])",
    "sum(1)",
    "sum(pledge[s] for s in lead for t in lead)",
    "sum(sum(pledge[t] for t in lead) for s in lead)",
    "sum(pledge[s] for s in lead if 1 if 2)",
    "sum(pledge[s] for s in phase)",
    "sum(pledge[s] for s in ['UK'])",
    "sum(pledge[s] for s, t in lead)",
    "sum(pledge[actor] for actor in lead)",
    "sum(s for s in lead)",
    "sum(s == 1 for s in lead)",
    "max(pledge[s] for s in lead)",
    "(pledge[s] for s in lead)",
    "pledge[s]",
    "phase in 'WARFARE'",
    "phase in ['WAR', 1]",
    "phase in []",
    "phase in [phase]",
    "ru_cost in ['WAR']",
    "await ru_cost",
    "yield",
    "x = 1",
    "import os",
    "1; 2",
    "1 # reason",
    "",
    "   ",
    "1 +",
    "\x00",
    "(" * 400,
    "-" * 400 + "1",
    "(" * 60 + "1" + ")" * 60 + "+ pledeg",
    "1" + " + 1" * 100,
    "not " * 100 + "1",
    "pledge" + ".UK" * 100,
    "ru_cost" + " " * 500,
    "'" + "a" * 100 + "' == phase",
    "unknown",
    "pledge.PL",
]


@pytest.mark.parametrize("source", ATTACKS)
def test_refused(source: str) -> None:
    with pytest.raises(FormulaError) as refused:
        compile_formula(source, KNOWN)
    assert refused.value.text
    assert 0 <= refused.value.column <= len(source) + 1


@pytest.mark.parametrize(
    ("source", "text", "column"),
    [
        ("1 + pledeg.UK", "unknown name `pledeg.UK`; did you mean `pledge.UK`?", 5),
        ("abc + min_", "unknown name `abc`; a word goes in quotes: 'abc'", 1),
        ("front = 2", "this is not a formula: to compare, write `==`", 7),
        ("front > 2 && front < 3", "this is not a formula: write `and` for `&&`", 12),
        ("front > 60%", "this is not a formula: a share is written .6 for 60 %", 1),
        ("clmap(1, 2, 3)", "`clmap` cannot be called; did you mean `clamp`?", 1),
        ("phase == WAR", "unknown name `WAR`; a word goes in quotes: 'WAR'", 10),
        ("ru_cost ** 2", "powers are not allowed; write `x * x`, or `exp`", 1),
        ("'ü' == phase and x", "unknown name `x`; a word goes in quotes: 'x'", 18),
        ("  2 * phase", "`phase` is a word where a number is wanted", 7),
        ("sum(pledge[s] for s in led)", "after `in` comes a declared set; did you mean `lead`?", 24),
    ],
)
def test_a_refusal_helps(source: str, text: str, column: int) -> None:
    with pytest.raises(FormulaError) as refused:
        compile_formula(source, KNOWN)
    assert (refused.value.text, refused.value.column) == (text, column)


def test_a_set_has_a_largest_size() -> None:
    known = Vocabulary({}, {"all": tuple(f"s{n}" for n in range(65))})
    with pytest.raises(FormulaError, match="more than 64"):
        compile_formula("sum(1 for s in all)", known)


def test_a_word_cannot_be_name_and_member() -> None:
    with pytest.raises(FormulaError, match="rename one"):
        compile_formula("UK > 1", Vocabulary({"UK": "number"}, {"lead": ("UK",)}))


# What cannot be worked out


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("1 / (ru_cost - 60)", "divides by zero"),
        ("1 % (ru_cost - 60)", "divides by zero"),
        ("log(ru_cost - 60)", "logarithm"),
        ("sqrt(-ru_cost)", "root"),
        ("exp(700) * exp(700)", "no usable number"),
        ("exp(700) * exp(700) - exp(700) * exp(700)", "no usable number"),
        (" * ".join(["1000000000000"] * 20), "no usable number"),
        (" * ".join(["1000000000000"] * 30) + " * 0.5", "cannot be worked out"),
    ],
)
def test_not_worked_out(source: str, text: str) -> None:
    with pytest.raises(FormulaError, match=text):
        value(source)


def test_a_value_that_is_not_there() -> None:
    with pytest.raises(FormulaError, match="there is no value `pledge.PL`"):
        compile_formula("pledge[actor]", KNOWN)(scope(actor="PL"))


def test_a_circle_of_derived_values() -> None:
    circle = {"danger": Made(compile_formula("danger + 1", KNOWN))}
    with pytest.raises(FormulaError, match="circle"):
        compile_formula("danger", KNOWN)(Scope(VALUES, circle))


def test_a_state_of_the_wrong_kind() -> None:
    with pytest.raises(FormulaError, match="mixes"):
        compile_formula("ru_cost + 1", KNOWN)(scope(ru_cost="many"))


def test_derived_values_follow_what_is_assigned() -> None:
    here = scope()
    danger = compile_formula("danger", KNOWN)
    assert danger(here) == 30
    here.assign("ru_cost", 10.0)
    assert danger(here) == 5


# Anything at all

WORDS = ["ru_cost", "phase", "pledge", "UK", "actor", "lead", "sum", "for", "s", "in", "if", "else", "not", "min", "'"]
SIGNS = [*'()[]{}.,:+-*/%<>=!@&|^~#\\"\n0123456789', "**", "==", " ", "lambda", "__class__", "1e9", "is", "f'", "ü"]


@pytest.mark.filterwarnings("ignore::SyntaxWarning")
@given(st.lists(st.sampled_from(WORDS + SIGNS), max_size=40).map("".join) | st.text(max_size=80))
def test_text_is_a_formula_or_a_formula_error(source: str) -> None:
    """Whatever is written: either it is refused, or it gives a value or a clear error; nothing else happens."""
    try:
        made = compile_formula(source, KNOWN)(scope())
    except FormulaError as error:
        assert error.text
    else:
        assert isinstance(made, bool | int | float | str)


NUMBERS = st.sampled_from(["ru_cost", "pledge.UK", "us_offer.level", "danger", "2", "0.5", "0", "1000000000000"])
FORMULAS = st.recursive(
    NUMBERS,
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from(["+", "-", "*", "/", "%", "<", "=="]), inner).map(
            lambda t: f"({' '.join(t)})"
        ),
        st.tuples(st.sampled_from(["exp", "log", "sqrt", "abs", "logistic", "not ", "-"]), inner).map(
            "({0[0]}({0[1]}))".format
        ),
        st.tuples(inner, inner, inner).map("({0[0]} if {0[1]} else {0[2]})".format),
    ),
    max_leaves=12,
)


@given(FORMULAS)
def test_a_value_is_finite(source: str) -> None:
    try:
        made = value(source)
    except FormulaError:
        return
    assert math.isfinite(float(made))


# Texts and places


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("plain", "plain"),
        ("{{braces}}", "{braces}"),
        ("{ru_cost}, {ru_cost:.1f}, {-ru_cost:+.1f}", "60, 60.0, -60.0"),
        ("{phase} for {actor}", "WAR for FR"),
        ("{pledge.FR / 7}", "0.21"),
        ("{own_rule.UK.first} and {actor == 'UK'}", "yes and no"),
        ("{pledge['UK']:.0f}", "3"),
    ],
)
def test_template(source: str, expected: str) -> None:
    assert compile_template(source, KNOWN)(scope()) == expected


@pytest.mark.parametrize(
    ("source", "column"),
    [
        ("a } b", 3),
        ("a { b", 3),
        ("a {x} b", 4),
        ("a {ru_cost:>9999} b", 4),
        ("a {ru_cost!r} b", 4),
        ("a {phase:.1f} b", 4),
        ("a {} b", 4),
    ],
)
def test_template_refused(source: str, column: int) -> None:
    with pytest.raises(FormulaError) as refused:
        compile_template(source, KNOWN)
    assert column <= refused.value.column <= len(source)


def test_a_template_says_an_id_by_its_name_and_leaves_other_text_alone() -> None:
    template = compile_template("UK: {actor} has {ru_cost:.0f}", KNOWN)
    assert template(scope(), {"FR": "France", "UK": "Britain"}) == template(scope()).replace("FR", "France")


def test_what_a_template_reads() -> None:
    assert compile_template("{ru_cost} {pledge[actor]}", KNOWN).reads == {"ru_cost", "pledge[]", "actor"}


@pytest.mark.parametrize(
    ("number", "said"),
    [(3, "3"), (3.0, "3"), (10.0, "10"), (0.5, "0.5"), (-0.001, "0"), (-0.5, "-0.5"), (1 / 3, "0.33")],
)
def test_say(number: float, said: str) -> None:
    assert say(number) == said


def test_path() -> None:
    place = compile_path("own_rule[actor].first", KNOWN)
    assert place(scope()) == "own_rule.FR.first"
    assert place.target == "own_rule[].first"
    assert place.groups == {"own_rule"}
    assert place.reads == {"actor"}
    assert compile_path("pledge.UK", KNOWN)(scope()) == "pledge.UK"


@pytest.mark.parametrize(
    "source", ["ru_cost + 1", "actor", "form.amount", "nowhere", "pledge", "pledge[0]", "lead", "3"]
)
def test_path_refused(source: str) -> None:
    with pytest.raises(FormulaError):
        compile_path(source, KNOWN)


def test_quick() -> None:
    """A short condition takes about 0.3 µs on one slow core; ten times that would be another design."""
    formula, here = compile_formula("ru_cost > 50 and phase == 'WAR'", KNOWN), scope()
    assert min(timeit.repeat(lambda: formula(here), number=10_000, repeat=5)) / 10_000 < 3e-6


# A whole model in this language: formulas as the reassurance-force pack writes them

NAMES = """
    own_rule.UK.backstop us_offer.level us_offer.written us_true blueprint.k posture roe stock legal ua_mil
    cohesion consult monitor text.mon text.presence text.cap belt protocol.signed firm_k dep_k gc D Q x belief
    k.cost k.press k.terms k.off k.res k.fat k.bias k.consent_fat ru_cost ru_tol press.ru press.ua front terms
    offence ru_resolve fatigue mediated address recovery truce freeze strikes air probe nato_link
"""
MODEL = Vocabulary(
    {
        **{f"pledge.{s}": "number" for s in ("UK", "FR", "PL", "NL")},
        **{f"deployed.{s}": "number" for s in ("UK", "FR", "PL", "NL")},
        **{f"mandate.{s}": "number" for s in ("NL",)},
        **{f"support.{s}": "number" for s in ("UK", "FR", "PL", "NL")},
        **{f"vote.{s}": "number" for s in ("NL",)},
        **{f"k.vote_base.{s}": "number" for s in ("NL",)},
        **{f"own_rule.{s}.ceasefire_first": "number" for s in ("UK", "FR", "PL", "NL")},
        **dict.fromkeys(
            NAMES.split(),
            "number",
        ),
        "phase": "word",
        "guard": "word",
        "ru_will": "word",
    },
    {"contributors": ("UK", "FR", "PL", "NL"), "parliament_states": ("NL",)},
    {"actor": "word", "draw": "number"},
)


@pytest.mark.parametrize(
    "source",
    [
        "100 * (1 - exp(-blueprint.k * (0 if posture == 0 else .35 if posture == 1 else 1) / 22))",
        "min(blueprint.k, sum(max(pledge[s], deployed[s]) for s in contributors))",
        "(35 if roe == 1 else 65 if roe == 2 else 90 if roe == 3 else 0) * (.5 + .05 * stock)"
        " * (1 if stock >= 6 else .85 if stock >= 4 else .7)",
        ".26 * (25 if us_offer.written else 12.5) * us_offer.level + .20 * (15 if legal == 0 else 30) + .20 * ua_mil",
        ".5 * us_offer.level + .5 * min(us_offer.level, us_true) if us_offer.written and air >= 1 else us_offer.level",
        "17 + .60 * gc + 1.5 * front - 6 * terms + k.consent_fat * (fatigue - 40) - 3 * press.ua + 25 * freeze",
        "clamp(2 + (2 if monitor >= 50 else 1 if monitor >= 30 else 0) + text.mon / 2 + belt + 2 * protocol.signed"
        " + (legal >= 2) - 2 * consult, 0, 10)",
        "k.bias + k.cost * (ru_cost - 50 - ru_tol) / 10 + k.press * press.ru + k.terms * terms - k.off * offence / 10"
        " - k.res * (ru_resolve - 70) / 10 + k.fat * (fatigue - 50) / 10",
        ".22 * logistic(x) * (1.3 if mediated else 1) * (2 if phase == 'FREEZE' else 1)",
        "logistic(k.vote_base[actor] + .04 * (support[actor] - 20) + .7 * (phase != 'WAR') + .35 * nato_link"
        " - .5 * max(0, roe - 1) + vote[actor])",
        "(mandate[actor] == 1) if actor in parliament_states else support[actor] >= (45 if actor == 'PL' else 35)",
        "(not own_rule[actor].ceasefire_first or (truce and text.presence >= 1))"
        " and (actor != 'UK' or not own_rule.UK.backstop or us_offer.level >= 2)",
        "1 - exp(strikes / 7 * (.7 if air >= 2 else 1) * log(1 - .025))",
        "max(.3, 3 * (1 - D / 110) * (1 + .5 * probe) * (1.3 - .06 * Q))",
        ".0285 * exp(-.052 * (D - 20)) * (1.3 - .06 * Q) * (1 + .25 * probe) * (1.5 if ru_will == 'resume' else 1)",
        ".04 * strikes / 7 * (.5 if guard == 'plants' or (posture >= 2 and dep_k > 2) else 1)",
        "count(pledge[s] > 0 for s in contributors) >= 3 and sum(pledge[s] for s in contributors) >= 6 * legal",
        "phase in ['WAR', 'FREEZE'] and ru_will == 'weigh'",
        "(ua_mil - 40) / 30 + draw",
    ],
)
def test_a_model_can_be_written(source: str) -> None:
    assert compile_formula(source, MODEL).kind == "number"


def test_names_of_one_place_lie_over_a_scope_that_goes_on_keeping_what_it_works_out() -> None:
    worked_out = []

    class Twice:
        @property
        def formula(self) -> Formula:
            worked_out.append("twice")
            return compile_formula("2 * a", Vocabulary({"a": "number"}))

    around = Scope({"a": 2}, {"twice": Twice()})
    first, second = Local({"actor": "N"}, around), Local({"actor": "S"}, around)
    assert (first["actor"], second["actor"], first["twice"], second["twice"]) == ("N", "S", 4, 4)
    assert worked_out == ["twice"]
    assert first.known("a") == 2
    assert first.known("nothing") is None
    with pytest.raises(FormulaError):
        first["nothing"]
