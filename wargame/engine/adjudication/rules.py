"""The rules of the model: which run now, those told one by one and the drifts told together."""

from collections.abc import Iterator
from typing import Literal

from wargame.engine.adjudication.deeds import Deeds, Origin
from wargame.engine.adjudication.resolution import (
    Question,
    draw,
    draw_key,
    failed,
    frozen,
    of_rule,
    resolve,
    ruling_id,
    weigh,
)
from wargame.engine.adjudication.truth import Recorder, audience_of
from wargame.engine.commands import Change
from wargame.engine.dice import Dice
from wargame.engine.formula import FormulaError
from wargame.engine.progress import Progress
from wargame.engine.scenario import ALL, Rule
from wargame.engine.sight import with_names
from wargame.engine.tickets import TermLine, Ticket
from wargame.engine.world import World

Each = Literal["month", "turn"]


Asked = tuple[Rule, Question]
"""A rule, and what it asks; one for each member that it runs for."""


def told_rules(world: World, each: Each) -> list[Asked]:
    """The rules that are rulings of their own, in the author's order."""
    return [asked for asked in _rules(world, each) if not asked[0].drift]


def _rules(world: World, each: Each) -> list[Asked]:
    return world.scenario.once(("rules", each), lambda: list(_asked(world, each)))


def _asked(world: World, each: Each) -> Iterator[Asked]:
    for rule in world.scenario.rules:
        if rule.each == each:
            for member in world.scenario.sets[rule.over] if rule.over else ("",):
                yield rule, of_rule(world, rule, member)


def rule_now(progress: Progress, dice: Dice, rule: Rule, question: Question) -> Ticket | None:
    """The rule's ruling, or none while its condition does not hold. A condition that fails is told as a ruling."""
    try:
        if rule.when is not None and not rule.when.holds(with_names(progress.truth, question.names)):
            return None
    except FormulaError as error:
        return failed(progress.world, dice, question, error.text)
    return resolve(progress.world, dice, question)


def drift(world: World, dice: Dice, each: Each) -> Ticket | None:
    """What drifts this month (or at the turn's end), as one ruling with a line for each value moved by each rule."""
    drifting = _Drift(world, dice, ruling_id(world, dice, "drift", each))
    for rule, question in _rules(world, each):
        if rule.drift:
            drifting.run(rule, question)
    deeds = drifting.deeds
    if not drifting.lines and not deeds.later and not deeds.faults:
        return None
    return Ticket(
        id=drifting.id,
        kind="drift",
        subject=f"drift:{each}",
        rule="drift",
        version=1,
        title=f"Month {world.timer.month}" if each == "month" else world.clock.turns[world.timer.turn - 1].label,
        turn=world.timer.turn,
        month=world.timer.month,
        actor="",
        audience=ALL,
        outcome="drift",
        sentence="",
        outcomes=(),
        terms=tuple(drifting.lines),
        inputs={**frozen(drifting.scope, {}, **deeds.notes), **drifting.draws},
        changes=deeds.changes,
        later=tuple(deeds.later),
        fires=tuple(deeds.fires),
        ends=tuple(deeds.ends),
        ends_turn=deeds.ends_turn,
    )


class _Drift:
    """Drifts one after the other, each on what those before it left."""

    def __init__(self, world: World, dice: Dice, id: str) -> None:
        self.world = world
        self.dice = dice
        self.id = id
        self.scope = Recorder(world)
        self.deeds = Deeds(world, dice, self.scope)
        self.lines: list[TermLine] = []
        self.draws: dict[str, float] = {}
        """By rule: what it drew; kept among the inputs."""

    def run(self, rule: Rule, question: Question) -> None:
        try:
            self._run(rule, question)
        except FormulaError as error:
            self.deeds.faults.append(f"{rule.id}: {error.text}")

    def _run(self, rule: Rule, question: Question) -> None:
        dict.update(self.scope, question.names)
        if rule.when is not None and not rule.when.holds(self.scope):
            return
        weigh(self.world, self.scope, rule.resolution.terms, question.actor)
        key = draw_key(self.world, "rule", question.drawn_for)
        drawn = draw(self.dice, key, self.scope, rule.resolution)
        if drawn.number is not None:
            self.draws[f"draw of {question.subject}"] = drawn.number
        done = len(self.deeds.writes)
        self.deeds.act(drawn.outcome.effects, Origin(question.subject, drawn.outcome.id, self.id))
        moved = (write for write in self.deeds.writes[done:] if write.before != write.after)
        self.lines += [self._line(rule, question.actor, write) for write in moved]

    def _line(self, rule: Rule, actor: str, write: Change) -> TermLine:
        """A value moved: seen by those who see the value, or by whom the rule names."""
        variable = self.world.scenario.variables[write.path]
        told = rule.resolution.audience
        return TermLine(
            id=f"{rule.id}:{write.path}",
            label=f"{self.world.scenario.name_of(write.path)}: {rule.title}",
            value=0.0
            if isinstance(write.after, str) or isinstance(write.before, str)
            else round(float(write.after) - float(write.before), 6),
            input=write.after,
            unit=variable.unit,
            provenance=rule.provenance,
            audience=audience_of(self.world, variable.see if told == ALL else told, actor),
        )
