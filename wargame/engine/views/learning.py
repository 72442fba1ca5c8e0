"""What the exercise is for: objectives, observations, hot wash, and what each side's aims came to."""

from contextlib import suppress

from wargame.engine.formula import FormulaError
from wargame.engine.sight import CONTROL_VIEWER, sight
from wargame.engine.views.look import Look, Shape, Shapes


def objectives(look: Look) -> Shape:
    return {objective.id: objective.text for objective in look.world.scenario.objectives.values()}


def observations(look: Look) -> Shapes:
    """Control's, all; an observer's, their own."""
    world = look.world
    return {
        note.id: {
            "seat": note.seat,
            "objective": note.objective,
            "team": note.team,
            "text": note.text,
            "at": note.at,
            "turn": note.turn,
        }
        for note in world.observations.values()
        if look.fresh(world.texts[note.text])
    }


def hot_wash(look: Look) -> Shape:
    """The questions, once the exercise has ended."""
    return dict(look.world.scenario.hot_wash) if look.revealed else {}


def hot_wash_answers(look: Look) -> Shapes:
    """By question, then seat: the own team's; control sees all."""
    world = look.world
    found: Shapes = {}
    for question, by_seat in world.hot_wash.items():
        for seat, text in by_seat.items():
            holder = world.seat(seat)
            if look.fresh((f"team:{holder.team}",) if holder else ("control",)):
                found.setdefault(question, {})[seat] = text
    return found


def scores(look: Look) -> Shapes:
    """After EndEx, from the truth."""
    if not look.revealed:
        return {}
    truth = sight(look.world, CONTROL_VIEWER)
    found: Shapes = {}
    for n, score in enumerate(look.world.scenario.scores):
        with suppress(FormulaError):
            value = round(score.formula.number(truth), 6)
            found[str(n)] = {"actor": score.actor, "title": score.title, "value": value}
    return found
