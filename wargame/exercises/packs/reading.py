"""YAML 1.2 to a plain tree that remembers where each key and value stands.

Only what an author needs: text, numbers, true and false, lists and mappings with one value a key. The parser's events
are taken one by one, so that depth, size and the growth by aliases are capped before anything is expanded.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, NoReturn

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from ruamel.yaml.reader import ReaderError

from wargame.exercises.packs.problems import Key, PackError, Place, Problem
from wargame.exercises.packs.yaml_words import yaml_words

FOLD = "\a"
"""The round-trip scanner leaves this where a folded text had a line break."""
MAX_DEPTH = 30
MAX_NODES = 100_000
"""Values in one file, each alias counted at its full size."""
MAX_TEXT = 20_000

NOTHING = "nothing stands here; write a value or take the key away"
CUT = "a comma or bracket inside {…} cut this off; put the whole text or formula in quotes, and write .6 for 0,6"

# The core schema of YAML 1.2: NO is a country, 1_000 and 2025-01-01 are text.
_NOTHING = ("", "~", "null", "Null", "NULL")
_FLAGS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_WHOLE = re.compile(r"[-+]?[0-9]{1,18}")
_NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?")
_NO_NUMBER = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")


@dataclass(frozen=True, slots=True)
class Node:
    """A value and where it stands. Lines and columns count from 1."""

    value: "Key | list[Node] | dict[Key, Node]"
    line: int
    column: int
    key_line: int
    """Of the key that holds it; its own in a list."""
    key_column: int
    style: str = ""
    """How a text is written: plain, `'`, `"`, `|` or `>`."""
    lines: int = 1
    size: int = 1
    """Values in it, itself included."""

    def plain(self) -> Any:
        """The value as lists, dicts and scalars."""
        if isinstance(self.value, dict):
            return {key: child.plain() for key, child in self.value.items()}
        if isinstance(self.value, list):
            return [child.plain() for child in self.value]
        return self.value

    def child(self, key: Key) -> "Node | None":
        """What hangs on this key or stands at this position."""
        if isinstance(self.value, dict):
            return self.value.get(key)
        if isinstance(self.value, list) and isinstance(key, int) and 0 <= key < len(self.value):
            return self.value[key]
        return None


def read(name: str, body: bytes) -> Node:
    """The tree of one YAML file. Raises `PackError` with everything that is wrong with it as YAML."""
    reader = _Reader(name)
    try:
        tree = reader.document(body.decode())
    except UnicodeDecodeError as error:
        line = body.count(b"\n", 0, error.start) + 1
        raise PackError([Problem(name, line, 1, "", "this file is not UTF-8 text; save it as UTF-8")]) from error
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise PackError([Problem(name, line, column, "", yaml_words(error.problem or error.context or ""))]) from error
    except ReaderError as error:
        line = body.decode()[: error.position].count("\n") + 1
        raise PackError([Problem(name, line, 1, "", "a character that text may not hold")]) from error
    except YAMLError as error:
        raise PackError([Problem(name, 1, 1, "", f"not YAML: {error}")]) from error
    if reader.problems:
        raise PackError(reader.problems)
    return tree


class _Reader:
    """One pass over the events of one file."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.problems: list[Problem] = []
        self.anchors: dict[str, Node | None] = {}
        self.nodes = 0

    def document(self, text: str) -> Node:
        events = YAML(typ="rt", pure=True).parse(text)
        tree: Node | None = None
        for event in events:
            if isinstance(event, DocumentStartEvent):
                if tree is not None:
                    self.stop(event, Place(self.name), "a second document; one file holds one")
                tree = self.node(next(events), events, Place(self.name))
        if tree is None or not isinstance(tree.value, dict):
            raise PackError([Problem(self.name, 1, 1, "", "this file holds no keys")])
        return tree

    def node(self, event: Event, events: Iterator[Event], place: Place) -> Node:
        """The value that begins with this event."""
        self.count(1, event, place)
        if len(place.path) > MAX_DEPTH:
            self.stop(event, place, f"nested deeper than {MAX_DEPTH} levels")
        if isinstance(event, AliasEvent):
            return self.alias(event, place)
        if not isinstance(event, ScalarEvent | MappingStartEvent | SequenceStartEvent):
            self.stop(event, place, "a value is missing")
        if event.ctag is not None and event.ctag.trval is not None:
            self.problem(event, place, f"a tag ({event.ctag}); write plain values")
        if event.anchor:
            self.anchors[event.anchor] = None  # open: an alias to it from inside would never end
        made = self.value(event, events, place)
        if event.anchor:
            self.anchors[event.anchor] = made
        return made

    def value(
        self, event: ScalarEvent | MappingStartEvent | SequenceStartEvent, events: Iterator[Event], place: Place
    ) -> Node:
        line, column = _start(event)
        if isinstance(event, MappingStartEvent):
            mapping = self.mapping(events, place, bool(event.flow_style))
            size = 1 + sum(child.size for child in mapping.values())
            return Node(mapping, line, column, line, column, size=size)
        if isinstance(event, SequenceStartEvent):
            sequence = self.sequence(events, place)
            return Node(sequence, line, column, line, column, size=1 + sum(child.size for child in sequence))
        lines = event.end_mark.line - event.start_mark.line + 1
        return Node(self.scalar(event, place), line, column, line, column, event.style or "", lines)

    def mapping(self, events: Iterator[Event], place: Place, in_braces: bool) -> dict[Key, Node]:
        found: dict[Key, Node] = {}
        while not isinstance(event := next(events), MappingEndEvent):
            if not isinstance(event, ScalarEvent):
                self.stop(event, place, "a key must be a word or a number")
            key = self.scalar(event, place)
            line, column = _start(event)
            child = self.held(event, next(events), events, place / key, CUT if in_braces else NOTHING)
            if key in found:
                self.problem(event, place / key, f"'{key}' stands here twice; first in line {found[key].key_line}")
            else:
                found[key] = replace(child, key_line=line, key_column=column)
        return found

    def held(self, key: ScalarEvent, event: Event, events: Iterator[Event], place: Place, nothing: str) -> Node:
        """The value of a key. Where nothing is written the parser has no place to show, so the key is shown."""
        if isinstance(event, ScalarEvent) and event.start_mark.index == event.end_mark.index:
            self.problem(key, place, nothing)
            return Node("", *_start(key), *_start(key))
        return self.node(event, events, place)

    def sequence(self, events: Iterator[Event], place: Place) -> list[Node]:
        found: list[Node] = []
        while not isinstance(event := next(events), SequenceEndEvent):
            found.append(self.node(event, events, place / len(found)))
        return found

    def alias(self, event: AliasEvent, place: Place) -> Node:
        if event.anchor not in self.anchors:
            self.stop(event, place, f"nothing is called &{event.anchor} above")
        target = self.anchors[event.anchor]
        if target is None:
            self.stop(event, place, f"*{event.anchor} stands inside itself")
        self.count(target.size, event, place)
        return target

    def scalar(self, event: ScalarEvent, place: Place) -> Key:
        text: str = event.value
        if len(text) > MAX_TEXT:
            self.problem(event, place, f"text longer than {MAX_TEXT:,} characters; long texts are briefs")
        if event.style:
            return text.replace(FOLD, "") if event.style == ">" else text
        if text in _NOTHING:
            self.problem(event, place, NOTHING)
            return ""
        if text in _FLAGS:
            return _FLAGS[text]
        if _WHOLE.fullmatch(text):
            return int(text)
        if _NO_NUMBER.fullmatch(text) or (_NUMBER.fullmatch(text) and not math.isfinite(float(text))):
            self.problem(event, place, f"{text[:20]} is no number to count with")
            return 0
        return float(text) if _NUMBER.fullmatch(text) else text

    def count(self, more: int, event: Event, place: Place) -> None:
        self.nodes += more
        if self.nodes > MAX_NODES:
            self.stop(event, place, f"more than {MAX_NODES:,} values, repeats by alias included")

    def problem(self, event: Event, place: Place, message: str) -> None:
        line, column = _start(event)
        self.problems.append(Problem(self.name, line, column, place.dotted, message))

    def stop(self, event: Event, place: Place, message: str) -> NoReturn:
        self.problem(event, place, message)
        raise PackError(self.problems)


def _start(event: Event) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1
