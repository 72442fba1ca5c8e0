"""A decision in the making: the events so far, and the world as they leave it."""

from wargame.engine.events import Event
from wargame.engine.evolve import evolve
from wargame.engine.world import World


class Progress:
    """Collects events one by one, so that each next one is decided on the world that the last one left."""

    def __init__(self, world: World, at: float) -> None:
        self.world = world
        self.at = at
        self.events: tuple[Event, ...] = ()

    def add(self, *events: Event) -> None:
        for event in events:
            self.world = evolve(self.world, event, self.at)
            self.events += (event,)
