"""Formulas, texts and audiences of a pack, each compiled where it stands; what fails is kept as a problem.

A failed one is replaced by something harmless, so that one run finds everything that is wrong.
"""

import ast
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from wargame.engine.formula import (
    Formula,
    FormulaError,
    PathTemplate,
    Template,
    compile_formula,
    compile_path,
    compile_template,
)
from wargame.engine.scenario import CONTROL, Audience, Provenance
from wargame.engine.vocabulary import Kind, Vocabulary
from wargame.exercises.packs.names import Names, NamesNobody, names_of
from wargame.exercises.packs.places import Trees, node_at, problem_at
from wargame.exercises.packs.problems import Place, Problem, did_you_mean
from wargame.exercises.packs.shapes import PackShape
from wargame.exercises.packs.shapes.common import ProvenanceShape

_NOTHING = Vocabulary({})
_ZERO = compile_formula("0", _NOTHING)
_SILENCE = compile_template("", _NOTHING)
_NOWHERE = compile_path("nowhere", Vocabulary({"nowhere": "number"}))


@dataclass(frozen=True, slots=True)
class Written:
    """A formula that compiles, and where it stands."""

    place: Place
    source: str
    sets: str
    """The variable whose value it becomes, `pledge[]` with an open index; empty if it is no such formula."""


class Compiler:
    """One pack's bench: its names, its files for positions, and the problems found so far."""

    def __init__(self, trees: Trees, pack: PackShape) -> None:
        self.trees = trees
        self.pack = pack
        self.names: Names = names_of(pack.scenario, pack.state)
        self.problems: list[Problem] = []
        self.reads: set[str] = set()
        self.writes: set[str] = set()
        self.formulas: list[Written] = []
        self.vocabularies: dict[tuple[tuple[str, Kind], ...], Vocabulary] = {}

    def problem(
        self,
        place: Place,
        message: str,
        severity: Literal["error", "warning"] = "error",
        *,
        column: int = 0,
        at_key: bool = False,
    ) -> None:
        found = problem_at(self.trees, place, message, severity, column=column, at_key=at_key)
        if found not in self.problems:  # what runs over a set is looked at once for each member
            self.problems.append(found)

    def formula(
        self,
        place: Place,
        source: str,
        local: Mapping[str, Kind] | None = None,
        kind: Kind = "number",
        sets: str = "",
    ) -> Formula:
        """What the text at this place computes; `local` are the names that this place adds, `sets` what it sets."""
        try:
            made = compile_formula(source, self._known(local))
        except FormulaError as error:
            self.problem(place, error.text, column=error.column)
            return _ZERO
        if made.kind != kind:
            self.problem(place, f"this gives a {made.kind} where a {kind} is wanted")
        self.formulas.append(Written(place, source, sets))
        self.reads |= made.reads
        return made

    def if_any(self, place: Place, source: str | None, local: Mapping[str, Kind] | None = None) -> Formula | None:
        return None if source is None else self.formula(place, source, local)

    def template(self, place: Place, source: str, local: Mapping[str, Kind] | None = None) -> Template:
        try:
            made = compile_template(source, self._known(local))
        except FormulaError as error:
            self.problem(place, error.text, column=error.column)
            return _SILENCE
        self.reads |= made.reads
        return made

    def target(self, place: Place, source: str, local: Mapping[str, Kind] | None = None) -> PathTemplate:
        """The variable that an effect writes."""
        known = self.names.state
        try:
            made = compile_path(source, Vocabulary(known.names, known.sets, {**known.locals, **(local or {})}))
        except FormulaError as error:
            self.problem(place, error.text, column=error.column)
            return _NOWHERE
        self.writes.add(made.target)
        self.reads |= made.reads
        return made

    def audience(self, place: Place, words: Iterable[str], extra: Mapping[str, str] | None = None) -> Audience:
        try:
            return self.names.audience(words, extra)
        except NamesNobody as error:
            self.problem(self._entry(place, error.word), str(error))
            return CONTROL

    def actors(self, place: Place, words: Iterable[str]) -> tuple[str, ...]:
        try:
            return self.names.actors_of(words)
        except NamesNobody as error:
            self.problem(self._entry(place, error.word), str(error))
            return ()

    def one_of(self, place: Place, name: str, known: Iterable[str], what: str) -> str:
        """The name, if it is known; a problem otherwise."""
        known = list(known)
        if name not in known:
            self.problem(place, f"there is no {what} '{name}'{did_you_mean(name, known)}")
        return name

    def facts(self, place: Place, ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(self.one_of(place / n, id, self.pack.scenario.facts, "fact") for n, id in enumerate(ids))

    def provenance(self, place: Place, *given: ProvenanceShape | None) -> Provenance:
        """The first that is given: the entry's own, then its parent's, then the file's."""
        shape = next((one for one in given if one is not None), None)
        if shape is None:
            self.problem(place, "no provenance; say judgement or sourced here, or once at the top of the file")
            return Provenance("judgement")
        if shape is not given[0]:
            return Provenance(shape.kind, tuple(shape.facts), shape.note)
        own = place / "provenance"
        if shape.kind == "sourced" and not shape.facts:
            self.problem(own, "sourced, but no facts are named")
        return Provenance(shape.kind, self.facts(own / "facts", shape.facts), shape.note)

    def _known(self, local: Mapping[str, Kind] | None) -> Vocabulary:
        """Kept, since a vocabulary works out its indexes once."""
        key = tuple(sorted((local or {}).items()))
        if key not in self.vocabularies:
            known = self.names.everything
            self.vocabularies[key] = Vocabulary(known.names, known.sets, {**known.locals, **(local or {})})
        return self.vocabularies[key]

    def _entry(self, place: Place, word: str) -> Place:
        """The entry of the list at this place that is this word; the place itself if it is no list."""
        entries = node_at(self.trees, place)[0].value
        if not isinstance(entries, list):
            return place
        return next((place / n for n, entry in enumerate(entries) if entry.value == word), place)


def substituted(source: str, word: str, member: str) -> str:
    """The formula with a set member in place of the word that stands for it."""

    class Substitution(ast.NodeTransformer):
        def visit_Name(self, node: ast.Name) -> ast.expr:
            return ast.Constant(member) if node.id == word else node

    return ast.unparse(Substitution().visit(ast.parse(source.replace("\n", " ").strip(), mode="eval")))
