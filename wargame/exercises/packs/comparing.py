"""What one version of a pack changes against another, in sentences for people who play it.

The scenarios are compared as built, field by field, so that a new key of packs is told without a line here: moving a
line in a file is no change, and a formula is the text that its author wrote.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, Literal

from wargame.engine.formula import Formula, PathTemplate, Template
from wargame.engine.scenario import Effect, Need, Scenario
from wargame.exercises.book.words import effect

KINDS: Mapping[str, str] = {
    "clocks": "Clock",
    "start_cards": "Start card",
    "rule_cards": "Rule card",
    "treatments": "Treatment",
    "team_sets": "Team set",
    "actors": "Actor",
    "sets": "Set",
    "variables": "Value",
    "derived": "Derived value",
    "orders": "Order",
    "rules": "Rule",
    "red_lines": "Red line",
    "injects": "Inject",
    "agreements": "Agreement",
    "decks": "Secret deck",
    "objectives": "Objective",
    "hot_wash": "Hot-wash question",
    "scores": "Score",
    "plans": "Plan",
    "measures": "Measure",
    "sources": "Source",
    "facts": "Fact",
}
"""Fields of a scenario that hold many of one kind, and what one of them is called."""

PLAIN: Mapping[str, str] = {
    "by": "given by",
    "see": "seen by",
    "needs": "requirements",
    "form": "form fields",
    "start": "at the start",
    "low": "lowest",
    "high": "highest",
    "p": "chance",
    "to": "goes to",
    "when": "only when",
    "after": "months until it acts",
    "once": "once a turn only",
    "key": "shown first",
    "each": "runs each",
    "over": "runs for each of",
    "args": "parameters",
}
"""Words for fields whose own name says too little."""

UNTOLD = frozenset({"pack_hash", "rules_hash", "version", "id", "group", "path"})
"""Fields that follow from others, or name the thing itself."""
SILENT = frozenset({"resolution"})
"""Fields that say nothing about where in a thing we are."""
LONGEST = 90
"""Characters of a text that are told; of a longer one, only that it was reworded."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One sentence about one thing."""

    kind: str
    """`Order`, `Inject` … or `Scenario`."""
    what: str
    """Its title, or its id if it has none."""
    change: Literal["added", "removed", "changed"]
    text: str = ""
    """What is different about it; empty if it was added or removed whole."""

    def __str__(self) -> str:
        name = f"{self.kind} “{self.what}”"
        return f"{name}: {self.text}." if self.text else f"{name} was {self.change}."


def differences(old: Scenario, new: Scenario) -> list[Difference]:
    """Everything that differs, in the order of the pack's own parts."""
    words = Words(_names(old) | _names(new))
    found = [Difference("Scenario", new.title, "changed", text) for text in words.told(_whole(old), _whole(new))]
    for name, kind in KINDS.items():
        found += _of_kind(words, kind, _by_id(getattr(old, name)), _by_id(getattr(new, name)))
    return found


def _whole(scenario: Scenario) -> dict[str, Any]:
    """What belongs to the scenario itself."""
    return {field.name: getattr(scenario, field.name) for field in fields(scenario) if field.name not in KINDS}


def _names(scenario: Scenario) -> dict[str, str]:
    """What ids are called."""
    groups = {variable.group: variable.name for variable in scenario.variables.values()}
    return groups | {actor.id: actor.name for actor in scenario.actors.values()}


def _of_kind(words: "Words", kind: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Difference]:
    for id in _keys(old, new):
        title = words.title(id, new.get(id, old.get(id)))
        if id not in new:
            yield Difference(kind, title, "removed")
        elif id not in old:
            yield Difference(kind, title, "added")
        else:
            for text in words.told(old[id], new[id]):
                yield Difference(kind, title, "changed", text)


