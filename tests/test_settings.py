"""The switches of wargame/settings.py, each seen from a process of its own, as a person would set them."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
OURS = ("DATABASE_URL", "REDIS_URL", "DJANGO_SETTINGS_MODULE")


def settings(expression: str, data: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("WARGAME_") and name not in OURS}
    return subprocess.run(
        [sys.executable, "-c", f"from wargame import settings as s; print({expression})"],
        cwd=ROOT,
        env={**clean, "WARGAME_DATA": str(data), **variables},
        capture_output=True,
        text=True,
    )


def test_a_laptop_makes_its_own_key_and_keeps_it(tmp_path: Path) -> None:
    first = settings("s.SECRET_KEY", tmp_path / "new").stdout
    assert len(first) > 50
    assert settings("s.SECRET_KEY", tmp_path / "new").stdout == first
    assert [file.name for file in (tmp_path / "new").iterdir()] == ["secret_key"]
    assert stat.S_IMODE((tmp_path / "new" / "secret_key").stat().st_mode) == 0o600


@pytest.mark.parametrize("variable", ["DATABASE_URL", "REDIS_URL"])
def test_many_processes_must_be_given_one_key(variable: str, tmp_path: Path) -> None:
    refused = settings("s.SECRET_KEY", tmp_path, **{variable: "postgresql://host/name"})
    assert refused.returncode != 0
    assert "set WARGAME_SECRET_KEY" in refused.stderr


def test_the_record_moves_to_postgresql(tmp_path: Path) -> None:
    url = "postgresql://umpire:p%40ss@db:5433/wargame?sslmode=require"
    expression = "[s.DATABASES['default'][k] for k in ('NAME','USER','PASSWORD','HOST','PORT','OPTIONS')], s.EMBEDDED"
    seen = settings(expression, tmp_path, DATABASE_URL=url, WARGAME_SECRET_KEY="k")
    options = "{'connect_timeout': '5', 'sslmode': 'require'}"
    assert seen.stdout.strip() == f"['wargame', 'umpire', 'p@ss', 'db', '5433', {options}] False"


def test_another_database_is_refused_in_words(tmp_path: Path) -> None:
    refused = settings("s.DATABASES", tmp_path, DATABASE_URL="mysql://host/name", WARGAME_SECRET_KEY="k")
    assert "must start with postgresql://" in refused.stderr


def test_nobody_sees_a_debug_page_unless_asked(tmp_path: Path) -> None:
    assert settings("s.DEBUG, s.SESSION_COOKIE_SECURE", tmp_path).stdout.strip() == "False False"
    assert settings("s.DEBUG", tmp_path, WARGAME_DEBUG="1").stdout.strip() == "True"
    assert settings("s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE", tmp_path, WARGAME_HTTPS="1").stdout.strip() == (
        "True True"
    )
