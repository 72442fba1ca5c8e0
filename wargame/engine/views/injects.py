"""News that reached this viewer, and what it asks of them."""

from collections.abc import Iterator

from wargame.engine.commands import NO_TEXT
from wargame.engine.scenario import Answer, Audience
from wargame.engine.sight import Viewer, may_see
from wargame.engine.views.exercise import provenance
from wargame.engine.views.look import Look, Shape, Shapes
from wargame.engine.world import InjectState, World


def injects(look: Look) -> Shapes:
    """Those fired. A narrower circle says one again where more is asked of it, or where it has answered."""
    world = look.world
    if not look.named("injects", lambda: _audiences(world), world.injects):
        return {}
    found: Shapes = {}
    fired = (state for state in world.injects.values() if state.status == "fired")
    told = sorted(fired, key=lambda state: state.at)
    for state, level, order in look.placed("injects", told, lambda s: look.level(s.audience)):
        more = state.wants_answer or state.answers
        if level == look.depth or (more and _inject(look, state) != _inject(look.wider(), state)):
            found[state.id] = {**_inject(look, state), "order": order}
    return found


def _audiences(world: World) -> Iterator[Audience]:
    for state in world.injects.values():
        yield from (state.audience, asked(world, state))


def asked(world: World, state: InjectState) -> Audience:
    """Whose answer an inject wants; nobody's if none."""
    written = world.scenario.injects.get(state.id)
    if not state.wants_answer or state.status != "fired":
        return ()
    return written.answer.seats if written and written.answer else state.audience


def headline(state: InjectState) -> str:
    """What can be said of it in a line made by the engine: control's own texts are not in the world."""
    return state.said_headline if state.said_headline and not state.headline else "A message from control"


def _inject(look: Look, state: InjectState) -> Shape:
    world = look.world
    written = world.scenario.injects.get(state.id)
    wanted = _asks(world, look.viewer, state)
    shape: Shape = {
        "channel": state.channel,
        "persona": written.persona if written else "Control",
        "turn": state.turn,
        "at": state.at,
        "provenance": provenance(written.provenance) if written else {"kind": "facilitator"},
        "wants_answer": wanted,
        "to": _addressed(look, state),
    }
    shape |= _texts(state)
    if wanted and written and written.answer and written.answer.choices:
        shape["choices"] = _choices(written.answer)
    if wanted and state.answer_by is not None:
        shape["answer_by"] = state.answer_by
    answers = _answers(look, state)
    return shape | {"answers": answers} if answers else shape


def _choices(asked: Answer) -> list[Shape]:
    """What may be answered; how an answer leans is for bots."""
    return [
        {"value": value, "label": label} | ({"leans": list(asked.leans[value])} if value in asked.leans else {})
        for value, label in asked.choices
    ]


def _asks(world: World, viewer: Viewer, state: InjectState) -> bool:
    return bool(state.wants_answer) and may_see(world, viewer, asked(world, state))


def _texts(state: InjectState) -> Shape:
    parts = {
        "headline": "" if state.headline else state.said_headline,
        "body": "" if state.body else state.said_body,
        "headline_ref": state.headline,
        "body_ref": state.body,
    }
    return {name: text for name, text in parts.items() if text != NO_TEXT}


def _addressed(look: Look, state: InjectState) -> list[str]:
    """As far as this circle may know: itself, not who else was told."""
    if look.control:
        return list(state.audience)
    return [entry for entry in state.audience if may_see(look.world, look.viewer, (entry,))]


def _answers(look: Look, state: InjectState) -> Shape:
    """The own team's, and to those asked what counted by default; control sees all."""
    found: Shape = {}
    for seat, (choice, text) in state.answers.items():
        holder = look.world.seat(seat)
        mine = holder.team == look.viewer.team if holder else _asks(look.world, look.viewer, state)
        if look.control or mine:
            found[seat] = {"choice": choice, "text": text}
    return found
