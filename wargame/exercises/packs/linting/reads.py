"""Which values a formula may read, path by path: `support[actor]` is only the actor's own."""

import ast
from collections.abc import Iterator, Mapping
from itertools import product

from wargame.exercises.packs.names import Names

Stands = Mapping[str, tuple[str, ...]]
"""What a local word may stand for: `actor`, or a set's member."""


def paths_read(source: str, names: Names, stands: Stands) -> set[str]:
    """Every path of a variable or derived value that the formula may read."""
    tree = ast.parse(source.replace("\n", " ").strip(), mode="eval").body
    return set(_paths(tree, names, stands))


def paths_of(node: ast.expr, names: Names) -> Iterator[str]:
    """The paths that one reference may be, whatever its index stands for."""
    return _reference(node, names, {})


def _paths(node: ast.AST, names: Names, stands: Stands) -> Iterator[str]:
    if isinstance(node, ast.Name | ast.Attribute | ast.Subscript):
        yield from _reference(node, names, stands)
        return
    if isinstance(node, ast.GeneratorExp):
        loop = node.generators[0]
        if isinstance(loop.target, ast.Name) and isinstance(loop.iter, ast.Name):
            stands = {**stands, loop.target.id: names.sets.get(loop.iter.id, ())}
    for child in ast.iter_child_nodes(node):
        yield from _paths(child, names, stands)


def _reference(node: ast.expr, names: Names, stands: Stands) -> Iterator[str]:
    steps: list[tuple[str, ...]] = []
    while not isinstance(node, ast.Name):
        if isinstance(node, ast.Attribute):
            steps.append((node.attr,))
            node = node.value
        elif isinstance(node, ast.Subscript):
            yield from _paths(node.slice, names, stands)
            steps.append(_index(node.slice, names, stands))
            node = node.value
        else:
            return
    for path in product((node.id,), *reversed(steps)):
        dotted = ".".join(path)
        if dotted in names.everything.names:
            yield dotted


def _index(node: ast.expr, names: Names, stands: Stands) -> tuple[str, ...]:
    """The words that an index may be; any member of any set where that cannot be told."""
    if isinstance(node, ast.Constant):
        return (str(node.value),)
    if isinstance(node, ast.Name):
        if node.id in stands:
            return stands[node.id]
        if node.id in names.everything.members:
            return (node.id,)
    return tuple(names.everything.members)
