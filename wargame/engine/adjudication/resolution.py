"""One question, one ruling: terms explain, chance draws, the outcome acts, and all of it is kept in the ticket.

What is compared is what is written down: probability and draw are rounded to six decimals first, so that anybody can
check a ruling by hand. A drawn number below the probability means that the first outcome happens.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Literal

from wargame.engine.adjudication.deeds import Deeds, Origin
from wargame.engine.adjudication.truth import Recorder, audience_of, said
from wargame.engine.dice import Dice, Key
from wargame.engine.formula import FormulaError, Scope, Value
from wargame.engine.frozen import dataclass, replace
from wargame.engine.scenario import Chance, Outcome, Resolution, Rule, Term
from wargame.engine.tickets import OutcomeShare, TermLine, Ticket
from wargame.engine.world import Order, World

NOT_WORKED_OUT = "This could not be worked out; nothing changes. Control can amend it."


@dataclass(frozen=True, slots=True)
class Question:
    """What is to be ruled on."""

    kind: Literal["order", "rule"]
    subject: str
    """Order id, or `rule` / `rule:member`."""
    rule: str
    title: str
    resolution: Resolution
    drawn_for: str
    """Object of the draw key, if the resolution names none."""
    actor: str = ""
    names: Mapping[str, Value] = field(default_factory=dict)
    """What its formulas read beside the state: `actor`, `form.amount`, a set member."""
    cost: Mapping[str, float] = field(default_factory=dict)


def of_order(world: World, order: Order) -> Question:
    """An order from the menu. Its draw hangs on actor, kind and how many went before, not on the order's id."""
    kind = world.scenario.orders[order.kind]
    names: dict[str, Value] = {f"form.{name}": value for name, value in order.form.items()}
    return Question(
        kind="order",
        subject=order.id,
        rule=kind.id,
        title=kind.title,
        resolution=kind.resolution,
        drawn_for=order_object(world, order),
        actor=order.actor,
        names={**names, "actor": order.actor},
        cost=order.cost,
    )


def of_rule(world: World, rule: Rule, member: str = "") -> Question:
    """A rule, for one member if it runs over a set."""
    return Question(
        kind="rule",
        subject=f"{rule.id}:{member}" if member else rule.id,
        rule=rule.id,
        title=rule.title,
        resolution=rule.resolution,
        drawn_for=f"{rule.id}:{member}" if member else rule.id,
        actor=member if member in world.scenario.actors else "",
        names={rule.member_name: member} if member else {},
    )


def order_object(world: World, order: Order) -> str:
    """The object of an order's draw key: `probe:N:0` for North's first such order of the turn."""
    like = (o.id for o in world.orders.values() if (o.kind, o.actor, o.turn) == (order.kind, order.actor, order.turn))
    return f"{order.kind}:{order.actor}:{list(like).index(order.id)}"


def draw_key(world: World, kind: str, object: str) -> Key:
    """The key of a draw made now."""
    return Key(world.attempt, world.timer.turn, world.timer.month, kind, object)


def ruling_id(world: World, dice: Dice, kind: str, subject: str) -> str:
    """The id of a ruling made now: the same question has the same id."""
    return dice.public_id("ruling", world.attempt, world.timer.turn, world.timer.month, kind, subject)


def resolve(world: World, dice: Dice, question: Question) -> Ticket:
    """The ruling that the rules give, undecided. One whose formulas fail changes nothing and says so."""
    blank = _blank(world, dice, question)
    scope = Recorder(world, question.names)
    try:
        lines = weigh(world, scope, question.resolution.terms, question.actor)
        drawn = draw(dice, draw_key(world, question.kind, question.drawn_for), scope, question.resolution)
        ticket = replace(
            blank,
            terms=lines,
            outcomes=_shares(question.resolution.outcomes, drawn.shares),
            probability=drawn.probability,
            draw=drawn.number,
        )
        return _act(world, dice, question, scope, ticket, drawn.outcome)
    except FormulaError as error:
        return replace(blank, inputs=frozen(scope, {}, fault=error.text))


def failed(world: World, dice: Dice, question: Question, fault: str) -> Ticket:
    """The ruling on a question that cannot even be asked."""
    return replace(_blank(world, dice, question), inputs={"fault": fault})


def reworked(world: World, dice: Dice, ticket: Ticket, outcome: str = "") -> Ticket:
    """A proposed ruling as it acts on the present world, with its own outcome or another one forced on it.

    Terms, probability and draw stay as they were proposed; changes and sentence are worked out anew, because other
    rulings may have been issued since. One that could not be worked out and has no other outcome forced on it stays
    as it is. Raises `KeyError` if the question has no such outcome.
    """
    if not (outcome or ticket.outcome):
        return ticket
    question = question_of(world, ticket, ticket.subject)
    scope = Recorder(world, question.names)
    dict.update(scope, results(ticket.terms, ticket.draw))
    chosen = {o.id: o for o in question.resolution.outcomes}[outcome or ticket.outcome]
    return _act(world, dice, question, scope, ticket, chosen)


def question_of(world: World, ticket: Ticket, subject: str) -> Question:
    """The question that a ticket answers; `subject` tells which of those that a drift answers."""
    if ticket.kind == "order":
        return of_order(world, world.orders[subject])
    rule_id, _, member = subject.partition(":")
    return of_rule(world, next(rule for rule in world.scenario.rules if rule.id == rule_id), member)


