"""A turn's adjudication, as far as it can go: the orders, then month by month, until people must decide.

Nothing is remembered beside the world. Steps have an order and their rulings have ids that the step alone decides, so
that asking again finds the last step that was taken and goes on behind it; asked twice, it gives the same events.

1. Menu orders in order of submission. Mode `engine` issues the rulings; mode `umpire` proposes them all, each worked
   out as if those before it were accepted. Free-form orders wait for control, and months wait for them.
2. Each month: what arrives, what drifts, the rules one by one (proposed in mode `umpire`, and then the month waits);
   after the turn's last month its drifts and rules of the turn; red lines; injects by condition.
   A ruling may put a question to teams that holds the adjudication: then the month waits for their answers.
3. `TurnAdjudicated`. Whoever called opens the feedback.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from wargame.engine.adjudication.arrivals import arrivals_due, arrive
from wargame.engine.adjudication.effects import issue
from wargame.engine.adjudication.injects import conditional_injects
from wargame.engine.adjudication.red_lines import moved
from wargame.engine.adjudication.resolution import of_order, resolve, ruling_id
from wargame.engine.adjudication.rules import Asked, Each, drift, rule_now, told_rules
from wargame.engine.commands import FREE
from wargame.engine.dice import Dice
from wargame.engine.events import Event, MonthOpened, RulingProposed, TurnAdjudicated
from wargame.engine.frozen import replace
from wargame.engine.phases import windows
from wargame.engine.progress import Progress
from wargame.engine.scenario import ALL, CONTROL
from wargame.engine.tickets import Decision, Ticket
from wargame.engine.world import Order, World


def adjudicate(world: World, dice: Dice, at: float) -> tuple[Event, ...]:
    """The events of as much of the turn's adjudication as can be done now; none while people must decide."""
    progress = Progress(world, at)
    if waits_for_control(world) or windows(world) or world.adjudicated:
        return ()
    rule_orders(progress, dice)
    if not (waits_for_control(progress.world) or windows(progress.world)) and play_months(progress, dice):
        timer = progress.world.timer
        unplayed = progress.world.month_begun + progress.world.months - timer.month
        progress.add(TurnAdjudicated(ALL, timer.turn, unplayed))
    return progress.events


def waits_for_control(world: World) -> bool:
    """Whether nothing can go on before control decides: a ruling is proposed, or only free-form orders are left."""
    open_orders = _open_orders(world)
    return bool(world.proposed) or (bool(open_orders) and all(order.kind == FREE for order in open_orders))


# Orders


def rule_orders(progress: Progress, dice: Dice) -> None:
    """Rule on every menu order that stands."""
    umpired = progress.world.setup.mode == "umpire"
    ahead = Progress(progress.world, progress.at) if umpired else progress
    for order in _open_orders(progress.world):
        if order.kind == FREE:
            continue
        ticket = resolve(ahead.world, dice, of_order(ahead.world, order))
        if umpired:
            progress.add(RulingProposed(CONTROL, ticket))
        issue(ahead, dice, decided(ticket, progress.at))


def _open_orders(world: World) -> list[Order]:
    return [o for o in world.orders.values() if o.status == "submitted" and o.turn == world.timer.turn]


def decided(ticket: Ticket, at: float) -> Ticket:
    """The ticket as the engine issues it."""
    return replace(ticket, decision=Decision("issued", at))


# Months


def play_months(progress: Progress, dice: Dice) -> bool:
    """Play the turn's months from where they stand; whether all are over."""
    world = progress.world
    if world.timer.month == world.month_begun:
        progress.add(MonthOpened(ALL, world.timer.month + 1))
    while play_month(progress, dice):
        if _is_last_month(progress.world):
            return True
        progress.add(MonthOpened(ALL, progress.world.timer.month + 1))
    return False


def play_month(progress: Progress, dice: Dice) -> bool:
    """Play what is left of the present month; whether it is over."""
    for later in arrivals_due(progress.world):
        issue(progress, dice, decided(arrive(progress.world, dice, later), progress.at))
    if windows(progress.world):
        return False
    for step in _left(progress.world, dice):
        if step.each == "turn" and not _is_last_month(progress.world):
            break
        if not _take(progress, dice, step):
            return False
    progress.add(*moved(progress.world, progress.truth))
    conditional_injects(progress, dice)
    return True


def _is_last_month(world: World) -> bool:
    """Whether the present month is the turn's last, by the clock or because a ruling ended the turn.

    Nothing ends the last turn early: it is where months left over are played.
    """
    timer = world.timer
    if timer.month >= world.month_begun + world.months:
        return True
    return timer.turn < len(world.clock.turns) and any(
        ticket.ends_turn and ticket.turn == timer.turn and ticket.id not in world.proposed
        for ticket in world.rulings.values()
    )


@dataclass(frozen=True, slots=True)
class Step:
    """One question of a month: the drifts together, or one rule for one member."""

    each: Each
    asked: Asked | None = None
    """None: the drifts."""

    def id(self, world: World, dice: Dice) -> str:
        """Of the ruling that it gives."""
        kind, subject = ("rule", self.asked[1].subject) if self.asked else ("drift", self.each)
        return ruling_id(world, dice, kind, subject)


def _left(world: World, dice: Dice) -> list[Step]:
    """The month's steps behind the last one that has a ruling. Those before it were asked, and gave none."""
    steps = world.scenario.once("steps", lambda: [*_steps(world, "month"), *_steps(world, "turn")])
    if not _begun(world):
        return steps
    taken = max((place for place, step in enumerate(steps) if step.id(world, dice) in world.rulings), default=-1)
    return steps[taken + 1 :]


def _begun(world: World) -> bool:
    """Whether a step of this month may have a ruling: only then it pays to work out its id."""
    now = (world.timer.turn, world.timer.month)
    return any(
        ticket.kind in ("drift", "rule") for ticket in world.rulings.values() if (ticket.turn, ticket.month) == now
    )


def _steps(world: World, each: Each) -> Iterator[Step]:
    yield Step(each)
    for asked in told_rules(world, each):
        yield Step(each, asked)


def _take(progress: Progress, dice: Dice, step: Step) -> bool:
    """Put the step's question; whether the month can go on."""
    world = progress.world
    ticket = rule_now(progress, dice, *step.asked) if step.asked else drift(world, dice, step.each)
    if ticket is None:
        return True
    if step.asked and world.setup.mode == "umpire":
        progress.add(RulingProposed(CONTROL, ticket))
        return False
    issue(progress, dice, decided(ticket, progress.at))
    return not windows(progress.world)
