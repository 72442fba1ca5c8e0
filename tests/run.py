"""Every test: on SQLite in one process, beside them the record and its doors on PostgreSQL and Redis; then in browsers.

What is given on the command line goes to pytest. PARTIAL=1 leaves out what needs a server or a browser, and says so.
"""

import os
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryFile

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from tests import services  # noqa: E402

# What behaves differently when the record is in PostgreSQL and the bell in Redis.
ON_BOTH = ["tests/exercises", "tests/live", "tests/api"]
NO_SUCH_TEST = 5
"""How pytest ends when none was chosen."""


def pytest(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "pytest", *arguments]


def without_browsers(arguments: list[str]) -> list[int]:
    """On either record at the same time: two cores do it in little more than the longer takes alone."""
    with ExitStack() as open_now:
        database = open_now.enter_context(services.postgres())
        bell = open_now.enter_context(services.redis_server())
        told = open_now.enter_context(TemporaryFile())
        full = subprocess.Popen(
            pytest("-m", "not browser", *ON_BOTH, *arguments),
            env={**os.environ, "DATABASE_URL": database.url, "REDIS_URL": bell.url},
            stdout=told,
            stderr=subprocess.STDOUT,
        )
        print("=== SQLite, one process ===", flush=True)
        embedded = subprocess.run(pytest("-m", "not browser", *arguments))
        codes = [embedded.returncode, full.wait()]
        print("=== PostgreSQL and Redis ===", flush=True)
        told.seek(0)
        sys.stdout.buffer.write(told.read())
        return codes


def main(arguments: list[str]) -> int:
    if os.environ.get("PARTIAL") == "1":
        print("PARTIAL: without the tests that need PostgreSQL, Redis or Chromium. `make test` runs them all.")
        return subprocess.run(pytest("-m", "not services and not browser", *arguments)).returncode
    missing = services.missing_packages()
    if missing and not services.install(missing):
        return 1
    codes = without_browsers(arguments)
    print("=== Browsers ===", flush=True)
    codes.append(subprocess.run(pytest("-m", "browser", *arguments)).returncode)
    passing = {0, NO_SUCH_TEST} if arguments else {0}
    return int(not passing.issuperset(codes))


if __name__ == "__main__":
    os.chdir(HERE.parent)
    sys.exit(main(sys.argv[1:]))
