"""`make play` where it cannot: one sentence that says what to do, and nothing begun."""

import os
import resource
import signal
import socket
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
OURS = ("DATABASE_URL", "REDIS_URL", "DJANGO_SETTINGS_MODULE")


def manage(data: Path, *arguments: str, **options: Any) -> "subprocess.Popen[str]":
    return program(data, str(ROOT / "manage.py"), *arguments, **options)


def program(data: Path, *arguments: str, **options: Any) -> "subprocess.Popen[str]":
    kept = {name: value for name, value in os.environ.items() if not name.startswith("WARGAME_") and name not in OURS}
    return subprocess.Popen(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**kept, "WARGAME_DATA": str(data)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        **options,
    )


def refused(data: Path, *arguments: str, **options: Any) -> str:
    """What `play` says instead of opening: one line."""
    process = manage(data, "play", "--port", *(arguments or ["0"]), **options)
    said, _ = process.communicate(timeout=60)
    assert process.returncode == 1 and len(said.splitlines()) == 1, said
    return said


def opened(data: Path) -> bool:
    """Whether `play` opens; it is ended at once."""
    process = manage(data, "play", "--port", "0")
    assert process.stdout is not None
    found = any("Players join" in line for line in process.stdout)
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)
    return found


@pytest.fixture
def played(tmp_path: Path) -> Path:
    """A folder that has been played in."""
    assert manage(tmp_path, "migrate", "--verbosity", "0").wait(60) == 0
    return tmp_path


def test_a_port_that_is_taken(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        said = refused(tmp_path, str(port))
    assert said.startswith(f"CommandError: Port {port}: Address already in use. Try another: make play PORT=")


@pytest.mark.parametrize("port", ["70000", "-1"])
def test_a_port_that_is_none(tmp_path: Path, port: str) -> None:
    assert "choose one from 1024 to 65535" in refused(tmp_path, port)


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    said = refused(tmp_path / "file" / "data")
    assert "secret_key cannot be written (Not a directory)" in said and "WARGAME_DATA=" in said


def test_a_record_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "wargame.sqlite3").mkdir()
    assert "wargame.sqlite3 cannot be written (unable to open database file)" in refused(tmp_path)


def test_a_file_that_is_no_record(tmp_path: Path) -> None:
    (tmp_path / "wargame.sqlite3").write_text("My notes. " * 200)
    assert "is no record of the wargame (file is not a database)" in refused(tmp_path)


@pytest.mark.parametrize("bytes_left", [0, 60_000])
def test_a_disk_that_is_full(tmp_path: Path, bytes_left: int) -> None:
    """No file of this process grows beyond that: what a full disk looks like from within."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (bytes_left, bytes_left))

    said = refused(tmp_path, preexec_fn=limit)
    assert "cannot be written" in said and "make room" in said


def test_a_record_of_an_older_version_is_brought_up(played: Path) -> None:
    assert manage(played, "migrate", "exercises", "0003", "--verbosity", "0").wait(60) == 0
    assert opened(played)


def test_a_record_of_a_newer_version_is_left_alone(played: Path) -> None:
    with sqlite3.connect(played / "wargame.sqlite3") as record:
        record.execute("INSERT INTO django_migrations (app, name, applied) VALUES ('exercises', '0999_later', 'now')")
    assert refused(played).startswith("CommandError: A newer version of the wargame has written")


@pytest.mark.parametrize(
    "command",
    [
        [str(ROOT / "manage.py"), "web", "--port", "0"],
        ["-m", "celery", "-A", "wargame", "--quiet", "worker", "-P", "solo"],
    ],
)
def test_what_migrates_nothing_ends_at_tables_of_another_version(played: Path, command: list[str]) -> None:
    with sqlite3.connect(played / "wargame.sqlite3") as record:
        record.execute("INSERT INTO django_migrations (app, name, applied) VALUES ('exercises', '0999_later', 'now')")
    assert "A newer version of the wargame has written" in ended(played, command)
    with sqlite3.connect(played / "wargame.sqlite3") as record:
        record.execute("DELETE FROM django_migrations WHERE name IN ('0999_later', '0009_names_by_team')")
    assert "run `manage.py migrate` first" in ended(played, command)


def ended(data: Path, command: list[str]) -> str:
    """What a program says that ends by itself, as one that failed."""
    process = program(data, *command)
    said, _ = process.communicate(timeout=60)
    assert process.returncode == 1, said
    return said


@pytest.mark.parametrize("command", [["play_bots", "first_steps", "--seed", "1"], ["verify_log", "0" * 16]])
def test_a_command_on_a_record_without_tables(tmp_path: Path, command: list[str]) -> None:
    process = manage(tmp_path, *command)
    said, _ = process.communicate(timeout=60)
    assert process.returncode == 1
    assert said.endswith("is new, or of an older version of the wargame: run `manage.py migrate` first.\n")
    assert len(said.splitlines()) == 1
