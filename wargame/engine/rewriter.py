"""Turns the text of a formula into one Python function of a scope, node by node; refuses what it does not know."""

import ast
import re
from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from typing import cast

from wargame.engine.vocabulary import AGGREGATES, FUNCTIONS, FormulaError, Kind, Value, Vocabulary, indexed

Run = Callable[[Mapping[str, Value]], Value]

MAX_LENGTH = 500
MAX_DEPTH = 40
MAX_WORD = 64
MAX_SET = 64
MAX_LITERAL = 1e12

_GLOBALS = {"__builtins__": {}, **{n: f for n, (f, _, _) in FUNCTIONS.items()}, **AGGREGATES}
_SCOPE = "scope"


def function(body: ast.expr) -> Run:
    """`lambda scope: body`, with nothing in reach but the language's own functions."""
    arguments = ast.arguments(posonlyargs=[], args=[ast.arg(_SCOPE)], kwonlyargs=[], kw_defaults=[], defaults=[])
    tree = ast.fix_missing_locations(ast.Expression(ast.Lambda(arguments, body)))
    made = eval(compile(tree, "<formula>", "eval"), dict(_GLOBALS))
    return cast(Run, made)


_Typed = tuple[ast.expr, Kind]

_ARITHMETIC = (ast.Add, ast.Sub, ast.Mult, ast.Div, ast.Mod)
_ORDER = (ast.Lt, ast.LtE, ast.Gt, ast.GtE)
_REFUSED: Mapping[type[ast.AST], str] = {
    ast.Pow: "powers are not allowed; write `x * x`, or `exp`",
    ast.FloorDiv: "`//` is not allowed; write `/`",
    ast.Lambda: "functions cannot be defined",
    ast.NamedExpr: "nothing can be assigned in a formula",
    ast.JoinedStr: "texts with values in them are not allowed here",
    ast.GeneratorExp: "a generator stands only inside sum, count, any or all",
    ast.ListComp: "write sum(… for … in …) without brackets",
    ast.Is: "write `==`",
    ast.IsNot: "write `!=`",
}
_CONSTANT_NAMES = {"true": True, "false": False}


