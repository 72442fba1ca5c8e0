"""What is measured inside one process of the wargame, without sockets. It runs in a process with data of its own."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from itertools import count
from pathlib import Path
from time import perf_counter
from typing import Any

from benchmarks.crowd import PACKS
from benchmarks.grounds import alone
from wargame.bots.runner import OnRecord, play, seed_of
from wargame.bots.table import act_all, close_phase
from wargame.engine.commands import SendDispatch, Setup
from wargame.engine.evolve import replay as replayed
from wargame.exercises import event_log, library, services, worlds
from wargame.exercises.asked import Asked, new_request
from wargame.exercises.texts import Texts
from wargame.exercises.writer import submit
from wargame.reports.build import build
from wargame.reports.record import record_of
from wargame.topology import ROOT

EVENTS = 10_000
AT_ONCE = 500
"""Dispatches that wait for the writer together."""
SEED = 1
CLOSED = 8
"""Phases that bots play before the talk: two turns and more."""


def apart(what: str) -> dict[str, Any]:
    """Run one of the functions below in a process of its own; what it tells."""
    code = f"from benchmarks.apart import tell; tell({what!r})"
    with tempfile.TemporaryDirectory(prefix="wargame-bench-") as folder:
        for command in (["migrate", "--verbosity", "0"], ["shell", "--no-imports", "-c", code]):
            done = subprocess.run(
                [sys.executable, "manage.py", *command],
                cwd=ROOT,
                env=alone(Path(folder)),
                stdout=subprocess.PIPE,
                text=True,
                check=True,
            )
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def tell(what: str) -> None:
    """Print one of these as JSON."""
    measures: dict[str, Callable[[], dict[str, Any]]] = {"replay": replay, "report": report}
    print(json.dumps(measures[what]()))


def replay() -> dict[str, Any]:
    """A log of real turns by bots, then dispatches until it is long enough."""
    pack = _pack()
    exercise = _opened(pack)
    services.start_exercise(exercise, seed=seed_of(SEED))
    game = OnRecord(exercise)
    for _ in range(CLOSED):
        act_all(game, seed_of(SEED))
        close_phase(game)
    dispatches = _talk(exercise)
    worlds.forget(exercise)
    began = perf_counter()
    loaded = worlds.catch_up(exercise)
    took = perf_counter() - began
    log = event_log.read_events(exercise)
    lobby = worlds.lobby(exercise).world
    began = perf_counter()
    replayed(lobby, log)
    evolving = perf_counter() - began
    return {"s": took, "evolve alone s": evolving, "events": loaded.seq, "dispatches": dispatches, "pack": pack}


def report() -> dict[str, Any]:
    """The same report four times: the first also loads what the others find."""
    pack = _pack()
    exercise = _opened(pack)
    play(exercise, SEED)
    took, size = [], 0
    for _ in range(4):
        began = perf_counter()
        size = len(build(record_of(exercise), "control", "pdf"))
        took.append(perf_counter() - began)
    events = worlds.catch_up(exercise).seq
    return {"s": sorted(took[1:])[1], "first s": took[0], "KB": size / 1024, "events": events, "pack": pack}


def _pack() -> str:
    found = library.choices()
    return next(id for id in PACKS if id in found)


def _opened(pack: str) -> str:
    found = library.choices()[pack]
    setup = Setup(
        clock=max(found.clocks.values(), key=lambda clock: len(clock.turns)).id,
        start_card=next(iter(found.start_cards)),
        rule_card=next(iter(found.rule_cards)),
        team_set=next(iter(found.team_sets)),
        mode="engine",
        auto_advance=False,
        practice=True,
    )
    return str(services.open_exercise(pack, "Bench", setup).id)


def _talk(exercise: str) -> int:
    """Dispatches until the log has its length; how many."""
    team = worlds.catch_up(exercise).world.teams[0]
    ids = count()
    while (short := EVENTS - worlds.catch_up(exercise).seq) > 0:
        waiting = [
            submit(exercise, _dispatch(team.seats[0].id, f"team:{team.id}", next(ids)))
            for _ in range(min(short, AT_ONCE))
        ]
        for one in waiting:
            one.result()
    return next(ids)


def _dispatch(seat: str, to: str, n: int) -> Asked:
    texts = Texts()
    command = SendDispatch(f"{n:016x}", (to,), texts.add("Line"), texts.add(f"We have seen it: {n}."))
    return Asked(seat, new_request(), command, texts)
