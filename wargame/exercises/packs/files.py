"""A pack's files as bytes: which names belong, how large they may be, and the hash that says which pack it is."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from wargame.exercises.packs.problems import PackError, Problem, did_you_mean

YAML_FILES = (
    "scenario.yaml",
    "state.yaml",
    "orders.yaml",
    "rules.yaml",
    "injects.yaml",
    "agreements.yaml",
    "plans.yaml",
    "map.yaml",
)
MAP_FILE = "map.geojson"
BRIEF_NAME = re.compile(r"briefs/[A-Za-z0-9][A-Za-z0-9_-]*\.md")
NOTES = "README.md"
"""For the people who keep the pack; part of its hash, read by nobody."""

MAX_FILE_BYTES = 1_000_000
CASEBOOK = "casebook"
"""The folder of hand-computed rulings: about the pack, no part of it."""
MAX_PACK_BYTES = 5_000_000
MAX_FILES = 200


def pack_hash(files: Mapping[str, bytes]) -> str:
    """SHA-256 over names in order and bytes, each with its length, so that no two packs share it."""
    digest = hashlib.sha256()
    for name in sorted(files):
        for part in (name.encode(), files[name]):
            digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


def read_folder(folder: Path) -> dict[str, bytes]:
    """Every file of the pack by its name inside the folder.

    Hidden files are left out. Raises `PackError` for whatever does not belong, before it is read.
    """
    if not folder.is_dir():
        raise PackError([_refusal(".", "there is no such folder")])
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    for path in _entries(folder):
        name = path.relative_to(folder).as_posix()
        if wrong := _wrong_entry(path, name):
            problems.append(_refusal(name, wrong))
        elif len(files) < MAX_FILES and sum(map(len, files.values())) <= MAX_PACK_BYTES:
            files[name] = path.read_bytes()
    problems = problems or check_files(files)
    if problems:
        raise PackError(problems)
    return files


def check_files(files: Mapping[str, bytes]) -> list[Problem]:
    """What is wrong with the names and sizes alone."""
    problems = [_refusal(name, wrong) for name in sorted(files) if (wrong := _wrong_name(name))]
    problems += [_refusal(name, _too_large(len(body))) for name, body in files.items() if len(body) > MAX_FILE_BYTES]
    if len(files) > MAX_FILES:
        problems.append(_refusal("scenario.yaml", f"a pack holds at most {MAX_FILES} files"))
    if sum(map(len, files.values())) > MAX_PACK_BYTES:
        problems.append(_refusal("scenario.yaml", f"the files together exceed {MAX_PACK_BYTES:,} bytes"))
    if "scenario.yaml" not in files:
        problems.append(_refusal("scenario.yaml", "a pack needs this file"))
    return problems


def _entries(folder: Path) -> Iterator[Path]:
    """The folder's files, and those one folder down; links are named and never followed. The casebook is not played."""
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.name == CASEBOOK:
            continue
        if path.is_dir() and not path.is_symlink():
            yield from (below for below in sorted(path.iterdir()) if not below.name.startswith("."))
        else:
            yield path


def _wrong_entry(path: Path, name: str) -> str:
    if path.is_symlink():
        return "a link; a pack holds its own files"
    if not path.is_file():
        return "not a file"
    size = path.stat().st_size
    return _wrong_name(name) or (_too_large(size) if size > MAX_FILE_BYTES else "")


def _wrong_name(name: str) -> str:
    if name in (*YAML_FILES, MAP_FILE, NOTES) or BRIEF_NAME.fullmatch(name):
        return ""
    return "no file of a pack has this name" + did_you_mean(name, (*YAML_FILES, MAP_FILE, NOTES))


def _too_large(size: int) -> str:
    return f"{size:,} bytes; a file may have {MAX_FILE_BYTES:,}"


def _refusal(name: str, message: str) -> Problem:
    return Problem(name, 1, 1, "", message)
