"""The shelf of scenarios, as a process has it at hand."""

import gc
from concurrent.futures import ThreadPoolExecutor

import pytest
from celery import Celery
from celery.signals import worker_init
from django.conf import settings

from wargame.celery import app
from wargame.exercises import library
from wargame.exercises.packs import PackError, load_pack
from wargame.exercises.packs.files import read_folder

FOLDER = settings.SCENARIOS / "first_steps"


class Worker:
    """Of an app that has nothing to do with Django."""

    app = Celery("another", set_as_current=False, fixups=[])


@pytest.fixture(autouse=True)
def nothing_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library, "_known", {})


def test_a_worker_has_every_pack_before_its_first_job() -> None:
    """Without a look into the record, which this test does not have."""
    app.loader.import_default_modules()  # as every worker does before that
    worker_init.send(sender=Worker())
    assert library.scenario(load_pack(FOLDER).pack_hash).id == "first_steps"
    assert gc.get_freeze_count()


def test_all_who_ask_at_once_get_the_same_scenario() -> None:
    files = read_folder(FOLDER)
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(library.parsed, [files] * 8))
    assert all(one is found[0] for one in found)


def test_a_pack_that_is_none_is_said_so_and_stops_nobody() -> None:
    with pytest.raises(PackError):
        library.parsed({})
    assert library.parsed(read_folder(FOLDER)).id == "first_steps"
