"""Texts that parties sign: proposed, revised, signed by whoever leads, in force, ended."""

import hashlib
import json
from collections.abc import Mapping

from wargame.engine import commands as c
from wargame.engine import events as e
from wargame.engine import menu
from wargame.engine.adjudication.effects import end_agreement, enforce_agreement
from wargame.engine.adjudication.truth import agreement_names
from wargame.engine.decisions.case import Case, must_lead
from wargame.engine.decisions.orders import missing
from wargame.engine.events import Event
from wargame.engine.forms import filled
from wargame.engine.formula import Value
from wargame.engine.refusals import Code, Refused
from wargame.engine.scenario import AgreementTemplate, Audience
from wargame.engine.sight import resolved, with_names
from wargame.engine.world import Agreement, World


def propose(case: Case, command: c.ProposeAgreement) -> tuple[Event, ...]:
    if command.agreement in case.world.agreements:
        raise Refused(Code.TWICE, "This text lies on the table already; revise it there.")
    template = case.world.scenario.agreements.get(command.template)
    if template is None:
        raise Refused(Code.UNKNOWN_AGREEMENT, "There is no such text; choose one of the templates.")
    _check_parties(template, command.parties)
    author = _own_party(case, command.parties)
    terms = _terms(case, template, command.parties, command.terms)
    proposed = e.AgreementProposed(
        audience=_audience(case.world, command.parties),
        agreement=command.agreement,
        template=template.id,
        parties=command.parties,
        seat=case.seat,
        actor=author,
        terms=terms,
        prose=command.prose,
        text_hash=text_hash(template.id, command.parties, terms, command.prose),
    )
    return (proposed,)


def revise(case: Case, command: c.ReviseAgreement) -> tuple[Event, ...]:
    text = _on_the_table(case, command.agreement)
    author = _own_party(case, text.parties)
    template = case.world.scenario.agreements[text.template]
    terms = _terms(case, template, text.parties, command.terms)
    new_hash = text_hash(text.template, text.parties, terms, command.prose)
    if new_hash == text.text_hash:
        raise Refused(Code.BAD_VALUE, "Nothing is different; change a clause or the wording first.")
    revised = e.AgreementRevised(text.audience, text.id, case.seat, author, terms, command.prose, new_hash)
    return (revised,)


def sign(case: Case, command: c.SignAgreement) -> tuple[Event, ...]:
    """The last signature puts the text in force, in the place of an older one of the same parties."""
    text = _on_the_table(case, command.agreement)
    _check_plays(case, text, command.actor)
    must_lead(case, "Talk to {lead}, who signs for your team.")
    if command.text_hash != text.text_hash:
        raise Refused(Code.TEXT_CHANGED, "The text has changed since you read it; read it again, then sign.")
    if text.signed.get(command.actor) == text.text_hash:
        raise Refused(Code.ALREADY_SIGNED, "You have signed this text already; wait for the others.")
    _check_needs(case, text)
    progress = case.progress()
    progress.add(e.AgreementSigned(text.audience, text.id, command.actor, case.seat, text.text_hash))
    if progress.world.agreements[text.id].signed.keys() >= set(text.parties):
        for older in _replaced(progress.world, text):
            end_agreement(progress, case.dice, older, "")
        enforce_agreement(progress, case.dice, text.id)
    return progress.events


def end(case: Case, command: c.EndAgreement) -> tuple[Event, ...]:
    """Leave what is in force, with what follows from that; or reject what lies on the table."""
    text = _known(case, command.agreement)
    if text.status not in ("in_force", "proposed"):
        raise Refused(Code.ALREADY_DECIDED, f"This text is already {text.status}; propose a new one.")
    _check_plays(case, text, command.actor)
    must_lead(case, "Talk to {lead}, who decides this for your team.")
    progress = case.progress()
    end_agreement(progress, case.dice, text.id, command.actor, command.reason)
    return progress.events


def text_hash(template: str, parties: tuple[str, ...], terms: Mapping[str, Value], prose: c.TextRef) -> str:
    """SHA-256 (hex) over what is signed, in one canonical form."""
    canonical = {"template": template, "parties": parties, "terms": dict(terms), "prose": prose}
    written = json.dumps(canonical, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False)
    return hashlib.sha256(written.encode()).hexdigest()


def _known(case: Case, agreement: str) -> Agreement:
    """The text, if the asker is of its parties; others learn nothing of it."""
    text = case.world.agreements.get(agreement)
    if text is None or not any(case.world.team_of(actor) == case.team for actor in text.parties):
        raise Refused(Code.UNKNOWN_AGREEMENT, "There is no such text before you; look at your agreements.")
    return text


def _on_the_table(case: Case, agreement: str) -> Agreement:
    text = _known(case, agreement)
    if text.status != "proposed":
        raise Refused(Code.ALREADY_DECIDED, "This text is no longer on the table; propose a new one.")
    return text


def _check_parties(template: AgreementTemplate, parties: tuple[str, ...]) -> None:
    places = template.parties
    fits = len(parties) == len(places) and all(a in place for a, place in zip(parties, places, strict=True))
    if not fits or len(set(parties)) != len(parties):
        raise Refused(Code.NOT_A_PARTY, "Choose a different actor for each party, from those the template names.")


def _own_party(case: Case, parties: tuple[str, ...]) -> str:
    own = next((actor for actor in parties if case.world.team_of(actor) == case.team), "")
    if not own:
        raise Refused(Code.NOT_A_PARTY, "Your team is no party to this text; make one of your actors a party.")
    return own


def _check_plays(case: Case, text: Agreement, actor: str) -> None:
    if actor not in text.parties or case.world.team_of(actor) != case.team:
        raise Refused(Code.NOT_A_PARTY, "Your team does not speak for this party; choose one that it plays.")


def _audience(world: World, parties: tuple[str, ...]) -> Audience:
    return resolved(world, tuple(f"actor:{actor}" for actor in parties))


def _terms(
    case: Case, template: AgreementTemplate, parties: tuple[str, ...], given: Mapping[str, Value]
) -> dict[str, Value]:
    return filled(template.clauses, given, with_names(case.sight(), agreement_names(parties, {})), "clause")


def _check_needs(case: Case, text: Agreement) -> None:
    scope = with_names(case.sight(), agreement_names(text.parties, text.terms))
    for need in case.world.scenario.agreements[text.template].needs:
        if not menu.met(need, scope):
            raise Refused(Code.NOT_POSSIBLE, missing(need, scope))


def _replaced(world: World, text: Agreement) -> list[str]:
    """Texts in force between the same parties on the same template."""
    return [
        other.id
        for other in world.agreements.values()
        if other.status == "in_force" and other.template == text.template and set(other.parties) == set(text.parties)
    ]
