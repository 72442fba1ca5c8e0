"""How long a scenario of five thousand lines takes to be ready: read, built and checked, cold and once more."""

import re
from time import process_time

from django.conf import settings

from benchmarks.measure import Result
from wargame.exercises.packs import from_files
from wargame.exercises.packs.files import read_folder

LINES = 5000
COLD, AGAIN = 3.0, 1.0


def alone(seconds: float) -> list[Result]:
    """By CPU time, so that others on the machine count less."""
    files = grown(read_folder(settings.SCENARIOS / "first_steps"), LINES)
    lines = sum(text.count(b"\n") for name, text in files.items() if name.endswith(".yaml"))
    cold, again = _seconds(files), _seconds(dict(files))
    what = f"a scenario of {LINES} lines is ready"
    return [
        Result(f"{what}, cold", cold, "s", COLD, details={"lines": lines}),
        Result(f"{what}, read before by this process", again, "s", AGAIN, details={"lines": lines}),
    ]


def grown(files: dict[str, bytes], lines: int) -> dict[str, bytes]:
    """The pack with its orders again and again under other names, until it has so many lines."""
    head, _, orders = files["orders.yaml"].decode().partition("orders:\n")
    copies = lines // orders.count("\n") + 1
    more = (re.sub(r"^  (\w+):$", rf"  \1_{n}:", orders, flags=re.M) for n in range(copies))
    return files | {"orders.yaml": (head + "orders:\n" + orders + "".join(more)).encode()}


def _seconds(files: dict[str, bytes]) -> float:
    began = process_time()
    from_files(files)
    return round(process_time() - began, 4)
