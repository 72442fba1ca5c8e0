"""What follows, as events: a ruling issued, an inject fired or answered, an agreement in force or ended.

Each function adds its event to a `Progress`, and after it the injects and ended agreements that its effects call for.
"""

from wargame.engine import events as e
from wargame.engine.adjudication.deeds import Deeds, Origin
from wargame.engine.adjudication.truth import agreement_names, said, scope_of
from wargame.engine.commands import NO_TEXT, TextRef
from wargame.engine.dice import Dice
from wargame.engine.formula import Scope
from wargame.engine.progress import Progress
from wargame.engine.scenario import Audience, Effect, Inject
from wargame.engine.sight import resolved
from wargame.engine.tickets import Ticket
from wargame.engine.world import InjectState, World


def issue(progress: Progress, dice: Dice, ticket: Ticket) -> None:
    """Issue a ruling, its decision written in it, with all that it sets going."""
    progress.add(e.RulingIssued(ticket.audience, ticket))
    _follow(progress, dice, ticket.fires, ticket.ends, frozenset())


def fire(
    progress: Progress,
    dice: Dice,
    inject_id: str,
    by: e.FiredBy,
    *,
    headline: TextRef = NO_TEXT,
    body: TextRef = NO_TEXT,
    to: Audience = (),
    chain: frozenset[str] = frozenset(),
) -> None:
    """Put an inject into play, if it still can be: armed, held by control, or one that repeats.

    `headline`, `body` and `to` are control's edits. `chain` are the injects that led to this one: none fires itself.
    """
    world = progress.world
    inject, state = world.scenario.injects.get(inject_id), world.injects.get(inject_id)
    if inject is None or state is None or inject_id in chain or not can_fire(inject, state, by):
        return
    scope = scope_of(world)
    headline_said, body_said = said(world, inject.headline, scope), said(world, inject.body, scope)
    deeds = Deeds(progress.world, dice, scope)
    deeds.act(inject.effects, Origin(inject_id, ""))
    within = inject.answer.within if inject.answer else 0.0
    progress.add(
        e.InjectFired(
            audience=resolved(progress.world, to or inject.to),
            inject=inject_id,
            by=by,
            headline=headline,
            body=body,
            answer_by=round(progress.at + within, 6) if within else None,
            said_headline=headline_said,
            said_body=body_said,
            changes=deeds.changes,
            later=tuple(deeds.later),
        )
    )
    _follow(progress, dice, deeds.fires, deeds.ends, chain | {inject_id})


def can_fire(inject: Inject, state: InjectState, by: e.FiredBy) -> bool:
    """Whether it may be put into play: what control holds or skips, only control's hand puts into play."""
    if state.status == "armed" or by == "control":
        return True
    return state.status == "fired" and inject.repeat


def answer(
    progress: Progress, dice: Dice, inject_id: str, *, seat: str, audience: Audience, choice: str, text: TextRef
) -> None:
    """Note an answer to an inject, with what its choice brings about."""
    inject = progress.world.scenario.injects.get(inject_id)
    deeds = Deeds(progress.world, dice, scope_of(progress.world))
    if inject and inject.answer:
        deeds.act(inject.answer.effects.get(choice, ()), Origin(inject_id, choice))
    progress.add(e.InjectAnswered(audience, inject_id, seat, choice, text, deeds.changes, tuple(deeds.later)))
    _follow(progress, dice, deeds.fires, deeds.ends, frozenset({inject_id}))


def enforce_agreement(progress: Progress, dice: Dice, agreement_id: str) -> None:
    """Put a signed text in force, with what its clauses bring about."""
    deeds = _agreed(progress.world, dice, agreement_id, "in_force")
    audience = progress.world.agreements[agreement_id].audience
    progress.add(e.AgreementInForce(audience, agreement_id, deeds.changes, tuple(deeds.later)))
    _follow(progress, dice, deeds.fires, deeds.ends, frozenset())


def end_agreement(
    progress: Progress,
    dice: Dice,
    agreement_id: str,
    actor: str,
    reason: TextRef = NO_TEXT,
    chain: frozenset[str] = frozenset(),
) -> None:
    """End a text; if it was in force, with what its end brings about. No `actor`: a rule or control ended it."""
    agreement = progress.world.agreements[agreement_id]
    deeds = Deeds(progress.world, dice, Scope({}))
    if agreement.status == "in_force":
        deeds = _agreed(progress.world, dice, agreement_id, "ended")
    progress.add(e.AgreementEnded(agreement.audience, agreement_id, actor, reason, deeds.changes, tuple(deeds.later)))
    _follow(progress, dice, deeds.fires, deeds.ends, chain)


def _agreed(world: World, dice: Dice, agreement_id: str, outcome: str) -> Deeds:
    agreement = world.agreements[agreement_id]
    template = world.scenario.agreements[agreement.template]
    effects: tuple[Effect, ...] = template.in_force if outcome == "in_force" else template.ended
    deeds = Deeds(world, dice, scope_of(world, agreement_names(agreement.parties, agreement.terms)))
    deeds.act(effects, Origin(agreement_id, outcome))
    return deeds


def _follow(
    progress: Progress,
    dice: Dice,
    fires: list[str] | tuple[str, ...],
    ends: list[str] | tuple[str, ...],
    chain: frozenset[str],
) -> None:
    for agreement_id in ends:
        if progress.world.agreements[agreement_id].status == "in_force":
            end_agreement(progress, dice, agreement_id, "", chain=chain)
    for inject_id in fires:
        fire(progress, dice, inject_id, "effect", chain=chain)
