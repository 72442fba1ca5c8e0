"""The shelf of scenarios: packs in the folder to choose from, and the exact packs that exercises were opened with."""

import gc
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from threading import Lock

from django.conf import settings
from django.db import transaction

from wargame.engine import scenario as engine
from wargame.engine.refusals import Code, Refused
from wargame.exercises.models import PackFile, Scenario
from wargame.exercises.packs import PackError, accepted, find_packs, from_files
from wargame.exercises.packs.files import read_folder

_known: dict[str, engine.Scenario] = {}
"""By pack hash: parsing a large pack takes a second, and a hash never means another pack."""
_parsing = Lock()
"""Whoever asks for a pack that is being parsed waits for it; to parse it once more would slow down both."""


def warm() -> None:
    """Parse the packs in the folder before anybody waits for one.

    They stay for as long as the process lives, so the garbage collector need not look at them, or at our own code,
    again: each full collection would hold every socket up for as long as that takes.
    """
    choices()
    gc.collect()
    gc.freeze()


def scenario(pack: str) -> engine.Scenario:
    """The scenario with this pack hash, from the pack's stored files."""
    if found := _known.get(pack):
        return found
    with _parsing:
        return _known.get(pack) or remember(accepted(files(pack)))


def remember(made: engine.Scenario) -> engine.Scenario:
    """Keep a scenario at hand under its hash."""
    return _known.setdefault(made.pack_hash, made)


def choices() -> dict[str, engine.Scenario]:
    """The packs in the folder, by id, those without an error alone; `check_scenarios` says what ails the others."""
    found: dict[str, engine.Scenario] = {}
    for folder in _folders():
        with suppress(PackError):
            made = parsed(read_folder(folder))
            found[made.id] = made
    return found


def parsed(files: Mapping[str, bytes]) -> engine.Scenario:
    """The scenario in a pack's files. Raises `PackError`."""
    with _parsing:
        return remember(from_files(files))


def add(pack: str) -> Scenario:
    """The row of the pack with this id, as its folder is now. Raises `Refused`."""
    folder = folder_of(pack)
    if folder is None:
        raise Refused(Code.UNKNOWN_SCENARIO, "There is no such scenario; choose one from the library.")
    try:
        files = read_folder(folder)
        return store(parsed(files), files)
    except PackError as error:
        raise Refused(Code.UNKNOWN_SCENARIO, "This scenario has errors; run check_scenarios on it.") from error


def store(made: engine.Scenario, files: Mapping[str, bytes]) -> Scenario:
    """The row of a scenario; made, with its files, if there is none."""
    with transaction.atomic():
        row, new = Scenario.objects.get_or_create(
            hash=made.pack_hash, defaults={"pack": made.id, "title": made.title, "version": made.version}
        )
        if new:
            PackFile.objects.bulk_create(PackFile(scenario=row, path=path, body=body) for path, body in files.items())
    return row


def rewritten(found: engine.Scenario) -> bool:
    """Whether another pack of the same name and version was used here: its exercises and this one's look alike."""
    return Scenario.objects.filter(pack=found.id, version=found.version).exclude(hash=found.pack_hash).exists()


def row(pack: str) -> Scenario:
    """The row of a stored scenario, by its pack hash."""
    return Scenario.objects.get(hash=pack)


def folder_of(pack: str) -> Path | None:
    """The folder of the pack with this id, which is its folder's name."""
    return next((folder for folder in _folders() if folder.name == pack), None)


def _folders() -> list[Path]:
    return find_packs(settings.SCENARIOS)


def files(pack: str) -> dict[str, bytes]:
    """What a stored scenario was made of, by its pack hash."""
    rows = PackFile.objects.filter(scenario__hash=pack).values_list("path", "body")
    return {path: bytes(body) for path, body in rows}
