"""Random play over the tiny scenario: legal and illegal commands by everybody, for tests of what must always hold."""

from collections.abc import Callable, Iterator

from hypothesis import strategies as st

from tests.engine.play import CONTROL, ENVOY, NORTH, SOUTH, Play
from wargame.engine import commands as c
from wargame.engine.commands import Command, TextRef
from wargame.engine.due import due
from wargame.engine.events import Event
from wargame.engine.evolve import evolve
from wargame.engine.formula import Value
from wargame.engine.refusals import Refused
from wargame.engine.world import World

SEATS = (NORTH, ENVOY, SOUTH)
ASKERS = (*SEATS, CONTROL)
AUDIENCES = (("all",), ("team:north",), ("team:south",), ("seat:north.envoy",), ("team:north", "team:south"))

Numbers = tuple[int, int, int]
Step = tuple[World, Event, World]
"""The world before, the event, the world after."""


class RandomPlay(Play):
    """A game whose moves are numbers: what to do, by whom or about what, and how."""

    made = 0

    def fresh(self, kind: str) -> str:
        self.made += 1
        return f"{kind}{self.made}"

    def text(self) -> TextRef:
        return TextRef(self.fresh("text"))

    def steps(self, seat: str, command: Command) -> Iterator[Step]:
        before = self.world
        try:
            events = self.ask(seat, command)
        except Refused:
            return
        for event in events:
            self.world = evolve(before, event, self.at)
            yield before, event, self.world
            before = self.world

    def move(self, numbers: Numbers) -> Iterator[Step]:
        """One person's command, and then what the system does by itself."""
        what, which, how = numbers
        self.at += 1 + 6 * how
        command = COMMANDS[what % len(COMMANDS)](self, which, how)
        by_player = isinstance(command, c.PlayerCommand)
        yield from self.steps(ASKERS[which % len(ASKERS)] if by_player else CONTROL, command)
        while asked := due(self.world, self.at)[:1]:
            yield from self.steps(asked[0].seat, asked[0].command)


def _pick(items: object, n: int) -> str:
    known = list(items) or ["nothing"]  # type: ignore[call-overload]  # any mapping or sequence of ids
    return str(known[n % len(known)])


def _submit(play: RandomPlay, which: int, how: int) -> Command:
    kind = ("talk", "probe", "build", "free")[how % 4]
    forms: dict[str, dict[str, Value]] = {"probe": {"strength": how % 4}, "build": {"amount": how}}
    actor = "NNSM"[which % 4]
    return c.SubmitOrder(play.fresh("order"), kind, actor, forms.get(kind, {}), play.text(), play.text(), play.text())


def _propose(play: RandomPlay, which: int, how: int) -> Command:
    return c.ProposeAgreement(play.fresh("truce"), "truce", ("N", "S"), {"aid": how % 5}, play.text())


def _sign(play: RandomPlay, which: int, how: int) -> Command:
    agreement = _pick(play.world.agreements, how)
    text = play.world.agreements.get(agreement)
    return c.SignAgreement(agreement, "NNSM"[which % 4], text.text_hash if text else "")


COMMANDS: tuple[Callable[[RandomPlay, int, int], Command], ...] = (
    _submit,
    lambda p, w, h: c.ClosePhase(p.world.timer.turn, p.world.timer.phase),
    _propose,
    _sign,
    lambda p, w, h: c.SendDispatch(
        p.fresh("dispatch"), (("team:south",), ("team:north",), ("control",))[w % 3], p.text(), p.text()
    ),
    _submit,
    lambda p, w, h: c.AnswerInject(_pick(p.world.injects, w), ("yes", "no", "")[h % 3], p.text()),
    lambda p, w, h: c.FireInject(_pick(p.world.injects, w)),
    lambda p, w, h: c.CallControl(p.fresh("call"), p.text()),
    lambda p, w, h: c.ImproviseInject(
        p.fresh("inject"), AUDIENCES[w % len(AUDIENCES)], "flash", p.text(), p.text(), h % 2 == 0
    ),
    lambda p, w, h: c.AcceptRuling(_pick(p.world.proposed, w)),
    lambda p, w, h: c.RuleFreeOrder(
        _pick(p.world.orders, w), p.text(), (("tension", 1.0),), (("will", 60.0),), odds=0.5
    ),
    _submit,
    lambda p, w, h: c.WithdrawOrder(_pick(p.world.orders, h)),
    lambda p, w, h: c.ReturnOrder(_pick(p.world.orders, w), p.text()),
    lambda p, w, h: c.AdjustVariable(_pick(p.world.state, w), h, p.text()),
    lambda p, w, h: c.Extend(p.world.timer.turn, p.world.timer.phase, 60.0, ("", "north")[w % 2]),
    lambda p, w, h: c.ReviseAgreement(_pick(p.world.agreements, h), {"aid": h % 4}, p.text()),
    lambda p, w, h: c.EndAgreement(_pick(p.world.agreements, h), "NNSM"[w % 4], p.text()),
    lambda p, w, h: c.AnswerCall(_pick(p.world.calls, w), p.text()),
    lambda p, w, h: c.HoldInject(_pick(p.world.injects, w)),
    lambda p, w, h: c.RecordObservation(p.fresh("note"), "lo1", p.text(), "north"),
    lambda p, w, h: c.AmendRuling(_pick(p.world.rulings, w), (("tension", 2.0),), p.text()),
    lambda p, w, h: c.OverrideRuling(_pick(p.world.proposed, w), ("found", "missed", "done")[h % 3], p.text()),
    lambda p, w, h: c.Pause() if h % 2 else c.Resume(),
    lambda p, w, h: c.Resume(),
    lambda p, w, h: c.SkipInject(_pick(p.world.injects, w)),
    lambda p, w, h: c.RearmInject(_pick(p.world.injects, w)),
    lambda p, w, h: c.MoveInject(_pick(p.world.injects, w), 1 + h % 3, "planning", 30.0 * w, p.text()),
    lambda p, w, h: c.ChangeSeat(SEATS[w % 3], "taken"),
    lambda p, w, h: c.AnswerHotWash("surprise", p.text()),
    lambda p, w, h: c.AnswerHotWash("surprise", p.text()) if p.world.status == "ended" else _submit(p, w, h),
    lambda p, w, h: c.WithdrawOrder(_pick(p.world.orders, -1)),
    lambda p, w, h: c.EndExercise(p.text(), "5eed", "1234") if h == 0 else c.Resume(),
)


def games() -> st.SearchStrategy[tuple[dict[str, object], list[Numbers]]]:
    """Set-up and moves."""
    setup = st.fixed_dictionaries(
        {"mode": st.sampled_from(("engine", "umpire")), "show_readiness": st.booleans(), "auto_advance": st.booleans()}
    )
    number = st.integers(0, 11)
    move = st.tuples(st.integers(0, len(COMMANDS) - 1), number, number)
    return st.tuples(setup, st.lists(move, min_size=20, max_size=80))
