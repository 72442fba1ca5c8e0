"""Texts on the table, in force and ended, for those who may see them."""

from wargame.engine import menu
from wargame.engine.adjudication.truth import agreement_names
from wargame.engine.sight import with_names
from wargame.engine.views.look import Look, Shape, Shapes
from wargame.engine.world import Agreement, Wording


def agreements(look: Look) -> Shapes:
    made = look.placed("agreements", look.world.agreements.values(), lambda agreement: look.level(agreement.audience))
    return {text.id: _agreement(look, text, order) for text, level, order in made if level == look.depth}


def _agreement(look: Look, text: Agreement, order: int) -> Shape:
    shape: Shape = {
        "template": text.template,
        "title": look.world.scenario.agreements[text.template].title,
        "parties": list(text.parties),
        "terms": dict(text.terms),
        "text_hash": text.text_hash,
        "version": text.version,
        "author": text.author,
        "turn": text.turn,
        "signed": {actor: text.signed.get(actor) == text.text_hash for actor in text.parties},
        "status": text.status,
        "order": order,
    }
    if look.readable(text.prose):
        shape["prose"] = text.prose
    if missing := unmet(look, text):
        shape["unmet"] = missing
    if text.before:
        shape["before"] = _wording(look, text.before)
    if text.ended_by:
        shape["ended_by"] = text.ended_by
    if look.readable(text.reason):
        shape["reason"] = text.reason
    return shape


def unmet(look: Look, text: Agreement) -> list[str]:
    """What keeps a text from being signed, in this viewer's sight: what `decide` would answer to a signature."""
    needs = look.world.scenario.agreements[text.template].needs if text.status == "proposed" else ()
    scope = with_names(look.scope(), agreement_names(text.parties, text.terms)) if needs else None
    return [menu.why(need, scope) for need in needs if scope is not None and not menu.met(need, scope)]


def _wording(look: Look, before: Wording) -> Shape:
    shape: Shape = {"terms": dict(before.terms)}
    return shape | {"prose": before.prose} if look.readable(before.prose) else shape
