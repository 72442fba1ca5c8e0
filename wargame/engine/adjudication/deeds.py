"""The arithmetic of effects: what they change, what they put off, and what else they set going."""

from collections.abc import Mapping, Sequence

from wargame.engine.commands import Change
from wargame.engine.dice import Dice
from wargame.engine.formula import FormulaError, Scope, Value, say
from wargame.engine.frozen import dataclass
from wargame.engine.scenario import Effect, Variable
from wargame.engine.tickets import Later
from wargame.engine.vocabulary import rounded
from wargame.engine.world import World


@dataclass(frozen=True, slots=True)
class Origin:
    """Where effects are written, so that one that acts later is found again. As in `events.Later`."""

    subject: str
    outcome: str
    ruling: str = ""


class Deeds:
    """What effects come to. Each acts on what those before it left; the scope shows the values as they become.

    An effect that cannot be worked out is left out and told in `faults`: an exercise does not stop for a formula.
    """

    def __init__(self, world: World, dice: Dice, scope: Scope) -> None:
        self.world = world
        self.dice = dice
        self.scope = scope
        self.later: list[Later] = []
        self.fires: list[str] = []
        self.ends: list[str] = []
        self.ends_turn = False
        self.faults: list[str] = []
        self.kept: list[str] = []
        """What would have left its range, in words; told with the faults."""
        self.writes: list[Change] = []
        """One by one; several may be of one value."""

    @property
    def notes(self) -> dict[str, str]:
        """What control should know of how it was worked out: `fault` and `kept`, where there is something to say."""
        said = {"fault": "; ".join(self.faults), "kept": "; ".join(self.kept)}
        return {name: text for name, text in said.items() if text}

    @property
    def changes(self) -> tuple[Change, ...]:
        """What it comes to: every value that is another than before, in the order in which they were touched."""
        net: dict[str, Change] = {}
        for write in self.writes:
            net[write.path] = Change(write.path, net.get(write.path, write).before, write.after)
        return tuple(change for change in net.values() if change.before != change.after)

    def pay(self, cost: Mapping[str, float]) -> None:
        """Take a cost, by path of the store; a store is never below zero."""
        for path, amount in cost.items():
            self._add(path, -amount)

    def act(self, effects: Sequence[Effect], origin: Origin) -> None:
        """Do what is due now, and note what is due later."""
        for index, effect in enumerate(effects):
            try:
                self._plan_or_make(effect, index, origin)
            except FormulaError as error:
                self.faults.append(error.text)

    def make(self, effect: Effect) -> None:
        """Make one effect now, for every member if it runs over a set. Its `when` and `after` have been heard."""
        if not effect.over:
            self._make(effect)
            return
        for member in self.world.scenario.sets[effect.over]:
            self.scope[effect.member_name] = member
            if effect.when is None or effect.when.holds(self.scope):
                self._make(effect)

    def _plan_or_make(self, effect: Effect, index: int, origin: Origin) -> None:
        # Over a set, `when` may ask about the member: then `make` asks it.
        if effect.when is not None and not effect.over and not effect.when.holds(self.scope):
            return
        months = 0 if effect.after is None else int(rounded(effect.after.number(self.scope)))
        if months > 0:
            self.later.append(self._later(months, index, origin))
        else:
            self.make(effect)

    def _later(self, months: int, index: int, origin: Origin) -> Later:
        month = self.world.timer.month + months
        attempt = self.world.attempt
        id = self.dice.public_id("later", attempt, origin.ruling, origin.subject, origin.outcome, index, month)
        return Later(id, month, origin.subject, origin.outcome, index, origin.ruling)

    def _make(self, effect: Effect) -> None:
        if effect.set and effect.to:
            self._write(effect.set(self.scope), effect.to(self.scope))
        elif effect.add and effect.to:
            self._add(effect.add(self.scope), effect.to.number(self.scope))
        elif effect.inject:
            self.fires.append(effect.inject)
        elif effect.end_agreement:
            in_force = (a for a in self.world.agreements.values() if a.status == "in_force")
            self.ends.extend(a.id for a in in_force if a.template == effect.end_agreement)
        elif effect.end_turn:
            self.ends_turn = True

    def _add(self, path: str, amount: float) -> None:
        before = self.scope.get(path, 0.0)
        if isinstance(before, str):
            raise FormulaError(f"`{path}` is a word; nothing can be added to it")
        self._write(path, before + amount)

    def _write(self, path: str, value: Value) -> None:
        variable = self.world.scenario.variables.get(path)
        if variable is None:
            raise FormulaError(f"there is no variable `{path}`")
        fitted = fit(variable, value)
        if variable.kind in ("number", "whole") and abs(clamped(variable, float(value)) - float(value)) > 1e-6:
            self.kept.append(f"“{variable.name}” would be {say(value)} and is kept at {say(fitted)}")
        self.writes.append(Change(path, self.scope.get(path, fitted), fitted))
        self.scope.assign(path, fitted)


def fit(variable: Variable, value: Value) -> Value:
    """The value as the variable can hold it: of its kind, in its range, rounded to six decimals."""
    if variable.kind == "choice":
        if value not in variable.choices:
            raise FormulaError(f"'{value}' is none of the choices of `{variable.path}`")
        return value
    if isinstance(value, str):
        raise FormulaError(f"`{variable.path}` cannot hold the word '{value}'")
    if variable.kind == "flag":
        return bool(value)
    within = clamped(variable, float(value))
    return int(rounded(within)) if variable.kind == "whole" else round(within, 6) + 0.0  # never -0.0


def clamped(variable: Variable, value: float) -> float:
    """The nearest value in the variable's range; a range of no width is none. A resource is never below zero."""
    if variable.high > variable.low:
        value = min(max(value, variable.low), variable.high)
    return max(value, 0.0) if variable.resource else value
