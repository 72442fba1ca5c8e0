"""What people type after a command's name: what it stands for, or the sentence that says why it stands for nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.management.base import CommandError

from wargame.engine.scenario import Scenario
from wargame.exercises.asked import NoSuchExercise
from wargame.exercises.packs import PackError, load_pack

PACK = "a folder with a pack, or the name of one in scenarios/"


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


@contextmanager
def existing_exercise() -> Iterator[None]:
    """Within it, an exercise that there is not is an error of one sentence."""
    try:
        yield
    except NoSuchExercise as error:
        raise CommandError(f"There is no exercise {error}; its id stands in the address of its pages.") from None
