"""From keys to line and column: where in the author's files a place stands."""

from collections.abc import Mapping
from typing import Literal

from wargame.exercises.packs.problems import Place, Problem
from wargame.exercises.packs.reading import Node

Trees = Mapping[str, Node]
"""The files of a pack that are YAML, by name."""


def node_at(trees: Trees, place: Place) -> tuple[Node, bool]:
    """The value at a place, or the nearest above it; and whether it was found.

    A single word may stand where a list is wanted: then it is the list's first entry.
    """
    node = trees[place.file]
    for key in place.path:
        below = node.child(key)
        if below is None:
            return node, key == 0 and not isinstance(node.value, dict | list)
        node = below
    return node, True


def problem_at(
    trees: Trees,
    place: Place,
    message: str,
    severity: Literal["error", "warning"] = "error",
    *,
    column: int = 0,
    at_key: bool = False,
) -> Problem:
    """A problem with the place's line and column.

    A text or number is pointed at itself, and at its `column` (from 1) where that can be counted; whatever has parts,
    or is missing, at its key.
    """
    if place.file not in trees:
        return Problem(place.file, 1, 1, place.dotted, message, severity)
    node, found = node_at(trees, place)
    if at_key or not found or isinstance(node.value, dict | list):
        return Problem(place.file, node.key_line, node.key_column, place.dotted, message, severity)
    shift = 0
    if column and node.lines == 1 and node.style in ("", "'", '"'):
        shift = column - 1 + (1 if node.style else 0)
    return Problem(place.file, node.line, node.column + shift, place.dotted, message, severity)
