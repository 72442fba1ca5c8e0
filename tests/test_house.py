"""The walls hold: who imports whom, nothing made is stale, nothing committed knows one machine."""

import importlib
import io
import json
import re
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.test import override_settings
from ruamel.yaml import YAML

from wargame import topology
from wargame.generated import Generates

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ["requirements.lock", "requirements-dev.lock", "frontend/package-lock.json"]
# Written in two halves, so that this file passes its own test.
MACHINE = re.compile(r"(?<![\w.])/" + r"(?:work|root|home/\w+)/|(?<![\w.])/opt/" + "(?:wheels|pypi)")
REGISTRY = re.compile(r"pypi\." + r"org|pythonhosted\." + r"org|npmjs\." + r"(?:org|com)|deb\.debian\." + "org")


def committed() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    return [ROOT / name for name in listed.stdout.decode().split("\0") if name and (ROOT / name).is_file()]


def lines_with(pattern: re.Pattern[str], paths: list[Path]) -> list[str]:
    found = []
    for path in paths:
        for number, line in enumerate(path.read_text(errors="ignore").splitlines(), start=1):
            if pattern.search(line):
                found.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}")
    return found


def test_each_room_imports_only_what_it_may() -> None:
    program = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run([program, "--no-logo"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    out = io.StringIO()
    try:
        call_command("makemigrations", check_changes=True, dry_run=True, stdout=out)
    except SystemExit:
        pytest.fail(out.getvalue())


@pytest.mark.parametrize("command", ["contract", "api_contract", "scenario_schema"])
def test_what_is_made_is_fresh(command: str) -> None:
    """What the front end believes about the wire is what the server sends, and editors know what packs may hold."""
    call_command(command, "--check", stdout=io.StringIO())


def test_what_is_stale_is_told_and_made_anew(tmp_path: Path) -> None:
    class Greeting(Generates):
        path = tmp_path / "greeting.txt"

        def text(self) -> str:
            return "Hello"

    with override_settings(BASE_DIR=tmp_path):
        with pytest.raises(CommandError, match="greeting.txt is stale: run `manage.py"):
            call_command(Greeting(), "--check")
        call_command(Greeting(), stdout=io.StringIO())
        call_command(Greeting(), "--check", stdout=io.StringIO())
    assert Greeting.path.read_text() == "Hello"


def test_no_committed_file_knows_one_machine() -> None:
    assert lines_with(MACHINE, committed()) == []


def test_no_committed_file_names_a_registry() -> None:
    assert lines_with(REGISTRY, committed()) == []


def test_locks_say_what_and_not_from_where() -> None:
    python_locks = [ROOT / name for name in LOCKS if name.endswith(".lock")]
    assert lines_with(re.compile(r"://|--(?:extra-)?index-url|--find-links"), python_locks) == []
    assert '"resolved"' not in (ROOT / "frontend/package-lock.json").read_text()


def test_the_front_end_locks_what_it_asks_for() -> None:
    asked = json.loads((ROOT / "frontend/package.json").read_text())
    locked = json.loads((ROOT / "frontend/package-lock.json").read_text())["packages"]
    for kind in ("dependencies", "devDependencies"):
        assert locked[""][kind] == asked[kind]
        assert {name: locked[f"node_modules/{name}"]["version"] for name in asked[kind]} == asked[kind]


@pytest.fixture
def compose() -> dict[str, Any]:
    found: dict[str, Any] = YAML(typ="safe").load((ROOT / "docker-compose.yml").read_text())
    return found


def test_the_containers_are_the_topology(compose: dict[str, Any]) -> None:
    """`make serve` starts what they run, and every queue has a worker."""
    services = compose["services"]
    assert services.keys() == {"proxy", "web", "migrate", "postgres", "redis", *topology.PROCESSES}
    assert {name: services[name]["command"] for name in topology.PROCESSES} == dict(topology.PROCESSES)
    served = re.findall(r"--queues (\w+)", " ".join(topology.PROCESSES.values()))
    assert sorted(served) == sorted(queue.name for queue in settings.CELERY_TASK_QUEUES)
    assert {route["queue"] for route in settings.CELERY_TASK_ROUTES.values()} <= set(served)
    for name in ("web", "migrate", *topology.PROCESSES):
        assert "postgres" in services[name]["depends_on"]
        assert name == "migrate" or {"redis", "migrate"} <= services[name]["depends_on"].keys()


def test_what_a_container_names_is_there(compose: dict[str, Any]) -> None:
    services = compose["services"]
    for service in services.values():
        for other, how in service.get("depends_on", {}).items():
            assert "healthcheck" in services[other] or how["condition"] != "service_healthy"
        for volume in service.get("volumes", []):
            source = volume.partition(":")[0]
            assert source in compose["volumes"] or (ROOT / source).exists()
    text = (ROOT / "docker-compose.yml").read_text()
    filled_in = re.findall(r"^(\w+)=", (ROOT / ".env.example").read_text(), re.MULTILINE)
    assert set(re.findall(r"\$\{(\w+)", text)) == set(filled_in)
    explained = re.findall(r"^\| (WARGAME_\w+)", str(importlib.import_module("wargame.settings").__doc__), re.MULTILINE)
    environment = set().union(
        *(service.get("environment", {}) for name, service in services.items() if name != "proxy")
    )
    assert {name for name in environment if name.startswith("WARGAME_")} <= set(explained)


def test_the_image_is_made_of_what_is_committed() -> None:
    text = (ROOT / "Dockerfile").read_text()
    names = {str(path.relative_to(ROOT)) for path in committed()}
    let_in = [line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")]
    for line in re.findall(r"^COPY (?!--from)(.+)$", text, re.MULTILINE):
        for source in line.split()[:-1]:
            assert any(name == source or name.startswith(source.rstrip("/") + "/") for name in names), source
            assert any(fnmatch(source, one) or source.startswith(one) for one in let_in), source
    command = json.loads(text.rpartition("CMD ")[2])
    assert command[:3] == ["python", "manage.py", "web"]
    assert "wargame.asgi" not in text  # how a web process listens is said in one place
    assert "web 8000" in (ROOT / "Caddyfile").read_text() and "8000" in command
