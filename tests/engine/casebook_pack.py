"""The tiny scenario with the orders and rules that only the casebook needs."""

from collections.abc import Sequence

from tests.engine.builders import (
    INJECTS,
    ORDERS,
    RULES,
    add,
    bernoulli,
    formula,
    outcome,
    path,
    put,
    template,
    tiny,
)
from wargame.engine.scenario import (
    ALL,
    Answer,
    Chance,
    Effect,
    Inject,
    OrderKind,
    Resolution,
    Rule,
    Scenario,
    Trigger,
)


def _order(id: str, resolution: Resolution, pc: str = "0") -> OrderKind:
    return OrderKind(id, id.capitalize(), "", ("N", "S"), resolution, cost={"pc": formula(pc)})


def _done(*effects: Effect, chance: Chance | None = None) -> Resolution:
    return Resolution((outcome("done", "Done.", *effects),), chance=chance)


def _happens(p: str, *effects: Effect, key: str = "") -> Resolution:
    return Resolution((outcome("yes", "Yes.", *effects), outcome("no", "No.")), chance=bernoulli(p, key))


def _uniform(low: str, high: str) -> Chance:
    return Chance("uniform", (formula(low), formula(high)))


NONSENSE = "1 / (tension - 4)"
"""At the start nobody can divide by this."""

MORE_ORDERS = (
    _order(
        "strike",
        Resolution(
            (
                outcome("hit", "Hit.", add("will", "-10"), share="1"),
                outcome("graze", "Grazed.", add("will", "-5"), share="2"),
                outcome("miss", "Missed.", share="1"),
            ),
            chance=Chance("graded"),
        ),
    ),
    _order("raid", _done(add("tension", "draw"), chance=_uniform("0", "4"))),
    _order(
        "muster",
        _done(
            Effect(
                add=path("army[state]"),
                to=formula("5"),
                when=formula("state != actor"),
                over="states",
                member_name="state",
            )
        ),
    ),
    _order("puzzle", _done(add("tension", NONSENSE), add("will", "1")), pc="1"),
    _order("riddle", _happens(NONSENSE, add("will", "1")), pc="1"),
    _order("whisper", _done(Effect(inject="letter"))),
    _order("denounce", _done(Effect(end_agreement="truce"))),
    _order("summon", _done(Effect(inject="council"))),
)

MORE_INJECTS = (
    Inject(
        "council",
        template("The council meets"),
        template("What do you say?"),
        "phone",
        "The council",
        ALL,
        Trigger("manual"),
        answer=Answer(
            ("actor:N", "actor:S"),
            (("calm", "Calm"), ("anger", "Anger")),
            within=300,
            effects={"calm": (add("tension", "-1"),), "anger": (add("tension", "1"),)},
            holds=True,
        ),
    ),
)


def _rule(id: str, resolution: Resolution, when: str = "", drift: bool = False) -> Rule:
    return Rule(id, id.capitalize(), "", "month", resolution, formula(when) if when else None, drift=drift)


MORE_RULES = (
    _rule("gloom", _done(add("will", "-danger / 10")), drift=True),
    _rule("gusts", _done(add("army.S", "draw"), chance=Chance("normal", (formula("0"), formula("2")))), drift=True),
    _rule("wave", _done(add("tension", "2", after="1")), when="month == 2"),
    _rule(
        "armistice", _done(put("status", "'truce'"), Effect(end_turn=True)), when="tension < 3 and status != 'truce'"
    ),
    _rule("twin_a", _happens("0.4", add("will", "1"), key="pair")),
    _rule("twin_b", _happens("0.4", add("will", "1"), key="pair")),
    Rule("levy", "Levy", "", "turn", _done(add("army.N", "2"))),
    _rule("riddle_rule", _done(add("will", "1")), when=f"{NONSENSE} > 0"),
    _rule("early", _done(add("tension", "1")), when="will > 60"),
    _rule("late", Resolution((outcome("calm", "Calm."), outcome("surge", "Surge.", put("will", "70"))))),
)


def casebook_scenario(rules: Sequence[str] | None = None) -> Scenario:
    """With the rules named alone, in the order written here; with those of the tiny scenario if none are named."""
    known = (*RULES, *MORE_RULES)
    chosen = RULES if rules is None else tuple(rule for rule in known if rule.id in rules)
    assert rules is None or {rule.id for rule in chosen} == set(rules), f"unknown rule among {rules}"
    return tiny(
        rules=chosen,
        orders={**ORDERS, **{order.id: order for order in MORE_ORDERS}},
        injects={**INJECTS, **{inject.id: inject for inject in MORE_INJECTS}},
        orders_per_turn=None,
    )
