"""Effects that were put off: found again where they are written, and made in their month."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wargame.engine.adjudication.deeds import Deeds
from wargame.engine.adjudication.resolution import frozen, question_of, results
from wargame.engine.adjudication.truth import Recorder, agreement_names
from wargame.engine.dice import Dice
from wargame.engine.formula import FormulaError, Value
from wargame.engine.scenario import Audience, Effect
from wargame.engine.tickets import Later, Ticket
from wargame.engine.world import World

ARRIVES = "What was begun earlier takes effect."
LAPSED = "The agreement is no longer in force; nothing changes."


@dataclass(frozen=True, slots=True)
class Written:
    """Where a put-off effect is written, and what its formulas read beside the state."""

    title: str
    rule: str
    effects: Sequence[Effect]
    audience: Audience
    actor: str = ""
    version: int = 1
    names: Mapping[str, Value] | None = None
    lapsed: bool = False
    """Of an agreement that has ended since."""


def arrivals_due(world: World) -> list[Later]:
    """What acts by the present month, in the order in which it falls due."""
    due = [later for later in world.later.values() if later.month <= world.timer.month]
    return sorted(due, key=lambda later: later.month)


def arrive(world: World, dice: Dice, later: Later) -> Ticket:
    """The ruling that makes a put-off effect; it has the `Later`'s own id."""
    written = _written(world, later)
    scope = Recorder(world, written.names)
    deeds = Deeds(world, dice, scope)
    if not written.lapsed:
        try:
            deeds.make(written.effects[later.index])
        except FormulaError as error:
            deeds.faults.append(error.text)
    return Ticket(
        id=later.id,
        kind="arrival",
        subject=later.subject,
        rule=written.rule,
        version=written.version,
        title=written.title,
        turn=world.timer.turn,
        month=world.timer.month,
        actor=written.actor,
        audience=written.audience,
        outcome=later.outcome,
        sentence=LAPSED if written.lapsed else ARRIVES,
        outcomes=(),
        inputs=frozen(scope, {}, **deeds.notes),
        changes=deeds.changes,
        fires=tuple(deeds.fires),
        ends=tuple(deeds.ends),
        ends_turn=deeds.ends_turn,
    )


def _written(world: World, later: Later) -> Written:
    if later.ruling:
        return _in_ruling(world, later)
    if later.subject in world.agreements:
        return _in_agreement(world, later)
    inject = world.scenario.injects[later.subject]
    answers = inject.answer.effects if inject.answer else {}
    effects = answers[later.outcome] if later.outcome else inject.effects
    title = world.injects[later.subject].said_headline
    return Written(title, inject.id, effects, world.injects[later.subject].audience)


def _in_ruling(world: World, later: Later) -> Written:
    ticket = world.rulings[later.ruling]
    question = question_of(world, ticket, later.subject)
    [outcome] = [o for o in question.resolution.outcomes if o.id == later.outcome]
    return Written(
        title=question.title,
        rule=question.rule,
        effects=outcome.effects,
        audience=ticket.audience,
        actor=question.actor,
        version=ticket.version,
        names={**question.names, **results(ticket.terms, ticket.draw)},
    )


def _in_agreement(world: World, later: Later) -> Written:
    agreement = world.agreements[later.subject]
    template = world.scenario.agreements[agreement.template]
    return Written(
        title=template.title,
        rule=template.id,
        effects=template.in_force if later.outcome == "in_force" else template.ended,
        audience=agreement.audience,
        names=agreement_names(agreement.parties, agreement.terms),
        lapsed=later.outcome == "in_force" and agreement.status != "in_force",
    )
