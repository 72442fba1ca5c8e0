"""A summary as JSON for scripts, and as tables for people: plain text, which is Markdown too."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict

from wargame.bots.simulation.summary import Measured, Spread, Summary
from wargame.engine.scenario import Scenario
from wargame.engine.units import unit_of

DISCLAIMER = "This is how a model behaves. It is no forecast."


def as_json(told: Summary) -> str:
    """The same summary is the same text."""
    return json.dumps(asdict(told), indent=1, ensure_ascii=False) + "\n"


def as_table(scenario: Scenario, told: Summary) -> str:
    return "\n".join(_lines(scenario, told))


def _lines(scenario: Scenario, told: Summary) -> Iterator[str]:
    chosen = " · ".join(f"{name} {choice}" for name, choice in told.setup.items())
    plan = scenario.plans[told.plays].title if told.plays in scenario.plans else f"every seat plays {told.plays}"
    yield f"# {scenario.title} {told.version}"
    yield f"{told.runs} games · seed {told.seed} · {chosen} · {plan}. {DISCLAIMER}"
    yield from section("Measures", ("", "share", "mean", "quartiles", ""), map(_measure, told.measures.values()))
    yield from section("Scores", ("", "mean", "5 to 95 %"), (_score(*pair) for pair in told.scores.items()))
    yield from section(
        "Orders",
        ("", "games", "times a game"),
        ((one.title, _per_cent(one.share), f"{one.mean:.1f}") for one in told.orders.values()),
    )
    yield from section("Injects", ("", "fired"), _shares(told.injects.items(), {}))
    titles = {id: one.title for id, one in scenario.agreements.items()}
    yield from section("Agreements in force at the end", ("", "games"), _shares(told.agreements.items(), titles))
    lines = {id: one.title for id, one in scenario.red_lines.items()}
    yield from section("Red lines crossed", ("", "games"), _shares(told.crossed.items(), lines))
    faults = ((fault, str(games)) for fault, games in told.faults.items())
    yield from section("What could not be worked out", ("", "games"), faults)


def _measure(one: Measured) -> tuple[str, ...]:
    found = one.spread
    if found is None or one.take == "ever":
        return one.title, _per_cent(one.share), "", "", ""
    quartiles = f"{found.quarter:.1f} · {found.median:.1f} · {found.three_quarters:.1f}"
    unit = "month" if one.take == "first_month" else unit_of(one.unit)
    return one.title, _per_cent(one.share), f"{found.mean:.1f}", quartiles, unit


def _score(name: str, found: Spread) -> tuple[str, ...]:
    return name, f"{found.mean:.0f}", f"{found.low:.0f} to {found.high:.0f}"


def _shares(shares: Iterable[tuple[str, float]], titles: dict[str, str]) -> Iterator[tuple[str, ...]]:
    for id, share in shares:
        yield titles.get(id, id), _per_cent(share)


def _per_cent(share: float) -> str:
    return f"{100 * share:.0f} %"


def section(title: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table whose columns stand under one another; nothing if it has no rows."""
    table = list(rows)
    if not table:
        return
    widths = [max(len(row[n]) for row in [head, *table]) for n in range(len(head))]
    yield f"\n## {title}"
    yield _row(head, widths)
    yield "|".join(["", "-" * (widths[0] + 2), *(f"{'-' * (width + 1)}:" for width in widths[1:]), ""])
    for row in table:
        yield _row(row, widths)


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = zip(cells, widths, strict=True)
    told = [first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in others)]
    return f"| {' | '.join(told)} |"
