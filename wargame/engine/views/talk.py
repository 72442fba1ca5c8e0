"""What people write to each other: dispatches between teams, calls to control; the texts only as references."""

from wargame.engine.views.look import Look, Shape, Shapes, placed
from wargame.engine.world import Call, Dispatch


def dispatches(look: Look) -> Shapes:
    sent = placed(look.world.dispatches.values(), lambda dispatch: look.level(dispatch.audience))
    return {dispatch.id: _dispatch(dispatch, order) for dispatch, level, order in sent if level == look.depth}


def _dispatch(dispatch: Dispatch, order: int) -> Shape:
    shape: Shape = {
        "team": dispatch.team,
        "seat": dispatch.seat,
        "to": list(dispatch.to),
        "subject": dispatch.subject,
        "body": dispatch.body,
        "at": dispatch.at,
        "turn": dispatch.turn,
        "order": order,
    }
    if dispatch.reply_to:
        shape["reply_to"] = dispatch.reply_to
    return shape


def calls(look: Look) -> Shapes:
    """A call is seen by whoever may read its text."""
    texts = look.world.texts
    return {c.id: _call(c) for c in look.world.calls.values() if look.fresh(texts.get(c.text, ("control",)))}


def _call(call: Call) -> Shape:
    shape: Shape = {"seat": call.seat, "text": call.text, "at": call.at}
    return shape | {"answer": call.answer} if call.answer else shape
