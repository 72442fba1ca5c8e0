"""What a pack's words mean: sets, actors, audiences, and the vocabulary of its formulas."""

import keyword
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from wargame.engine.scenario import ALL, CONTROL, Audience
from wargame.engine.vocabulary import AGGREGATES, FUNCTIONS, Kind, Vocabulary
from wargame.exercises.packs.problems import did_you_mean
from wargame.exercises.packs.shapes.scenario import ScenarioFile
from wargame.exercises.packs.shapes.state import StateFile, VariableShape

EVERY_ACTOR = "actors"
"""The set that every pack has."""

TIME: Mapping[str, Kind] = {"turn": "number", "month": "number", "months": "number"}
_TAKEN = {*FUNCTIONS, *AGGREGATES, *TIME, "actor", "form", "clause", "draw", "total", "k", "true", "false"}
_PARTIES = {f"party{n}" for n in range(1, 10)}


class NamesNobody(Exception):
    """An audience or list of actors with an entry that stands for nobody."""

    def __init__(self, word: str, message: str) -> None:
        super().__init__(message)
        self.word = word


@dataclass(frozen=True)
class Names:
    """The words of one pack."""

    actors: tuple[str, ...]
    sets: Mapping[str, tuple[str, ...]]
    seats: frozenset[str]
    """Of all team sets, as `team.office`."""
    teams: frozenset[str]
    state: Vocabulary
    """Variables alone: what can be written."""
    everything: Vocabulary
    """Variables, derived values, constants and time: what can be read."""

    def free(self, word: str) -> bool:
        """Whether a place may use this word as a name of its own."""
        taken = word in self.everything.words() or word in _TAKEN or keyword.iskeyword(word)
        return word.isidentifier() and not taken

    def actors_of(self, names: Iterable[str]) -> tuple[str, ...]:
        """Actors and sets of actors as actors, each once."""
        return tuple(dict.fromkeys(actor for name in names for actor in self._actors(name)))

    def audience(self, words: Iterable[str], extra: Mapping[str, str] | None = None) -> Audience:
        """The engine's audience. `extra` are the words that this one place adds, such as `owner`.

        Raises `NamesNobody`.
        """
        found = tuple(dict.fromkeys(entry for word in words for entry in self._entries(word, extra or {})))
        if "all" in found:
            return ALL
        return tuple(entry for entry in found if entry != "control") or CONTROL

    def _actors(self, name: str) -> tuple[str, ...]:
        if name in self.actors:
            return (name,)
        members = self.sets.get(name, ())
        if not members or not set(members) <= set(self.actors):
            raise NamesNobody(name, f"'{name}' is no actor{did_you_mean(name, (*self.actors, *self.sets))}")
        return members

    def _entries(self, word: str, extra: Mapping[str, str]) -> Iterator[str]:
        kind, colon, name = word.partition(":")
        if word in ("all", "control"):
            yield word
        elif word in extra:
            yield extra[word]
        elif word in self.actors or word in self.sets:
            yield from (f"actor:{actor}" for actor in self._actors(word))
        elif colon and name in {"team": self.teams, "seat": self.seats}.get(kind, ()):
            yield word
        else:
            near = did_you_mean(word, self._audiences(extra))
            raise NamesNobody(word, f"this audience names nobody: '{word}'{near}")

    def _audiences(self, extra: Mapping[str, str]) -> Iterator[str]:
        yield from ("all", "control", *extra, *self.actors, *self.sets)
        yield from (f"team:{team}" for team in self.teams)
        yield from (f"seat:{seat}" for seat in self.seats)


def names_of(scenario: ScenarioFile, state: StateFile) -> Names:
    """Collect them; what clashes is found by `clashes`."""
    actors = tuple(scenario.actors)
    sets = {name: _expanded(members, scenario.sets) for name, members in scenario.sets.items()} | {EVERY_ACTOR: actors}
    teams = [(team_id, team) for one in scenario.team_sets.values() for team_id, team in one.teams.items()]
    variables = {path: kind for id, shape in state.variables.items() for path, kind in _paths(id, shape, sets)}
    derived: dict[str, Kind] = {
        path: "number" for id, one in state.derived.items() for path in spread(id, one.over, sets)
    }
    tables = [scenario.constants, *(card.constants for card in scenario.rule_cards.values())]
    constants: dict[str, Kind] = {f"k.{name}": "number" for table in tables for name in flat(table)}
    return Names(
        actors,
        sets,
        frozenset(f"{team_id}.{office}" for team_id, team in teams for office in team.seats),
        frozenset(team_id for team_id, _ in teams),
        Vocabulary(variables, sets, TIME),
        Vocabulary({**variables, **derived, **constants}, sets, TIME),
    )


def flat(constants: Mapping[str, float | Mapping[str, float]]) -> dict[str, float]:
    """Constants by path: `storms`, and `offer.UK` for a table."""
    found: dict[str, float] = {}
    for name, value in constants.items():
        found |= {f"{name}.{key}": one for key, one in value.items()} if isinstance(value, Mapping) else {name: value}
    return found


def spread(id: str, over: str, sets: Mapping[str, tuple[str, ...]]) -> list[str]:
    """The paths of a value: itself, or one for each member of its set."""
    return [f"{id}.{member}" for member in sets.get(over, ())] if over else [id]


def clashes(scenario: ScenarioFile, state: StateFile) -> Iterator[tuple[str, str, str]]:
    """(file, section, id) of each name that already means something else."""
    sections: list[tuple[str, str, Iterable[str]]] = [
        ("scenario.yaml", "sets", scenario.sets),
        ("state.yaml", "variables", state.variables),
        ("state.yaml", "derived", state.derived),
    ]
    seen = _TAKEN | _PARTIES | {EVERY_ACTOR} | set(keyword.kwlist) | set(scenario.actors)
    seen |= {member for members in scenario.sets.values() for member in members}
    seen -= set(scenario.sets)
    for file, section, ids in sections:
        for id in ids:
            if id in seen:
                yield file, section, id
            seen.add(id)


def _expanded(members: list[str], sets: Mapping[str, list[str]]) -> tuple[str, ...]:
    """A set may name other sets, one level down."""
    return tuple(dict.fromkeys(one for member in members for one in sets.get(member, [member])))


def _paths(id: str, shape: VariableShape, sets: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, Kind]]:
    for path in spread(id, shape.over, sets):
        if shape.fields is None:
            yield path, "word" if shape.type == "choice" else "number"
            continue
        member = path.removeprefix(f"{id}.")
        for name, field in shape.fields.items():
            if field.only is None or member in field.only:
                yield f"{path}.{name}", "word" if (field.type or shape.type) == "choice" else "number"
