"""A decision in the making: the events so far, and the world as they leave it."""

from operator import is_

from wargame.engine.adjudication.truth import scope_of
from wargame.engine.events import Event
from wargame.engine.evolve import evolve
from wargame.engine.formula import Scope
from wargame.engine.world import World


class Progress:
    """Collects events one by one, so that each next one is decided on the world that the last one left."""

    def __init__(self, world: World, at: float) -> None:
        self.world = world
        self.at = at
        self.events: tuple[Event, ...] = ()
        self._truth: tuple[Scope, tuple[object, ...]] | None = None

    def add(self, *events: Event) -> None:
        for event in events:
            self.world = evolve(self.world, event, self.at)
            self.events += (event,)

    @property
    def truth(self) -> Scope:
        """Every true value, for conditions: shared, and what is derived worked out once, until a value changes."""
        world = self.world
        reads = (world.state, world.timer, world.unplayed)
        if self._truth is None or not all(map(is_, self._truth[1], reads)):
            self._truth = scope_of(world), reads
        return self._truth[0]
