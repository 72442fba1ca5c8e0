"""What people type after a command's name: what it stands for, or the sentence that says why it stands for nothing."""

from argparse import ArgumentParser
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError

from wargame.engine.commands import Setup
from wargame.engine.refusals import Refused
from wargame.engine.scenario import Scenario
from wargame.exercises.asked import NoSuchExercise
from wargame.exercises.packs import PackError, load_pack
from wargame.exercises.setups import setup_of

PACK = "a folder with a pack, or the name of one in scenarios/"
SETUP = {"teams": "team set", "start": "start card", "rules": "rule card", "clock": "clock"}
"""What a command may choose of a set-up, as `setup_of` calls it."""


def pack_folder(pack: Path) -> Path:
    """The folder that `PACK` stands for."""
    return pack if pack.is_dir() else Path(settings.SCENARIOS) / pack


def pack_in(pack: Path) -> Scenario:
    """The scenario that `PACK` stands for. Raises CommandError with all that is wrong with it."""
    folder = pack_folder(pack)
    try:
        return load_pack(folder)
    except PackError as error:
        raise CommandError("\n".join([f"{folder} cannot be read:", *map(str, error.problems)])) from None


def add_setup(parser: ArgumentParser) -> None:
    """An option for each choice of `SETUP`."""
    for name, what in SETUP.items():
        parser.add_argument(f"--{name}", default="", help=f"{what}; the pack's first if not given")


def chosen_setup(pack: Scenario, options: Mapping[str, Any], **others: Any) -> Setup:
    """The set-up that the options of `add_setup` choose. Raises CommandError if the pack has no such choice."""
    try:
        return setup_of(pack, **{name: options[name] for name in SETUP}, **others)
    except Refused as refused:
        raise CommandError(refused.text) from None


@contextmanager
def existing_exercise() -> Iterator[None]:
    """Within it, an exercise that there is not is an error of one sentence."""
    try:
        yield
    except NoSuchExercise as error:
        raise CommandError(f"There is no exercise {error}; its id stands in the address of its pages.") from None
