"""`manage.py play`, as somebody starts it on a laptop."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import HTTPCookieProcessor, OpenerDirector, Request, build_opener

from wargame.live.management.commands.play import addresses

MANAGE = Path(__file__).resolve().parents[2] / "manage.py"


@contextmanager
def playing(folder: Path, *options: str) -> Iterator[str]:
    """What the terminal shows, while the wargame is open."""
    environment = {k: v for k, v in os.environ.items() if k not in ("DATABASE_URL", "REDIS_URL")}
    environment |= {"WARGAME_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "wargame.settings"}
    command = [sys.executable, str(MANAGE), "play", "--port", "0", *options]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        shown = ""
        while "/enter#" not in shown and (line := process.stdout.readline()):
            shown += line
        try:
            yield shown
        finally:
            process.terminate()
            process.wait(20)


def post(browser: OpenerDirector, url: str, body: object, csrf: str) -> int:
    request = Request(url, json.dumps(body).encode(), {"Content-Type": "application/json", "X-CSRFToken": csrf})
    try:
        return int(browser.open(request, timeout=10).status)
    except HTTPError as refused:
        return refused.code


def test_from_the_command_to_the_home_page(tmp_path: Path) -> None:
    with playing(tmp_path) as shown:
        link = re.search(r"(http://127\.0\.0\.1:\d+)/enter#(\S+)", shown)
        assert link and f"{link[1]}/join" in shown and "plain HTTP" not in shown
        jar = CookieJar()
        browser = build_opener(HTTPCookieProcessor(jar))
        assert b'data-page="enter"' in browser.open(f"{link[1]}/enter", timeout=10).read()
        csrf = next(str(cookie.value) for cookie in jar if cookie.name == "csrftoken")
        assert post(browser, f"{link[1]}/enter", {"token": link[2]}, csrf) == 200
        assert b'data-page="home"' in browser.open(f"{link[1]}/", timeout=10).read()
        assert post(browser, f"{link[1]}/enter", {"token": link[2]}, csrf) in (403, 410)


def test_open_to_the_room(tmp_path: Path) -> None:
    with playing(tmp_path, "--lan") as shown:
        for address in addresses():
            found = re.search(rf"http://{re.escape(address)}:\d+/join", shown)
            assert found and build_opener().open(found[0], timeout=10).status == 200
        assert not addresses() or "plain HTTP" in shown


def test_a_port_that_is_taken(tmp_path: Path) -> None:
    with playing(tmp_path) as shown:
        port = re.findall(r":(\d+)/join", shown)[0]
        command = [sys.executable, str(MANAGE), "play", "--port", port]
        environment = {**os.environ, "WARGAME_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "wargame.settings"}
        refused = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=30)
        assert refused.returncode == 1 and f"make play PORT={int(port) + 1}" in refused.stderr
