"""Random commands by random seats, legal and not: what must be true of the engine after each of them.

(That nobody's view shows too much is tested with the same games in `test_views_secrecy.py`.)
"""

from dataclasses import replace

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.engine.builders import DICE, ORDERS, formula, template, tiny
from tests.engine.play import CONTROL, ENVOY, NORTH, SOUTH, SYSTEM
from tests.engine.random_play import COMMANDS, RandomPlay
from tests.engine.test_views_secrecy import hidden_values, others_estimates
from wargame.engine import commands as c
from wargame.engine import events as e
from wargame.engine.commands import Ask, Command
from wargame.engine.decide import decide
from wargame.engine.due import due, due_next
from wargame.engine.events import Event, Logged
from wargame.engine.evolve import replay
from wargame.engine.refusals import Refused
from wargame.engine.rewinds import effective
from wargame.engine.scenario import Field, Need, Phase
from wargame.engine.sight import viewer_of
from wargame.engine.world import World

STORES = ("pc.N", "pc.S")
THEIR_ARMY = Need(formula("army.N < 41 if actor == 'S' else army.S < 41"), template("their army is too strong"))
WARY = tiny(
    orders={
        **ORDERS,
        "talk": replace(ORDERS["talk"], needs=(THEIR_ARMY,)),
        "build": replace(
            ORDERS["build"], form=(Field("amount", "Amount", "number", low=formula("0"), high=formula("army.S / 8")),)
        ),
    }
)
"""Orders that hang on what a side must estimate: legality could tell the truth."""
SUBMIT = COMMANDS[0]
LEADS = {"N": NORTH, "S": SOUTH, "M": CONTROL}
small = st.integers(0, 11)
commands = st.integers(0, len(COMMANDS) - 1)
players = st.sampled_from((NORTH, ENVOY, SOUTH))


def answer(world: World, seat: str, command: Command, at: float) -> tuple[Event, ...] | str:
    """The events, or the refusal as the asker reads it."""
    try:
        return decide(world, Ask(command, seat, at), DICE)
    except Refused as refused:
        return f"{refused.code}: {refused.text}"


