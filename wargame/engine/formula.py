"""The formula language of scenario packs: a small whitelist over Python expressions, compiled once.

A formula is read by Python's own parser, then rewritten node by node; whatever the rewriter does not know is refused.
What comes out is one Python function of a `Scope`, with no builtins in reach, so that a formula can neither name nor
call anything that this page does not give it. Two kinds of value exist, numbers (with yes and no) and words, and both
are checked at load: a word never meets arithmetic.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from wargame.engine.rewriter import Rewriter, Run, function
from wargame.engine.vocabulary import FormulaError, Kind, Value, Vocabulary

__all__ = [
    "Formula",
    "FormulaError",
    "Kind",
    "Local",
    "PathTemplate",
    "Scope",
    "Template",
    "Value",
    "Vocabulary",
    "compile_formula",
    "compile_path",
    "compile_template",
    "say",
]

MAX_RESULT = 1e15


class HasFormula(Protocol):
    """A value made from others: `scenario.Derived`."""

    @property
    def formula(self) -> "Formula": ...


class Scope(dict[str, Value]):
    """What formulas read: flat names and their values. Derived values are worked out when first read, and kept."""

    __slots__ = ("derived", "feeds")

    def __init__(
        self,
        values: Mapping[str, Value],
        derived: Mapping[str, HasFormula] | None = None,
        feeds: Mapping[str, Iterable[str]] | None = None,
    ) -> None:
        super().__init__(values)
        self.derived: Mapping[str, HasFormula] = derived or {}
        self.feeds = feeds
        """By name: the derived values that rest on it. All rest on all if not given."""

    def __missing__(self, name: str) -> Value:
        made = self.derived.get(name)
        if made is None:
            raise FormulaError(f"there is no value `{name}`")
        value = self[name] = made.formula(self)
        return value

    def known(self, name: str) -> Value | None:
        """The value if it is there without being worked out."""
        return self.get(name)

    def assign(self, name: str, value: Value) -> None:
        """Change a value; what is derived from others is worked out anew when next read."""
        self[name] = value
        for made in self.derived if self.feeds is None else self.feeds.get(name, ()):
            self.pop(made, None)


class Local(Scope):
    """A few names of one place laid over a scope: the rest is read there, and what is worked out there stays there."""

    __slots__ = ("around",)

    def __init__(self, names: Mapping[str, Value], around: Scope) -> None:
        super().__init__(names)
        self.around = around

    def __missing__(self, name: str) -> Value:
        return self.around[name]

    def known(self, name: str) -> Value | None:
        return self[name] if name in self else self.around.known(name)


@dataclass(frozen=True, slots=True)
class Formula:
    """A compiled formula. Calling it gives its value in a scope; raises `FormulaError` if that cannot be worked out."""

    source: str
    kind: Kind
    reads: frozenset[str]
    """Names as written, indexed ones as `pledge[]` or `own_rule[].ceasefire_first`."""
    run: Run = field(compare=False, repr=False)

    def __call__(self, scope: Scope) -> Value:
        try:
            value = self.run(scope)
        except ZeroDivisionError:
            raise FormulaError(f"`{self.source}` divides by zero") from None
        except (ArithmeticError, ValueError) as error:
            raise FormulaError(f"`{self.source}` cannot be worked out: {error}") from None
        except TypeError:
            raise FormulaError(f"`{self.source}` mixes a number and a word") from None
        except RecursionError:
            raise FormulaError(f"`{self.source}` runs in a circle") from None
        # NaN fails every comparison, so this one line catches it, the infinities and the merely absurd.
        if not isinstance(value, str) and not -MAX_RESULT < value < MAX_RESULT:
            raise FormulaError(f"`{self.source}` gives no usable number")
        return value

    def number(self, scope: Scope) -> float:
        """The value as a float."""
        value = self(scope)
        if isinstance(value, str):
            raise FormulaError(f"`{self.source}` gives the word '{value}' where a number is wanted")
        return float(value)

    def holds(self, scope: Scope) -> bool:
        """Whether the condition is true."""
        return bool(self(scope))


@dataclass(frozen=True, slots=True)
class Template:
    """A text with values in it: `Front at {front:+.1f} in {month}`. Two braces stand for one."""

    source: str
    parts: tuple[str | tuple[Formula, str], ...] = field(compare=False, repr=False)
    """Plain text, or a formula and its format."""

    @property
    def reads(self) -> frozenset[str]:
        return frozenset(name for part in self.parts if not isinstance(part, str) for name in part[0].reads)

    def __call__(self, scope: Scope, names: Mapping[str, str] | None = None) -> str:
        """The text; a word that is an id is said by its name, if `names` has one."""
        return "".join(part if isinstance(part, str) else self._said(scope, names or {}, *part) for part in self.parts)

    def _said(self, scope: Scope, names: Mapping[str, str], formula: Formula, places: str) -> str:
        text = say(formula(scope), places)
        return names.get(text, text) if formula.kind == "word" else text


@dataclass(frozen=True, slots=True)
class PathTemplate:
    """The name of a variable to write: `pledge[actor]` becomes `pledge.UK`."""

    source: str
    kind: Kind
    target: str
    """The path itself, or with an open index as `pledge[]`."""
    reads: frozenset[str]
    """What the index reads."""
    run: Run = field(compare=False, repr=False)

    @property
    def groups(self) -> frozenset[str]:
        """The author's ids that it may write: `pledge`."""
        return frozenset({self.target.partition(".")[0].partition("[")[0]})

    def __call__(self, scope: Scope) -> str:
        return str(self.run(scope))


