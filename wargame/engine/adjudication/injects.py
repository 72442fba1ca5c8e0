"""Injects that their condition starts, asked once a month."""

from wargame.engine.adjudication.effects import fire
from wargame.engine.adjudication.resolution import draw_key
from wargame.engine.dice import Dice
from wargame.engine.formula import FormulaError
from wargame.engine.progress import Progress
from wargame.engine.scenario import Inject


def conditional_injects(progress: Progress, dice: Dice) -> None:
    """Fire those whose condition holds and whose hazard strikes, in the author's order."""
    for inject in progress.world.scenario.injects.values():
        if inject.trigger.kind == "condition" and strikes(progress, dice, inject):
            fire(progress, dice, inject.id, "condition")


def strikes(progress: Progress, dice: Dice, inject: Inject) -> bool:
    """Whether its condition holds and its hazard strikes this month. What cannot be worked out does not."""
    trigger, scope = inject.trigger, progress.truth
    try:
        if trigger.when is not None and not trigger.when.holds(scope):
            return False
        chance = 1.0 if trigger.hazard is None else trigger.hazard.number(scope)
    except FormulaError:
        return False
    return dice.bernoulli(draw_key(progress.world, "inject", inject.id), chance)
