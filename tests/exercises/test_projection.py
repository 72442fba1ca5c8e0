"""The state tables: what differs is written, and a scenario's names are enough to fill pledges and the backstop."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.engine.builders import SETUP, tiny
from tests.exercises.acting import NORTH, SOUTH, done, send, world
from wargame.engine import commands as c
from wargame.engine.commands import CONTROL_SEAT
from wargame.engine.evolve import start
from wargame.engine.scenario import ALL, JUDGEMENT, Audience, Variable
from wargame.engine.world import World
from wargame.exercises import models, projection
from wargame.exercises.models import Exercise
from wargame.exercises.texts import Texts


def variable(path: str, value: float, see: Audience = ALL, member: str = "") -> Variable:
    group = path.partition(".")[0]
    return Variable(path, group, path, "number", {"spring": value}, see, JUDGEMENT, member=member)


@pytest.fixture
def force() -> World:
    """A world with a coalition's variables."""
    added = (
        variable("pledge.N", 3, member="N"),
        variable("pledge.S", 0, member="S"),
        variable("deployed.N", 1, member="N"),
        variable("us_offer.level", 2),
        variable("us_offer.written", 0),
        variable("us_true", 1, see=("seat:south.chief",)),
    )
    scenario = tiny()
    return start(replace(scenario, variables={**scenario.variables, **{v.path: v for v in added}}), SETUP)


def test_the_lobby_has_the_start_cards_state(lobby: Exercise) -> None:
    now = world(lobby)
    rows = {row.key: row.value for row in models.Variable.objects.filter(exercise=lobby)}
    assert rows == dict(now.state)
    assert not models.Variable.objects.get(exercise=lobby, key="will").public
    assert set(models.Actor.objects.values_list("key", "team")) == {("N", "north"), ("S", "south"), ("M", "")}
    assert models.RedLine.objects.get().condition == "tension >= 8"


def test_a_pledge_is_named_so(lobby: Exercise, force: World) -> None:
    projection.rebuild(lobby.id, force)
    found = set(models.Pledge.objects.values_list("key", "promised", "deployed", "withdrawn"))
    assert found == {("N", 3, 1, 0), ("S", 0, 0, 0)}
    backstop = models.Backstop.objects.get()
    assert (backstop.key, backstop.declared, backstop.true) == ("us", 2, 1)
    assert (backstop.conditions, backstop.decides) == ('{"written":0}', "seat:south.chief")
    moved = replace(force, state={**force.state, "deployed.N": 2.5})
    projection.project(lobby.id, force, moved)
    assert models.Pledge.objects.get(key="N").deployed == 2.5
    assert projection.differences(lobby.id, moved) == []


def test_what_a_command_changes_is_written_with_it(running: Exercise) -> None:
    texts = Texts()
    done(running, CONTROL_SEAT, c.AdjustVariable("tension", 6.5, texts.add("Typed wrong")), texts=texts)
    assert models.Variable.objects.get(exercise=running, key="tension").value == 6.5


def test_an_agreement_comes_and_a_rewind_takes_it(running: Exercise) -> None:
    point = running.head_seq
    done(running, NORTH, c.ProposeAgreement("a1", "truce", ("N", "S"), {"aid": 2, "inspections": True}))
    row = models.Agreement.objects.get()
    assert (row.key, row.template, row.parties, row.version) == ("a1", "truce", ["N", "S"], 1)
    assert row.terms == {"aid": 2, "inspections": True}
    text_hash = world(running).agreements["a1"].text_hash
    done(running, SOUTH, c.SignAgreement("a1", "S", text_hash))
    row.refresh_from_db()
    assert row.signed["S"] == text_hash
    texts = Texts()
    done(running, CONTROL_SEAT, c.Rewind(point, texts.add("Again")), texts=texts)
    assert not models.Agreement.objects.exists()


def test_what_did_not_change_is_not_written(running: Exercise) -> None:
    send(running, "d1")
    before = world(running)
    with CaptureQueriesContext(connection) as queries:
        projection.project(running.id, before, replace(before, dispatches={}))
        projection.project(running.id, before, replace(before, state=dict(before.state)))
    assert len(queries) == 0
