"""An exercise played in a test: ask, and look at the world; the log is kept and stays true."""

from tests.engine.builders import DICE, SETUP, lobby
from wargame.engine import commands as c
from wargame.engine.commands import CONTROL_SEAT, SYSTEM_SEAT, Ask, Command, TextRef
from wargame.engine.decide import decide
from wargame.engine.due import due
from wargame.engine.events import Event, Logged, Rewound
from wargame.engine.evolve import evolve, replay
from wargame.engine.phases import windows
from wargame.engine.refusals import Refused
from wargame.engine.scenario import Phase, Scenario
from wargame.engine.world import World

NORTH, ENVOY, SOUTH = "north.chief", "north.envoy", "south.chief"
CONTROL, SYSTEM = CONTROL_SEAT, SYSTEM_SEAT
TEXT = TextRef("f" * 64)
START = c.StartExercise(SETUP, "p" * 64, "r" * 64, "c" * 64)


class Play:
    """The tiny scenario from StartEx; `at` is the clock and moves only when told."""

    def __init__(self, scenario: Scenario | None = None, start: bool = True, **setup: object) -> None:
        self.lobby = lobby(scenario, **setup)
        self.world: World = self.lobby
        self.log: list[Logged] = []
        self.at = 0.0
        if start:
            self.ask(CONTROL, c.StartExercise(self.lobby.setup, "p" * 64, "r" * 64, "c" * 64))

    def ask(self, seat: str, command: Command) -> tuple[Event, ...]:
        """Carry a command out, as the record does."""
        events = decide(self.world, Ask(command, seat, self.at), DICE)
        for event in events:
            self.log.append(Logged(len(self.log) + 1, self.at, event))
            self.world = evolve(self.world, event, self.at)
        if any(isinstance(event, Rewound) for event in events):
            self.world = replay(self.lobby, self.log)
        return events

    def refused(self, seat: str, command: Command) -> str:
        """The code with which a command is refused; nothing changes."""
        before = self.world
        try:
            self.ask(seat, command)
        except Refused as refused:
            assert self.world is before
            assert refused.text.endswith(".")
            return refused.code.value
        raise AssertionError(f"{command} was not refused")

    def wait(self, seconds: float) -> None:
        """Let time pass and do what falls due."""
        self.at += seconds
        self.settle()

    def settle(self) -> None:
        """Do what is due until nothing is."""
        for _ in range(50):
            asks = due(self.world, self.at)
            if not asks:
                return
            self.ask(asks[0].seat, asks[0].command)
        raise AssertionError(f"always due: {asks}")

    def settle_all(self) -> None:
        """The same, and where adjudication waits for answers, control waits no longer."""
        self.settle()
        while windows(self.world):
            self.close()
            self.settle()

    def close(self) -> None:
        """Control closes the present phase."""
        self.ask(CONTROL, c.ClosePhase(self.world.timer.turn, self.world.timer.phase))

    def plan(self) -> "Play":
        """On to the planning of the first turn."""
        self.close()
        return self

    def to(self, turn: int, phase: Phase) -> "Play":
        """On to this phase, closing those before it by hand."""
        for _ in range(20):
            self.settle()
            if (self.world.timer.turn, self.world.timer.phase) == (turn, phase):
                return self
            self.close()
        raise AssertionError(f"turn {turn} has no {phase}")


def order(id: str = "o1", kind: str = "talk", actor: str = "N", **more: object) -> c.SubmitOrder:
    texts = {"rationale": TEXT, "expected": TEXT, "action": TEXT if kind == "free" else c.NO_TEXT}
    return c.SubmitOrder(id, kind, actor, **{**texts, **more})  # type: ignore[arg-type]  # the tests name real fields
