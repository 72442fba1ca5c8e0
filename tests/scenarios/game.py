"""The reassurance force as a test plays it by hand, order by order; and what happened in a game."""

from collections.abc import Mapping

from tests.engine.play import TEXT, Play
from wargame.engine.commands import Ask, Command, SubmitOrder
from wargame.engine.decide import decide
from wargame.engine.dice import Dice
from wargame.engine.events import Event, Logged
from wargame.engine.evolve import evolve
from wargame.engine.formula import Value
from wargame.engine.refusals import Refused
from wargame.engine.scenario import Scenario
from wargame.engine.world import World

CHOICES = {"clock": "short", "start_card": "aug", "rule_card": "K1", "team_set": "class"}


class Game(Play):
    """The scenario from StartEx, on dice of its own."""

    def __init__(self, scenario: Scenario, seed: int, **setup: object) -> None:
        self.dice = Dice(f"plan {seed}".encode())
        super().__init__(scenario, True, **{**CHOICES, **setup})

    def ask(self, seat: str, command: Command) -> tuple[Event, ...]:
        events = decide(self.world, Ask(command, seat, self.at), self.dice)
        for event in events:
            self.log.append(Logged(len(self.log) + 1, self.at, event))
            self.world = evolve(self.world, event, self.at)
        return events

    def order(self, actor: str, kind: str, form: Mapping[str, Value]) -> bool:
        """Whether the order could be given."""
        leader = next(s.id for t in self.world.teams if actor in t.actors for s in t.seats if s.leads)
        try:
            self.ask(leader, SubmitOrder(f"o{len(self.log)}", kind, actor, form, TEXT, TEXT))
        except Refused:
            return False
        return True

    def happened(self, rule: str, outcome: str = "") -> bool:
        return happened(self.world, rule, outcome)


def happened(world: World, rule: str, outcome: str = "") -> bool:
    """Whether a ruling came to this."""
    return any(t.rule == rule and outcome in ("", t.outcome) for t in world.rulings.values())
