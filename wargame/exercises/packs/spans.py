"""Between which bounds a formula can lie, going by the ranges that the pack declares, and where it can go wrong.

Interval arithmetic: each part is worked out from the bounds of its own parts alone, so bounds may be wider than what
can really happen, and are never narrower. What nothing is known of is unbounded.
"""

import ast
import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from wargame.engine.formula import MAX_RESULT
from wargame.engine.vocabulary import logistic, rounded

Span = tuple[float, float]
ANY: Span = (-math.inf, math.inf)
FLAG: Span = (0.0, 1.0)

ZERO = "this divides by something that may be zero"
LOG = "this takes the logarithm of something that may be zero or less"
ROOT = "this takes the root of something that may be below zero"
VAST = f"this may grow beyond {MAX_RESULT:,.0f}; a ruling that rests on it could not be worked out"


@dataclass(frozen=True, slots=True)
class Risk:
    """What may go wrong, and in which column of the formula (from 1)."""

    text: str
    column: int


class Spans:
    """One walk over one formula. `named` gives the bounds of a reference, `members` the size of a set."""

    def __init__(self, named: Callable[[ast.expr], Span], members: Callable[[str], int]) -> None:
        self.named = named
        self.members = members
        self.risks: list[Risk] = []
        self.asked: frozenset[str] = frozenset()
        """The words of the conditions around: who asks first is trusted."""

    def of(self, source: str) -> Span:
        return self.span(ast.parse(source.replace("\n", " ").strip(), mode="eval").body)

    def span(self, node: ast.expr) -> Span:
        found = self._span(node)
        if _bounded(found) and max(map(abs, found)) >= MAX_RESULT:
            self.risk(node, VAST)
            return ANY  # told once, not again for what is made of it
        return found

    def risk(self, node: ast.expr, text: str) -> None:
        guarded = bool(self.asked) if text in (LOG, ROOT) else bool(self.asked & _words(node))
        if text == VAST or not guarded:
            self.risks.append(Risk(text, node.col_offset + 1))

    def _span(self, node: ast.expr) -> Span:
        match node:
            case ast.Constant(value=value):
                return (float(value), float(value)) if isinstance(value, int | float) else ANY
            case ast.UnaryOp(op=ast.USub(), operand=inner):
                low, high = self.span(inner)
                return -high, -low
            case ast.UnaryOp(op=ast.UAdd(), operand=inner):
                return self.span(inner)
            case ast.BinOp(left=left, op=op, right=right):
                return self._binary(op, self.span(left), self.span(right), right)
            case ast.IfExp(test=test, body=body, orelse=orelse):
                self.span(test)
                around, self.asked = self.asked, self.asked | _words(test)
                found = _union(self.span(body), self.span(orelse))
                self.asked = around
                return found
            case ast.Call(func=ast.Name(id=name), args=args):
                return self._call(name, args)
            case ast.Compare() | ast.BoolOp() | ast.UnaryOp():
                for child in _children(node):
                    self.span(child)
                return FLAG
            case _:
                return self.named(node)

    def _binary(self, op: ast.operator, left: Span, right: Span, divisor: ast.expr) -> Span:
        match op:
            case ast.Add():
                return added(left, right)
            case ast.Sub():
                return left[0] - right[1], left[1] - right[0]
            case ast.Mult():
                return _corners(left, right, _times)
        if right[0] <= 0 <= right[1]:
            self.risk(divisor, ZERO)
            return ANY
        if isinstance(op, ast.Mod):
            return min(right[0], 0.0), max(right[1], 0.0)
        return _corners(left, right, lambda a, b: 0.0 if math.isinf(b) else a / b)

    def _call(self, name: str, args: list[ast.expr]) -> Span:
        if args and isinstance(args[0], ast.GeneratorExp):
            return self._over_set(name, args[0])
        given = [self.span(arg) for arg in args]
        lows, highs = [low for low, _ in given], [high for _, high in given]
        low, high = given[0]
        match name:
            case "min":
                return min(lows), min(highs)
            case "max":
                return max(lows), max(highs)
            case "clamp":
                return max(lows[1], min(highs[2], low)), max(lows[1], min(highs[2], high))
            case "abs":
                return (0.0 if low <= 0 <= high else min(abs(low), abs(high))), max(abs(low), abs(high))
            case "round":
                return tuple(rounded(x) if math.isfinite(x) else x for x in (low, high))  # type: ignore[return-value]
            case "logistic":
                return FLAG if not _bounded((low, high)) else (logistic(low), logistic(high))
            case "exp":
                return math.exp(min(low, 700.0)), math.inf if math.isinf(high) else math.exp(min(high, 700.0))
            case "log" if low <= 0:
                self.risk(args[0], LOG)
            case "log":
                return math.log(low), math.log(high)
            case "sqrt" if low < 0:
                self.risk(args[0], ROOT)
            case "sqrt":
                return math.sqrt(low), math.sqrt(high)
        return ANY

    def _over_set(self, name: str, generator: ast.GeneratorExp) -> Span:
        """A filter may leave out any of the set."""
        loop = generator.generators[0]
        for test in loop.ifs:
            self.span(test)
        low, high = self.span(generator.elt)
        size = self.members(loop.iter.id) if isinstance(loop.iter, ast.Name) else 64
        match name:
            case "sum" if loop.ifs:
                return min(0.0, size * low), max(0.0, size * high)
            case "sum":
                return size * low, size * high
            case "count":
                return 0.0, float(size)
        return FLAG


def added(one: Span, other: Span) -> Span:
    return one[0] + other[0], one[1] + other[1]


def union(spans: Iterable[Span]) -> Span:
    """The bounds of all of them; of none, unbounded."""
    found = list(spans)
    return (min(low for low, _ in found), max(high for _, high in found)) if found else ANY


def _union(one: Span, other: Span) -> Span:
    return min(one[0], other[0]), max(one[1], other[1])


def _bounded(span: Span) -> bool:
    return all(map(math.isfinite, span))


def _times(a: float, b: float) -> float:
    return 0.0 if a == 0 or b == 0 else a * b  # zero times unbounded is zero


def _corners(left: Span, right: Span, act: Callable[[float, float], float]) -> Span:
    found = [act(a, b) for a in left for b in right]
    return min(found), max(found)


def _words(node: ast.expr) -> frozenset[str]:
    return frozenset(
        ast.unparse(part) for part in ast.walk(node) if isinstance(part, ast.Name | ast.Attribute | ast.Subscript)
    )


def _children(node: ast.expr) -> Iterator[ast.expr]:
    return (child for child in ast.iter_child_nodes(node) if isinstance(child, ast.expr))
