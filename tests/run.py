"""Every test: all of them on SQLite in one process, then the record and its doors again on PostgreSQL and Redis.

What is given on the command line goes to pytest. PARTIAL=1 leaves out what needs a server or a browser, and says so.
"""

import os
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from tests import services  # noqa: E402

# What behaves differently when the record is in PostgreSQL and the bell in Redis.
ON_BOTH = ["tests/exercises", "tests/live", "tests/api"]


def pytest(*arguments: str, **environment: str) -> int:
    command = [sys.executable, "-m", "pytest", *arguments]
    return subprocess.run(command, cwd=HERE.parent, env={**os.environ, **environment}).returncode


def main(arguments: list[str]) -> int:
    if os.environ.get("PARTIAL") == "1":
        print("PARTIAL: without the tests that need PostgreSQL, Redis or Chromium. `make test` runs them all.")
        return pytest("-m", "not services and not browser", *arguments)
    missing = services.missing_packages()
    if missing and not services.install(missing):
        return 1

    print("=== SQLite, one process ===", flush=True)
    embedded = pytest(*arguments)
    folders = [folder for folder in ON_BOTH if (HERE.parent / folder).is_dir()]
    if not folders:
        return embedded
    print("=== PostgreSQL and Redis ===", flush=True)
    with ExitStack() as running:
        database = running.enter_context(services.postgres())
        bell = running.enter_context(services.redis_server())
        full = pytest("-m", "not browser", *folders, *arguments, DATABASE_URL=database.url, REDIS_URL=bell.url)
    return embedded or full


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
