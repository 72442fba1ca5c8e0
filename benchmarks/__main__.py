"""`python -m benchmarks [ROW…]`: measure, print one table, write it as JSON."""

import json
import os
import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from pathlib import Path
from time import perf_counter
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wargame.settings")
django.setup()  # the rows share code with the servers, which imports tables

from benchmarks import grounds  # noqa: E402
from benchmarks.measure import Result, machine, table, told  # noqa: E402
from benchmarks.rows import ROWS  # noqa: E402
from wargame.topology import ROOT  # noqa: E402


def main() -> None:
    asked = _parser().parse_args()
    names = asked.rows or list(ROWS)
    if unknown := set(names) - set(ROWS):
        sys.exit(f"There is no row {', '.join(sorted(unknown))}. Choose from: {', '.join(ROWS)}.")
    before = machine()
    results: list[Result] = []
    for name in names:
        results += _measured(name, asked.seconds)
        after = machine()
        _write(asked.output, {"before": before, "after": after, "rows": told(results)})  # what is done is kept
    print(f"\n{table(results)}\n")
    print(f"{before['cpus']} CPUs, Python {before['python']}, {before['at']}, clients on the same CPUs as the servers.")
    print(f"Load average {_load(before['load'])} before, {_load(after['load'])} after.")
    print(f"Written to {asked.output}")


def _parser() -> ArgumentParser:
    parser = ArgumentParser("benchmarks", description=__doc__, formatter_class=RawDescriptionHelpFormatter)
    parser.add_argument("rows", nargs="*", help=f"which rows, all if none is named: {', '.join(ROWS)}")
    parser.add_argument("--seconds", type=float, default=8.0, help="for each row that goes on and on; default: 8")
    parser.add_argument("-o", "--output", type=Path, default=ROOT / "data" / "bench.json", help="default: %(default)s")
    return parser


def _measured(name: str, seconds: float) -> list[Result]:
    """One row. A row that cannot be measured here is left out, and says so."""
    if name in ("acted-full", "closed-full", "turn") and not grounds.has_services():
        print(f"{name}: not measured, PostgreSQL or Redis is not installed", flush=True)
        return []
    began = perf_counter()
    results = ROWS[name](seconds)
    print(f"{name}: {perf_counter() - began:.0f} s, load average {_load(list(os.getloadavg()))}", flush=True)
    return results


def _write(path: Path, what: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(what, indent=2) + "\n")


def _load(averages: list[float]) -> str:
    return "{:.1f} / {:.1f} / {:.1f}".format(*averages)


if __name__ == "__main__":
    main()
