"""A file's tree against its shape, and pydantic's findings in an author's words."""

from collections.abc import Callable, Mapping
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from wargame.exercises.packs.places import Trees, node_at, problem_at
from wargame.exercises.packs.problems import PackError, Place, Problem, did_you_mean
from wargame.exercises.packs.shapes import PackShape, part_of
from wargame.exercises.packs.shapes.common import IDENTIFIER, INITIALS, LANGUAGE, LETTERS, VERSION


def shaped(trees: Trees) -> PackShape:
    """All files of a pack as their shapes. Raises `PackError` with what does not fit."""
    shapes: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, tree in trees.items():
        part, shape = part_of(name)
        try:
            shapes[part] = shape.model_validate(tree.plain())
        except ValidationError as error:
            problems += [_problem(trees, name, found) for found in error.errors()]
    if problems:
        raise PackError(problems)
    return PackShape(**shapes)


def _problem(trees: Trees, name: str, found: ErrorDetails) -> Problem:
    place = _place(trees, name, found["loc"])
    kind = found["type"]
    if kind == "extra_forbidden":
        *above, key = place.path
        known = _keys_of(part_of(name)[1], tuple(above))
        return problem_at(trees, place, f"unknown key '{key}'{did_you_mean(key, known)}", at_key=True)
    if kind == "missing":
        return problem_at(trees, place, f"the key '{found['loc'][-1]}' is missing")
    at_key = found["loc"][-1] == "[key]"
    if kind in _TAGS:
        place = place / found["ctx"]["discriminator"].strip("'")
    return problem_at(trees, place, _SAY.get(kind, _as_told)(found), at_key=at_key)


def _place(trees: Trees, name: str, loc: tuple[int | str, ...]) -> Place:
    """Only the steps that the author wrote: pydantic also names union branches and `[key]`."""
    place = Place(name)
    for step in loc:
        if node_at(trees, place / step)[1]:
            place = place / step
    return place


def _keys_of(annotation: Any, path: tuple[Any, ...]) -> set[str]:
    """The keys that the mapping at this path may have, going by the types."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _keys_of(inner[0], path)
    if origin in (Union, UnionType):
        return {key for one in inner for key in _keys_of(one, path)}
    if origin in (dict, list):
        return _keys_of(inner[-1], path[1:]) if path else set()
    if not (isinstance(annotation, type) and issubclass(annotation, BaseModel)):
        return set()
    if not path:
        return set(annotation.model_fields)
    field = annotation.model_fields.get(path[0])
    return _keys_of(field.annotation, path[1:]) if field else set()


def _as_told(found: ErrorDetails) -> str:
    message = found["msg"].removeprefix("Value error, ")
    return message[:1].lower() + message[1:]


def _one_of(found: ErrorDetails) -> str:
    known = [word.strip("'") for word in found["ctx"]["expected"].replace(" or ", ", ").split(", ")]
    return f"'{found['input']}' is none of {', '.join(known)}{did_you_mean(found['input'], known)}"


def _tag(found: ErrorDetails) -> str:
    known = [word.strip("'") for word in found["ctx"]["expected_tags"].split(", ")]
    return f"'{found['ctx']['tag']}' is none of {', '.join(known)}{did_you_mean(found['ctx']['tag'], known)}"


def _pattern(found: ErrorDetails) -> str:
    return f"'{found['input']}' is not {_FORMS[found['ctx']['pattern']]}"


_FORMS = {
    IDENTIFIER: "an id: a letter, then letters, digits and _",
    LETTERS: "one to three capitals or digits",
    INITIALS: "one to three letters or digits",
    VERSION: "a version like 1.0.0",
    LANGUAGE: "a language like en",
}
_TAGS = ("union_tag_invalid", "union_tag_not_found")
_SAY: Mapping[str, Callable[[ErrorDetails], str]] = {
    "literal_error": _one_of,
    "union_tag_invalid": _tag,
    "union_tag_not_found": lambda found: f"the key {found['ctx']['discriminator']} is missing",
    "string_type": lambda found: "text is wanted here; a number or a yes or no as text goes in quotes",
    "int_type": lambda found: "a whole number is wanted here",
    "float_type": lambda found: "a number is wanted here",
    "bool_type": lambda found: "true or false is wanted here",
    "list_type": lambda found: "a list is wanted here: [one, two], or one line a dash",
    "dict_type": lambda found: "keys and values are wanted here",
    "model_type": lambda found: "keys and values are wanted here",
    "string_pattern_mismatch": _pattern,
    "too_short": lambda found: "at least one is wanted here",
    "too_long": lambda found: f"no more than {found['ctx']['max_length']} are wanted here",
    "string_too_short": lambda found: "nothing stands here; write a few words",
    "string_too_long": lambda found: (
        f"{len(found['input'])} characters; there is room for {found['ctx']['max_length']}"
    ),
    "greater_than": lambda found: f"a number above {found['ctx']['gt']:g} is wanted here",
    "greater_than_equal": lambda found: f"a number of at least {found['ctx']['ge']:g} is wanted here",
    "less_than_equal": lambda found: f"a number of at most {found['ctx']['le']:g} is wanted here",
}
