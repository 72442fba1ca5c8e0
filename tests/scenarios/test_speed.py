"""A pack of five thousand lines is ready in three seconds of this process, cold; others on the machine do not count."""

import re
import time

from tests.scenarios.tiny import tiny
from wargame.exercises.packs import from_files

LINES = 5000
SECONDS = 3.0


def test_a_large_pack_is_ready_in_three_seconds() -> None:
    files = tiny()
    head, _, order = files["orders.yaml"].decode().partition("orders:\n")
    copies = (LINES // order.count("\n")) + 1
    text = head + "orders:\n" + "".join(re.sub("^  push:", f"  push{n}:", order, flags=re.M) for n in range(copies))
    assert text.count("\n") >= LINES
    began = time.process_time()
    scenario = from_files(files | {"orders.yaml": text.encode()})
    assert time.process_time() - began < SECONDS
    assert len(scenario.orders) == copies