class Engine(RuleBasedStateMachine):
    @initialize(mode=st.sampled_from(("engine", "umpire")), auto=st.booleans(), briefing=st.sampled_from((0.0, 60.0)))
    def start(self, mode: str, auto: bool, briefing: float) -> None:
        self.play = RandomPlay(WARY, mode=mode, auto_advance=auto, seconds={"briefing": briefing})
        self.points: list[tuple[int, World]] = [(len(self.play.log), self.play.world)]
        """Where a command ended: its last log number, and the world there."""
        self.adjusted: set[str] = set()

    # What may happen

    @rule(moves=st.lists(st.tuples(commands, small, small, players), min_size=1, max_size=12))
    def people_ask(self, moves: list[tuple[int, int, int, str]]) -> None:
        for what, which, how, seat in moves:
            command = COMMANDS[what](self.play, which, how)
            self.ask(seat if isinstance(command, c.PlayerCommand) else CONTROL, command)

    @rule(what=commands, which=small, how=small)
    def the_wrong_one_asks(self, what: int, which: int, how: int) -> None:
        command = COMMANDS[what](self.play, which, how)
        if isinstance(command, c.PlayerCommand):
            self.ask((CONTROL, SYSTEM, "nobody")[how % 3], command)
        else:
            said = answer(self.play.world, (NORTH, SOUTH, "nobody")[how % 3], command, self.play.at)
            assert isinstance(said, str)

    @rule(orders=st.lists(st.tuples(small, small), min_size=2, max_size=6), seconds=st.sampled_from((0.0, 61.0, 400.0)))
    def a_turn_is_played(self, orders: list[tuple[int, int]], seconds: float) -> None:
        self.ask(CONTROL, c.Resume())
        self.control_closes("briefing")
        self.leads_order(orders)
        self.play.at += seconds
        self.the_system_acts()
        self.control_closes("planning")
        self.control_decides()
        self.control_closes("feedback")

    @rule(orders=st.lists(st.tuples(small, small), min_size=1, max_size=5))
    def leads_order(self, orders: list[tuple[int, int]]) -> None:
        for which, how in orders:
            command = SUBMIT(self.play, which, how)
            assert isinstance(command, c.SubmitOrder)
            self.ask_elsewhere(LEADS[command.actor], command)
            self.ask(LEADS[command.actor], command)

    @rule(moves=st.lists(st.tuples(commands, small, small, players), min_size=1, max_size=12))
    def a_refusal_tells_nothing(self, moves: list[tuple[int, int, int, str]]) -> None:
        for what, which, how, seat in moves:
            self.ask_elsewhere(seat, COMMANDS[what](self.play, which, how))

    @rule(seconds=st.sampled_from((1.0, 30.0, 61.0, 400.0)))
    def time_passes(self, seconds: float) -> None:
        self.play.at += seconds
        self.the_system_acts()

    @precondition(lambda self: len(self.points) > 3)
    @rule(back=st.integers(0, 20))
    def control_rewinds(self, back: int) -> None:
        before = self.play.world
        place = max(0, len(self.points) - 1 - back)
        seq, then = self.points[place]
        if not self.ask(CONTROL, c.Rewind(seq, self.play.text())):
            return
        del self.points[place + 1 : -1]
        now = self.play.world
        assert now.attempt == before.attempt + 1
        assert now.timer.paused
        same = {"attempt": 0, "last_at": 0.0, "timer": then.timer, "texts": {}, "rewinds": {}}
        assert replace(now, **same) == replace(then, **same)  # type: ignore[arg-type]  # fields of the world

    # How it happens

    def control_closes(self, phase: Phase) -> None:
        self.ask(CONTROL, c.ClosePhase(self.play.world.timer.turn, phase))
        self.the_system_acts()

    def control_decides(self) -> None:
        for _ in range(12):
            for ruling in sorted(self.play.world.proposed):
                self.ask(CONTROL, c.AcceptRuling(ruling))
            for order in [o.id for o in self.play.world.orders.values() if o.kind == "free"]:
                self.ask(CONTROL, c.RuleFreeOrder(order, self.play.text(), (("tension", 1.0),), odds=0.5))
            self.the_system_acts()

    def the_system_acts(self) -> None:
        for _ in range(12):
            asks = due(self.play.world, self.play.at)
            if not asks:
                return
            assert self.ask(asks[0].seat, asks[0].command), f"what is due was refused: {asks[0].command}"

    def ask(self, seat: str, command: Command) -> bool:
        """Ask twice, carry out once; whether it was done."""
        first = answer(self.play.world, seat, command, self.play.at)
        assert first == answer(self.play.world, seat, command, self.play.at)
        if isinstance(first, str):
            assert first.endswith(".")
            return False
        assert first or isinstance(command, c.ChangeSeat)  # it may be so already
        assert not any(entry.startswith("actor:") for event in first for entry in event.audience)
        if isinstance(command, c.AdjustVariable | c.AmendRuling):
            self.adjusted |= {change.path for event in first for change in changed(event)}
        self.play.ask(seat, command)
        self.points.append((len(self.play.log), self.play.world))
        self.stores_hold_what_was_paid_and_reserved()
        self.the_clock_makes_sense()
        return True

    def ask_elsewhere(self, seat: str, command: Command) -> None:
        """What the asker may not see changes neither whether it is refused nor the words."""
        world, viewer = self.play.world, viewer_of(self.play.world, seat)
        said = answer(world, seat, command, self.play.at)
        other = answer(others_estimates(hidden_values(world, viewer), viewer), seat, command, self.play.at)
        assert said == other if isinstance(said, str) else not isinstance(other, str)

    # What must be true

    @precondition(lambda self: hasattr(self, "play"))
    @invariant()
    def the_log_is_the_truth(self) -> None:
        assert replay(self.play.lobby, self.play.log) == self.play.world

    def stores_hold_what_was_paid_and_reserved(self) -> None:
        world = self.play.world
        for path in STORES:
            left = float(world.state[path])
            assert left >= 0
            if path not in self.adjusted:
                reserved = sum(o.cost.get(path, 0.0) for o in world.orders.values() if o.status == "submitted")
                assert left >= reserved
                assert round(left + paid(world, path) - gained(self.play.log, path), 6) == 3

    def the_clock_makes_sense(self) -> None:
        world, timer = self.play.world, self.play.world.timer
        assert 1 <= timer.turn <= len(world.clock.turns)
        assert world.month_begun <= timer.month <= world.month_begun + world.months
        assert timer.ends_at is None or timer.phase != "adjudication"
        assert (timer.remaining is None) or timer.paused
        assert timer.opened_at + timer.paused_for <= (timer.paused_at if timer.paused else self.play.at)
        assert world.last_at <= self.play.at
        assert not world.proposed or timer.phase == "adjudication"
        again = due_next(world)
        assert again is None or again > self.play.at or due(world, self.play.at)


def changed(event: Event) -> tuple[c.Change, ...]:
    """What an event of control's hand sets."""
    if isinstance(event, e.VariableAdjusted):
        return (c.Change(event.path, event.before, event.after),)
    return event.ticket.changes if isinstance(event, e.RulingIssued) else ()


def paid(world: World, path: str) -> float:
    """What the rulings on orders cost."""
    return sum(o.cost.get(path, 0.0) for o in world.orders.values() if o.status == "ruled")


def gained(log: list[Logged], path: str) -> float:
    """What the drifts of capital brought."""
    return sum(
        float(change.after) - float(change.before)
        for entry in effective(log)
        if isinstance(entry.event, e.RulingIssued) and entry.event.ticket.kind == "drift"
        for change in entry.event.ticket.changes
        if change.path == path
    )


TestEngine = Engine.TestCase
TestEngine.settings = settings(max_examples=100, stateful_step_count=20, deadline=None, derandomize=True)