def _blank(world: World, dice: Dice, question: Question) -> Ticket:
    return Ticket(
        id=ruling_id(world, dice, question.kind, question.subject),
        kind=question.kind,
        subject=question.subject,
        rule=question.rule,
        version=question.resolution.version,
        title=question.title,
        turn=world.timer.turn,
        month=world.timer.month,
        actor=question.actor,
        audience=audience_of(world, question.resolution.audience, question.actor),
        outcome="",
        sentence=NOT_WORKED_OUT,
        outcomes=(),
    )


def _act(world: World, dice: Dice, question: Question, scope: Recorder, ticket: Ticket, outcome: Outcome) -> Ticket:
    """The ticket with what its outcome brings about."""
    deeds = Deeds(world, dice, scope)
    deeds.pay(question.cost)
    deeds.act(outcome.effects, Origin(question.subject, outcome.id, ticket.id))
    return replace(
        ticket,
        outcome=outcome.id,
        sentence=said(world, outcome.sentence, scope),
        inputs=frozen(scope, ticket.inputs, **deeds.notes),
        changes=deeds.changes,
        later=tuple(deeds.later),
        fires=tuple(deeds.fires),
        ends=tuple(deeds.ends),
        ends_turn=deeds.ends_turn,
    )


def frozen(scope: Recorder, earlier: Mapping[str, Value], **notes: str) -> dict[str, Value]:
    """The inputs of a ruling: what was read, as it was first read; and what is to be noted of how it was worked out."""
    read = {name: value for name, value in scope.seen.items() if name not in ("total", "draw")}
    return {**read, **earlier, **notes}


# terms


def weigh(world: World, scope: Scope, terms: Sequence[Term], actor: str) -> tuple[TermLine, ...]:
    """Each term worked out; the scope gets their `total`."""
    lines = tuple(_line(world, scope, term, actor) for term in terms)
    dict.update(scope, results(lines, None))
    return lines


def _line(world: World, scope: Scope, term: Term, actor: str) -> TermLine:
    value = round(term.value.number(scope), 6)
    shown = term.input(scope) if term.input else value
    return TermLine(
        id=term.id,
        label=term.label,
        value=value,
        input=round(shown, 6) if isinstance(shown, float) else shown,
        unit=term.unit,
        provenance=term.provenance,
        audience=audience_of(world, term.audience, actor),
    )


def results(lines: Sequence[TermLine], number: float | None) -> dict[str, Value]:
    """What outcomes read of the terms and of chance: `total`, and `draw` if there was one."""
    total: dict[str, Value] = {"total": round(sum(line.value for line in lines), 6)}
    return total if number is None else {**total, "draw": number}


# chance


@dataclass(frozen=True, slots=True)
class Drawn:
    """What chance gave."""

    outcome: Outcome
    number: float | None = None
    """In [0, 1) under bernoulli and graded, the value under the other laws; none without chance."""
    probability: float | None = None
    shares: Sequence[float] = ()
    """Of each outcome, where chance chooses among them."""


def draw(dice: Dice, key: Key, scope: Scope, resolution: Resolution) -> Drawn:
    """Draw under the resolution's law; the scope gets `draw`."""
    chance, outcomes = resolution.chance, resolution.outcomes
    if chance is None:
        return Drawn(outcomes[0])
    key = key._replace(object=chance.key or key.object)
    if chance.law in ("bernoulli", "graded"):
        drawn = _outcome_drawn(dice, key, scope, chance, outcomes)
    else:
        number = round(_value_drawn(dice, key, chance.law, [arg.number(scope) for arg in chance.args]), 6)
        drawn = Drawn(outcomes[0], number)
    dict.update(scope, {"draw": drawn.number})
    return drawn


def number_drawn(dice: Dice, key: Key) -> float:
    """In [0, 1), cut to six decimals before it is compared with anything."""
    return math.floor(dice.draw(*key) * 1e6) / 1e6


def _outcome_drawn(dice: Dice, key: Key, scope: Scope, chance: Chance, outcomes: tuple[Outcome, ...]) -> Drawn:
    number = number_drawn(dice, key)
    if chance.law == "bernoulli":
        p = round(min(max(chance.args[0].number(scope), 0.0), 1.0), 6)
        return Drawn(outcomes[0 if number < p else 1], number, p, [p, round(1.0 - p, 6)])
    weights = [max(0.0, o.share.number(scope)) if o.share else 0.0 for o in outcomes]
    whole = sum(weights)
    if whole <= 0:
        raise FormulaError("no outcome has any share")
    shares = [round(weight / whole, 6) for weight in weights]
    return Drawn(outcomes[_place(shares, number)], number, None, shares)


def _place(shares: Sequence[float], number: float) -> int:
    """The outcome in whose part of the line from 0 to 1 the number lies."""
    left = number
    for index, share in enumerate(shares):
        left = round(left - share, 6)
        if left < 0:
            return index
    return max(index for index, share in enumerate(shares) if share > 0)  # rounding left a gap at the end


def _value_drawn(dice: Dice, key: Key, law: str, args: Sequence[float]) -> float:
    match law, args:
        case "uniform", [low, high]:
            return dice.uniform(key, low, high)
        case "normal", [mean, sd]:
            return dice.normal(key, mean, sd)
        case "poisson", [mean]:
            return dice.poisson(key, mean)
        case "beta", [a, b]:
            return dice.beta(key, a, b)
        case "dice", [number, sides]:
            return dice.roll(key, int(number), int(sides))
    raise FormulaError(f"the law {law} takes other arguments")


def _shares(outcomes: Sequence[Outcome], shares: Sequence[float]) -> tuple[OutcomeShare, ...]:
    known: Sequence[float | None] = shares or [None] * len(outcomes)
    return tuple(OutcomeShare(o.id, o.label, share) for o, share in zip(outcomes, known, strict=True))
