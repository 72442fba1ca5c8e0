"""Events as JSON: strict both ways, one way to write each."""

import json
import math
from typing import Any

import pytest

from wargame.engine.commands import NO_TEXT, Change, Setup
from wargame.engine.events import EVENTS, CardDealt, OrderSubmitted, RulingIssued
from wargame.engine.tickets import Decision, OutcomeShare, Ticket
from wargame.exercises.codec import CodecError, canonical, codec

ORDER = OrderSubmitted(
    ("team:north",), "o1", "talk", "N", "north.chief", 1, {"a": 1, "b": True, "c": 0.1}, {"pc.N": 1}, *[NO_TEXT] * 3
)


def again(value: Any) -> Any:
    cls: Any = type(value)
    kind = codec(cls)
    return kind.load(json.loads(canonical(kind.dump(value))))


def test_every_event_has_a_codec() -> None:
    kinds: Any = EVENTS.values()
    for kind in kinds:
        codec(kind)


def test_what_is_written_is_read() -> None:
    assert again(ORDER) == ORDER
    decision = Decision("amended", 3.5)
    ticket = Ticket(
        "t", "order", "o1", "talk", 1, "Talk", 1, 1, "N", ("all",), "done", "Done.",
        (OutcomeShare("done", "Done", None),), changes=(Change("tension", 1, 2.5),), decision=decision,
    )  # fmt: skip
    assert again(RulingIssued(("all",), ticket)) == RulingIssued(("all",), ticket)
    setup = Setup("c", "s", "r", "t", "engine", seconds={"planning": 60})
    assert again(setup) == setup


def test_keys_are_sorted_and_numbers_rounded() -> None:
    assert canonical(codec(Change).dump(Change("p", 0.1 + 0.2, 1 / 3))) == (
        '{"after":0.333333,"before":0.3,"path":"p"}'
    )


def test_kinds_of_values_are_kept_apart() -> None:
    assert [type(v) for v in again(ORDER).form.values()] == [int, bool, float]
    assert type(again(ORDER).cost["pc.N"]) is float


def test_there_is_one_zero() -> None:
    assert math.copysign(1, again(Change("p", -0.0, -1e-9)).before) == 1
    assert math.copysign(1, again(Change("p", -0.0, -1e-9)).after) == 1


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf])
def test_what_is_no_number_is_not_written(number: float) -> None:
    with pytest.raises(ValueError):
        canonical(codec(Change).dump(Change("p", number, 1)))


def test_a_wrong_value_is_named_by_its_path() -> None:
    plain = codec(OrderSubmitted).dump(ORDER)
    plain["cost"]["pc.N"] = "much"
    with pytest.raises(CodecError, match=r"\.cost\.pc\.N: a number was expected, not str"):
        codec(OrderSubmitted).load(plain)


@pytest.mark.parametrize(
    "wrong",
    [
        {"turn": True},
        {"turn": 1.0},
        {"form": []},
        {"audience": "all"},
        {"audience": ["all", 3]},
        {"form": {"a": None}},
        {"surprise": 1},
    ],
)
def test_another_shape_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(CodecError):
        codec(OrderSubmitted).load({**codec(OrderSubmitted).dump(ORDER), **wrong})


def test_a_missing_field_takes_its_default_or_is_refused() -> None:
    plain = codec(Ticket).dump(again_ticket())
    del plain["draw"]
    assert codec(Ticket).load(plain).draw is None
    del plain["outcome"]
    with pytest.raises(CodecError, match="outcome"):
        codec(Ticket).load(plain)


def again_ticket() -> Ticket:
    return Ticket("t", "rule", "r", "r", 1, "R", 1, 1, "", ("all",), "x", "X.", (), draw=0.5)


def test_only_the_very_class_is_written() -> None:
    with pytest.raises(CodecError):
        codec(OrderSubmitted).dump(CardDealt(("all",), "d", "p", 1))


def test_a_type_without_a_codec_is_known_at_once() -> None:
    with pytest.raises(TypeError):
        codec(bytes)
    with pytest.raises(TypeError):
        codec(int | Change)
