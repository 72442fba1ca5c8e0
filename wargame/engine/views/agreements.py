"""Texts on the table, in force and ended, for those who may see them."""

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
    if text.before:
        shape["before"] = _wording(look, text.before)
    if text.ended_by:
        shape["ended_by"] = text.ended_by
    if look.readable(text.reason):
        shape["reason"] = text.reason
    return shape


def _wording(look: Look, before: Wording) -> Shape:
    shape: Shape = {"terms": dict(before.terms)}
    return shape | {"prose": before.prose} if look.readable(before.prose) else shape