def say(value: Value, places: str = "") -> str:
    """A value as read aloud in a text: two decimals at most, yes and no for flags."""
    if isinstance(value, str):
        return value
    if places:
        return format(float(value), places)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:.2f}".rstrip("0").rstrip(".").replace("-0", "-0" if round(value, 2) else "0", 1)


def compile_formula(source: str, vocabulary: Vocabulary) -> Formula:
    """Check a formula against what may be read, and compile it. Raises `FormulaError` with the column."""
    rewriter = Rewriter(source, vocabulary)
    body, kind = rewriter.whole()
    return Formula(source, kind, frozenset(rewriter.reads), function(body))


def compile_path(source: str, vocabulary: Vocabulary) -> PathTemplate:
    """Compile a place to write. `vocabulary.names` must hold variables alone: nothing else can be written."""
    rewriter = Rewriter(source, vocabulary)
    body, kind, target = rewriter.place()
    return PathTemplate(source, kind, target, frozenset(rewriter.reads - {target}), function(body))


FORMATS = frozenset({".0f", ".1f", ".2f", ".3f", "+.1f"})


def compile_template(source: str, vocabulary: Vocabulary) -> Template:
    """Compile a text with holes. Raises `FormulaError` with the column in the text."""
    parts: list[str | tuple[Formula, str]] = []
    at = 0
    while at < len(source):
        if source[at : at + 2] in ("{{", "}}"):
            parts.append(source[at])
            at += 2
        elif source[at] == "}":
            raise FormulaError("a lone `}`; write two for one", at + 1)
        elif source[at] == "{":
            end = source.find("}", at)
            if end < 0:
                raise FormulaError("this `{` is never closed; write two for one", at + 1)
            parts.append(_hole(source[at + 1 : end], at + 1, vocabulary))
            at = end + 1
        else:
            end = min((i for i in (source.find("{", at), source.find("}", at)) if i >= 0), default=len(source))
            parts.append(source[at:end])
            at = end
    return Template(source, tuple(parts))


def _hole(text: str, offset: int, vocabulary: Vocabulary) -> tuple[Formula, str]:
    expression, colon, places = text.rpartition(":") if ":" in text else (text, "", "")
    if colon and places not in FORMATS:
        raise FormulaError(f"unknown format `:{places}`; there are {', '.join(sorted(FORMATS))}", offset + 1)
    try:
        formula = compile_formula(expression, vocabulary)
    except FormulaError as error:
        raise FormulaError(error.text, error.column + offset) from None
    if places and formula.kind == "word":
        raise FormulaError(f"`{expression}` is a word and has no decimals", offset + 1)
    return formula, places
