"""Frozen classes that cost little to make are the standard library's in all that anybody sees."""

import dataclasses
from dataclasses import field

import pytest

from wargame.engine.frozen import dataclass, replace


@dataclass(frozen=True, slots=True)
class Point:
    x: int
    y: int = 0
    marks: tuple[str, ...] = field(default_factory=tuple)


def test_equal_by_fields_and_hashed_by_them() -> None:
    assert Point(1) == Point(1, 0, ()) != Point(2)
    assert len({Point(1), Point(1, 0), Point(2)}) == 2
    assert dataclasses.asdict(Point(1)) == {"x": 1, "y": 0, "marks": ()}


def test_replace_makes_another_and_leaves_the_first() -> None:
    first = Point(1, 2, ("a",))
    second = replace(first, y=3)
    assert (first, second) == (Point(1, 2, ("a",)), Point(1, 3, ("a",)))
    assert second == dataclasses.replace(first, y=3)


def test_replace_knows_no_other_field() -> None:
    with pytest.raises(KeyError):
        replace(Point(1), z=3)  # type: ignore[call-arg]


def test_mypy_holds_that_nobody_writes() -> None:
    point = Point(1)
    point.x = 2  # type: ignore[misc]  # an unused ignore is an error: so this line proves that mypy refuses it
    with pytest.raises(AttributeError):
        point.z = 2  # type: ignore[attr-defined]