@dataclass(frozen=True, slots=True)
class Words:
    """Puts differences into words, with the names that the packs give to ids."""

    names: Mapping[str, str]

    def told(self, old: Any, new: Any, where: str = "") -> Iterator[str]:
        """One sentence for each difference, without its full stop."""
        if old == new and type(old) is type(new):
            return
        if _parted(old) and type(old) is type(new):
            old, new = _fields(old), _fields(new)
        elif isinstance(old, tuple) and isinstance(new, tuple):
            if not any(map(_parted, old + new)):
                yield self._of_list(old, new, where)
                return
            old, new = _by_id(old), _by_id(new)
        if isinstance(old, Mapping) and isinstance(new, Mapping):
            yield from self._of_map(old, new, where)
        else:
            yield self._of_value(old, new, where)

    def _of_map(self, old: Mapping[str, Any], new: Mapping[str, Any], where: str) -> Iterator[str]:
        for key in _keys(old, new):
            place = where if key in SILENT else f"{where}, {self._plain(key)}".removeprefix(", ")
            if key not in new:
                yield f"{place} is gone"
            elif key not in old:
                yield f"{place} is new: {self._cut(new[key])}"
            elif key not in UNTOLD:
                yield from self.told(old[key], new[key], place)

    def _of_list(self, old: tuple[Any, ...], new: tuple[Any, ...], where: str) -> str:
        gained = [self._cut(item) for item in new if item not in old]
        lost = [self._cut(item) for item in old if item not in new]
        parts = [f"now also {', '.join(gained)}"] * bool(gained) + [f"no longer {', '.join(lost)}"] * bool(lost)
        return f"{where or 'members'}: {'; '.join(parts) or 'in another order'}"

    def _of_value(self, old: Any, new: Any, where: str) -> str:
        before, after = self.say(old), self.say(new)
        if max(len(before), len(after)) > LONGEST:
            return f"{where or 'text'} was reworded"
        return f"{where or 'text'} was {before}, now {after}"

    def say(self, value: Any) -> str:
        """A value in words."""
        match value:
            case Formula() | Template() | PathTemplate():
                return str(value.source)
            case Effect():
                return effect(value)
            case Need():
                return f"{value.why.source} ({value.expr.source})"
            case bool():
                return "yes" if value else "no"
            case None | "" | ():
                return "nothing"
            case float():
                return f"{value:g}"
            case tuple():
                return ", ".join(self._named(item) for item in value)
            case Mapping():
                return ", ".join(f"{self._plain(str(key))} {self.say(item)}" for key, item in value.items())
        return self.title("", value) if is_dataclass(value) else str(value)

    def title(self, id: str, thing: Any) -> str:
        """What a thing is called; its id if it has no title."""
        named = (getattr(thing, name, "") for name in ("title", "name", "headline", "label", "id"))
        return next((self.say(name) for name in named if name), id)

    def _plain(self, key: str) -> str:
        return PLAIN.get(key) or self.names.get(key) or key.replace("_", " ")

    def _named(self, value: Any) -> str:
        return self.names[value] if isinstance(value, str) and value in self.names else self.say(value)

    def _cut(self, value: Any) -> str:
        text = self._named(value)
        return f"“{text}”" if len(text) <= LONGEST else f"“{text[:LONGEST].rstrip()}…”"


# What things are


def _parted(thing: Any) -> bool:
    """Whether it is told part by part."""
    return is_dataclass(thing) and not isinstance(thing, (Formula, Template, PathTemplate, Effect, Need))


def _fields(thing: Any) -> dict[str, Any]:
    return {field.name: getattr(thing, field.name) for field in fields(thing)}


def _by_id(many: Any) -> Mapping[str, Any]:
    """By id; what has none, by its title or place."""
    if isinstance(many, Mapping):
        return many
    return {str(getattr(one, "id", "") or getattr(one, "title", "") or n): one for n, one in enumerate(many, start=1)}


def _keys(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[str]:
    return [*old, *(key for key in new if key not in old)]
