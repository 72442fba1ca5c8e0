"""What people write to each other: dispatches between teams, calls to control; the texts only as references."""

from wargame.engine.views.look import Look, Shape, Shapes
from wargame.engine.world import Call, Dispatch


def dispatches(look: Look) -> Shapes:
    """What was sent never changes, and there is much of it."""
    look.placed("dispatches", look.world.dispatches.values(), lambda dispatch: look.level(dispatch.audience))
    return look.places("dispatches").shapes(look.depth, _dispatch)


def _dispatch(dispatch: Dispatch, order: int) -> tuple[str, Shape]:
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
    return dispatch.id, shape


def calls(look: Look) -> Shapes:
    """A call is seen by whoever may read its text."""
    texts = look.world.texts
    return {c.id: _call(c) for c in look.world.calls.values() if look.fresh(texts.get(c.text, ("control",)))}


def _call(call: Call) -> Shape:
    shape: Shape = {"seat": call.seat, "text": call.text, "at": call.at}
    return shape | {"answer": call.answer} if call.answer else shape
