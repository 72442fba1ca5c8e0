"""Frozen dataclasses to plain JSON and back, by their annotations: strict both ways, and the same bytes everywhere.

Numbers are rounded to six decimals as they are written, so what is read back is what was hashed. Unknown fields,
missing fields without a default and values of another type are refused with their path.
"""

import json
import types
import typing
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin

Convert = Callable[[Any], Any]
SCALARS = (bool, int, float, str)


class CodecError(ValueError):
    """The value does not fit its type; the text starts with where."""


@dataclass(frozen=True, slots=True)
class Codec:
    """How one type is written (`dump`, to plain JSON) and read (`load`)."""

    dump: Convert
    load: Convert


def canonical(plain: Any) -> str:
    """The one way to write plain JSON: keys sorted, no spaces. Refuses NaN and infinity."""
    return json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


@cache
def codec(kind: Any) -> Codec:
    """The codec of a type: scalars, `Literal`, unions of scalars, optionals, tuples, maps, sets, dataclasses."""
    if isinstance(kind, typing.NewType):
        return codec(kind.__supertype__)
    if kind is float:
        return Codec(_number, _number)
    if kind in SCALARS:
        return _exactly(kind)
    if is_dataclass(kind):
        return _dataclass(typing.cast(type, kind))
    origin, args = get_origin(kind), get_args(kind)
    if origin is Literal:
        return _one_of(args)
    if origin in (Union, types.UnionType):
        return _union(args)
    if origin is tuple:
        return _list_of(codec(args[0])) if args[1:] == (Ellipsis,) else _fixed([codec(arg) for arg in args])
    if origin is frozenset:
        return _set_of(codec(args[0]))
    if origin is Mapping:
        return _map_of(codec(args[1]), int if args[0] is int else str)  # other keys are words of some kind
    raise TypeError(f"no codec for {kind}")


def _number(value: Any) -> float:
    if type(value) is not float and type(value) is not int:
        raise CodecError(f": a number was expected, not {_name(value)}")
    return round(float(value), 6) + 0.0  # + 0.0: there is one zero, not a negative one too


def _exactly(kind: type) -> Codec:
    def check(value: Any) -> Any:
        if type(value) is kind:
            return value
        if kind is str and isinstance(value, str):  # a StrEnum
            return str(value)
        raise CodecError(f": {kind.__name__} was expected, not {_name(value)}")

    return Codec(check, check)


def _one_of(choices: tuple[Any, ...]) -> Codec:
    def check(value: Any) -> Any:
        if value not in choices:
            raise CodecError(f": one of {choices} was expected")
        return value

    return Codec(check, check)


def _union(args: tuple[Any, ...]) -> Codec:
    inner = [arg for arg in args if arg is not type(None)]
    one = codec(inner[0]) if len(inner) == 1 else _scalar(inner)
    if len(inner) == len(args):
        return one
    return Codec(
        lambda value: None if value is None else one.dump(value),
        lambda value: None if value is None else one.load(value),
    )


def _scalar(kinds: list[Any]) -> Codec:
    if not all(kind in SCALARS for kind in kinds):
        raise TypeError(f"no codec for a union of {kinds}")

    def check(value: Any) -> Any:
        if type(value) not in kinds:
            raise CodecError(f": a plain value was expected, not {_name(value)}")
        return _number(value) if type(value) is float else value

    return Codec(check, check)


def _list_of(item: Codec) -> Codec:
    def load(value: Any) -> tuple[Any, ...]:
        if type(value) is not list:
            raise CodecError(f": a list was expected, not {_name(value)}")
        return tuple(_each(enumerate(value), item.load).values())

    return Codec(lambda value: list(_each(enumerate(value), item.dump).values()), load)


def _fixed(items: list[Codec]) -> Codec:
    def load(value: Any) -> tuple[Any, ...]:
        if type(value) is not list or len(value) != len(items):
            raise CodecError(f": a list of {len(items)} was expected")
        return tuple(item.load(part) for item, part in zip(items, value, strict=True))

    return Codec(lambda value: [item.dump(part) for item, part in zip(items, value, strict=True)], load)


def _set_of(item: Codec) -> Codec:
    listed = _list_of(item)
    return Codec(lambda value: listed.dump(sorted(value)), lambda value: frozenset(listed.load(value)))


def _map_of(item: Codec, key: type) -> Codec:
    def load(value: Any) -> dict[Any, Any]:
        if type(value) is not dict:
            raise CodecError(f": a map was expected, not {_name(value)}")
        loaded = _each(value.items(), item.load)
        return {int(name): part for name, part in loaded.items()} if key is int else loaded

    return Codec(lambda value: _each(((str(name), part) for name, part in value.items()), item.dump), load)


def _dataclass(kind: type) -> Codec:
    hints = typing.get_type_hints(kind)
    parts = {field.name: codec(hints[field.name]) for field in fields(kind)}
    dumps = {name: part.dump for name, part in parts.items()}
    loads = {name: part.load for name, part in parts.items()}
    needed = {f.name for f in fields(kind) if f.default is MISSING and f.default_factory is MISSING}

    def dump(value: Any) -> dict[str, Any]:
        if type(value) is not kind:
            raise CodecError(f": {kind.__name__} was expected, not {_name(value)}")
        try:
            return {name: part(getattr(value, name)) for name, part in dumps.items()}
        except CodecError as error:
            raise _found(error, ((name, part, getattr(value, name)) for name, part in dumps.items())) from None

    def load(value: Any) -> Any:
        if type(value) is not dict:
            raise CodecError(f": a map was expected, not {_name(value)}")
        if wrong := (value.keys() - parts.keys()) or (needed - value.keys()):
            raise CodecError(f": {kind.__name__} has other fields ({', '.join(sorted(wrong))})")
        try:
            return kind(**{name: loads[name](part) for name, part in value.items()})
        except CodecError as error:
            raise _found(error, ((name, loads[name], part) for name, part in value.items())) from None

    return Codec(dump, load)


def _each(items: Iterable[tuple[Any, Any]], convert: Convert) -> dict[Any, Any]:
    items = list(items)
    try:
        return {name: convert(part) for name, part in items}
    except CodecError as error:
        raise _found(error, ((name, convert, part) for name, part in items)) from None


def _found(error: CodecError, parts: Iterable[tuple[Any, Convert, Any]]) -> CodecError:
    """The error with the name of the part that raised it: looked for only once something is wrong."""
    for name, convert, part in parts:
        try:
            convert(part)
        except CodecError as found:
            return CodecError(f".{name}{found}")
    return error


def _name(value: Any) -> str:
    return type(value).__name__