class Rewriter:
    """Turns one parsed formula into the expression that is compiled, or refuses it."""

    def __init__(self, source: str, vocabulary: Vocabulary) -> None:
        self.source = source
        self.known = vocabulary
        self.reads: set[str] = set()
        self.loop = ""
        self.depth = 0

    def whole(self) -> _Typed:
        return self.value(self.parsed())

    def place(self) -> tuple[ast.expr, Kind, str]:
        node = self.parsed()
        if not isinstance(node, ast.Name | ast.Attribute | ast.Subscript):
            raise self.refused(node, "the name of a variable is wanted here")
        target, kind, key = self.resolved(node)
        if target not in self.known.names and target not in self.known.indexed:
            raise self.refused(node, f"`{target}` is not a variable that can be written")
        return key, kind, target

    def parsed(self) -> ast.expr:
        if len(self.source) > MAX_LENGTH:
            raise FormulaError(f"longer than {MAX_LENGTH} characters; split it into derived values", MAX_LENGTH)
        if "#" in self.source:
            raise FormulaError("`#` has no place in a formula", self.source.index("#") + 1)
        try:
            return ast.parse(self.text, "<formula>", "eval").body
        except SyntaxError as error:
            raise FormulaError(f"this is not a formula: {_meant(self.text)}", self.column(error.offset or 1)) from None
        except (ValueError, MemoryError, RecursionError):
            raise FormulaError("this is not a formula", 1) from None

    @property
    def text(self) -> str:
        return self.source.replace("\n", " ").strip()

    def column(self, from_one: int) -> int:
        return from_one + len(self.source) - len(self.source.lstrip())

    def refused(self, node: ast.AST, text: str) -> FormulaError:
        offset = getattr(node, "col_offset", 0)  # in bytes of UTF-8
        return FormulaError(text, self.column(len(self.text.encode()[:offset].decode(errors="ignore")) + 1))

    # values

    def value(self, node: ast.expr) -> _Typed:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise self.refused(node, f"nested deeper than {MAX_DEPTH}; split it into derived values")
        try:
            return self.one_of(node)
        finally:
            self.depth -= 1

    def one_of(self, node: ast.expr) -> _Typed:
        match node:
            case ast.Constant():
                return self.constant(node)
            case ast.Name() | ast.Attribute() | ast.Subscript():
                return self.reference(node)
            case ast.BoolOp(op=op, values=values):
                return ast.BoolOp(op, [self.number(v) for v in values]), "number"
            case ast.UnaryOp(op=ast.Not() | ast.USub() | ast.UAdd() as op, operand=operand):
                return ast.UnaryOp(op, self.number(operand)), "number"
            case ast.BinOp(left=left, op=op, right=right) if isinstance(op, _ARITHMETIC):
                return ast.BinOp(self.number(left), op, self.number(right)), "number"
            case ast.BinOp(op=op):
                raise self.refused(node, _REFUSED.get(type(op), "this operator is not allowed"))
            case ast.Compare():
                return self.comparison(node)
            case ast.IfExp():
                return self.choice(node)
            case ast.Call():
                return self.call(node)
        raise self.refused(node, _REFUSED.get(type(node), "this is not allowed in a formula"))

    def number(self, node: ast.expr) -> ast.expr:
        made, kind = self.value(node)
        if kind == "word":
            raise self.refused(node, f"`{ast.unparse(node)}` is a word where a number is wanted")
        return made

    def constant(self, node: ast.Constant) -> _Typed:
        value = node.value
        if isinstance(value, str) and len(value) <= MAX_WORD:
            return ast.Constant(value), "word"
        if isinstance(value, bool | int | float) and abs(value) <= MAX_LITERAL:
            return ast.Constant(value), "number"
        raise self.refused(node, "this literal is not allowed (numbers up to 1e12, words up to 64 characters)")

    def comparison(self, node: ast.Compare) -> _Typed:
        left, kind = self.value(node.left)
        rights: list[ast.expr] = []
        for op, right in zip(node.ops, node.comparators, strict=True):
            if isinstance(op, ast.In | ast.NotIn):
                made, other = self.collection(right)
            elif isinstance(op, (ast.Eq, ast.NotEq, *_ORDER)):
                made, other = self.value(right)
            else:
                raise self.refused(right, _REFUSED[type(op)])
            if kind != other or (kind == "word" and isinstance(op, _ORDER)):
                raise self.refused(right, f"a {kind} cannot be compared with this {other}")
            rights.append(made)
        return ast.Compare(left, node.ops, rights), "number"

    def collection(self, node: ast.expr) -> _Typed:
        """What stands at the right of `in`: a declared set, or a list of literals."""
        if isinstance(node, ast.Name) and node.id in self.known.sets:
            return self.members(node), "word"
        if not isinstance(node, ast.List | ast.Tuple) or not 0 < len(node.elts) <= MAX_SET:
            raise self.refused(node, "after `in` comes a declared set, or a list like ['WAR', 'FREEZE']")
        made = [self.value(element) for element in node.elts]
        if not all(isinstance(m, ast.Constant) for m, _ in made) or len({kind for _, kind in made}) > 1:
            raise self.refused(node, "a list holds literals of one kind")
        return ast.Tuple([m for m, _ in made], ast.Load()), made[0][1]

    def choice(self, node: ast.IfExp) -> _Typed:
        body, kind = self.value(node.body)
        other, other_kind = self.value(node.orelse)
        if kind != other_kind:
            raise self.refused(node.orelse, f"both sides of `if` must be of one kind; the first is a {kind}")
        return ast.IfExp(self.number(node.test), body, other), kind

    def call(self, node: ast.Call) -> _Typed:
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        if node.keywords or any(isinstance(a, ast.Starred) for a in node.args):
            raise self.refused(node, "arguments are plain values")
        if name in AGGREGATES:
            return self.aggregate(node, name), "number"
        if name not in FUNCTIONS:
            wanted = f"`{name}` cannot be called" if name else "only functions of the language can be called"
            raise self.refused(node, wanted + self.perhaps(name, {*FUNCTIONS, *AGGREGATES}))
        _, fewest, most = FUNCTIONS[name]
        if not fewest <= len(node.args) <= most:
            raise self.refused(node, f"`{name}` takes {fewest if fewest == most else f'{fewest} to {most}'} values")
        return ast.Call(ast.Name(name, ast.Load()), [self.number(a) for a in node.args], []), "number"

    def aggregate(self, node: ast.Call, name: str) -> ast.expr:
        generator = node.args[0] if len(node.args) == 1 else None
        if not isinstance(generator, ast.GeneratorExp):
            raise self.refused(node, f"write {name}(… for s in a_set)")
        if self.loop or len(generator.generators) != 1:
            raise self.refused(node, "one generator level only")
        [loop] = generator.generators
        if not isinstance(loop.target, ast.Name) or loop.is_async or len(loop.ifs) > 1:
            raise self.refused(node, f"write {name}(… for s in a_set if …)")
        if not isinstance(loop.iter, ast.Name) or loop.iter.id not in self.known.sets:
            raise self.refused(loop.iter, "after `in` comes a declared set" + self.perhaps(loop.iter, self.known.sets))
        if loop.target.id in self.known.words():
            raise self.refused(loop.target, f"`{loop.target.id}` already has a meaning; take another letter")
        self.loop = loop.target.id
        inner = ast.comprehension(
            ast.Name(f"_{self.loop}", ast.Store()),
            self.members(loop.iter),
            [self.number(condition) for condition in loop.ifs],
            0,
        )
        made = ast.ListComp(self.number(generator.elt), [inner])
        self.loop = ""
        return ast.Call(ast.Name(name, ast.Load()), [made], [])

    def members(self, node: ast.Name) -> ast.expr:
        words = self.known.sets[node.id]
        if len(words) > MAX_SET:
            raise self.refused(node, f"`{node.id}` has more than {MAX_SET} members")
        return ast.Tuple([ast.Constant(word) for word in words], ast.Load())

    # names

    def reference(self, node: ast.expr) -> _Typed:
        if isinstance(node, ast.Name):
            if node.id == self.loop:
                return ast.Name(f"_{node.id}", ast.Load()), "word"
            if node.id in _CONSTANT_NAMES:
                return ast.Constant(_CONSTANT_NAMES[node.id]), "number"
            if node.id in self.known.members and self.known.kind_of(node.id) is None:
                return ast.Constant(node.id), "word"
        target, kind, key = self.resolved(node)
        self.reads.add(target)
        return ast.Subscript(ast.Name(_SCOPE, ast.Load()), key, ast.Load()), kind

    def resolved(self, node: ast.expr) -> tuple[str, Kind, ast.expr]:
        """A name as written, its kind, and the expression that gives its path."""
        parts = self.parts(node)
        plain = [str(p.value) if isinstance(p, ast.Constant) else "" for p in parts]
        match [place for place, word in enumerate(plain) if not word]:
            case []:
                target = ".".join(plain)
                kind, key = self.known.kind_of(target), cast(ast.expr, ast.Constant(target))
            case [place]:
                target = indexed(plain, place)
                kind, key = self.known.indexed.get(target), _joined(plain, place, parts[place])
            case _:
                raise self.refused(node, "one index only")
        if kind is None:
            raise self.refused(node, f"unknown name `{target}`" + self.perhaps(target))
        if target in self.known.members:
            raise self.refused(node, f"`{target}` is both a name and a member of a set; rename one")
        return target, kind, key

    def parts(self, node: ast.expr) -> list[ast.expr]:
        """`own_rule[actor].backstop` as its three parts; only the index may be more than a plain word."""
        match node:
            case ast.Name(id=word):
                return [ast.Constant(word)]
            case ast.Attribute(value=owner, attr=word):
                return [*self.parts(owner), ast.Constant(word)]
            case ast.Subscript(value=owner, slice=ast.Name() | ast.Attribute() | ast.Constant() as index):
                made, kind = self.value(index)
                if kind == "word":
                    return [*self.parts(owner), made]
        raise self.refused(node, "names look like `front`, `us_offer.level` or `pledge[actor]`")

    def perhaps(self, name: str | ast.expr, among: Iterable[str] | None = None) -> str:
        word = ast.unparse(name) if isinstance(name, ast.expr) else name
        near = among if among is not None else {*self.known.words(), *self.known.indexed} - {*FUNCTIONS, *AGGREGATES}
        close = get_close_matches(word, near, 1, 0.6)
        if close:
            return f"; did you mean `{close[0]}`?"
        return f"; a word goes in quotes: '{word}'" if among is None and word.isidentifier() else ""


_SLIPS: tuple[tuple[str, str], ...] = (
    (r"&&", "write `and` for `&&`"),
    (r"\|\|", "write `or` for `||`"),
    (r"!(?!=)", "write `not` for `!`"),
    (r"(?<![<>=!])=(?!=)", "to compare, write `==`"),
    (r"[0-9]\s*%\s*($|[-+*/)<>=])", "a share is written .6 for 60 %"),
    (r"[\u201c\u201d\u2018\u2019]", "a word goes in straight quotes: 'WAR'"),
)


def _meant(text: str) -> str:
    """What somebody who writes this probably means."""
    hint = next((hint for slip, hint in _SLIPS if re.search(slip, text)), "")
    return hint or "something is missing or too much here"


def _joined(plain: list[str], place: int, index: ast.expr) -> ast.expr:
    """`'own_rule.' + index + '.backstop'`."""
    before, after = ".".join(plain[:place]) + ".", "".join(f".{word}" for word in plain[place + 1 :])
    key: ast.expr = ast.BinOp(ast.Constant(before), ast.Add(), index)
    return ast.BinOp(key, ast.Add(), ast.Constant(after)) if after else key
