"""Line charts as SVG text, for the report. Pure: values in, markup out; every text is escaped."""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from wargame.reports.wording import rounded, said

WIDTH, HEIGHT = 320, 136
LEFT, RIGHT, TOP, BOTTOM = 54, 20, 10, 28


@dataclass(frozen=True, slots=True)
class Line:
    """One trajectory: (turn, value) in order. `low` and `high` are the variable's range, `places` its decimals."""

    name: str
    unit: str
    low: float
    high: float
    places: int
    points: Sequence[tuple[int, float]]


def line_chart(line: Line) -> str:
    """Draw one trajectory over turns, on its own scale, at least a sixth of the range wide and within the range."""
    bottom, top = _scale(line)
    turns = [turn for turn, _ in line.points]
    across = max(turns) - min(turns) or 1

    def x(turn: int) -> float:
        return LEFT + (turn - min(turns)) / across * (WIDTH - LEFT - RIGHT)

    def y(value: float) -> float:
        return TOP + (top - value) / (top - bottom) * (HEIGHT - TOP - BOTTOM)

    return "".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}"',
            ' font-family="Libertinus Serif" font-size="16" fill="#16202b">',
            *(_level(y(value), value) for value in (bottom, (bottom + top) / 2, top)),
            *(_turn_mark(x(turn), turn) for turn in turns),
            '<polyline fill="none" stroke="#1b4a7a" stroke-width="2" points="',
            " ".join(f"{x(turn):.1f},{y(value):.1f}" for turn, value in line.points),
            '"/>',
            *(f'<circle cx="{x(t):.1f}" cy="{y(v):.1f}" r="3" fill="#1b4a7a"/>' for t, v in line.points),
            "</svg>",
        ]
    )


def spoken(line: Line) -> str:
    """The chart as one sentence, for those who do not see it."""
    (first, start), (last, end) = line.points[0], line.points[-1]
    begin = "at the start" if first == 0 else f"at the end of turn {first}"
    values = [said(value, line.unit, line.places) for value in (start, end)]
    return f"{line.name}: {values[0]} {begin}, {values[1]} at the end of turn {last}."


def _scale(line: Line) -> tuple[float, float]:
    """Bottom and top of the axis; never so narrow that noise looks like news, nor wider than what can be, or was."""
    values = [value for _, value in line.points]
    least = max((line.high - line.low) / 6, 1e-6)
    middle, spread = (min(values) + max(values)) / 2, max(max(values) - min(values), least) * 0.6
    bottom, top = middle - spread, middle + spread
    if line.high <= line.low:
        return bottom, top
    return max(bottom, min(line.low, *values)), min(top, max(line.high, *values))


def _level(y: float, value: float) -> str:
    return (
        f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:.1f}" y2="{y:.1f}" stroke="#c9d1d9" stroke-width="1"/>'
        f'<text x="{LEFT - 6}" y="{y + 5:.1f}" text-anchor="end">{escape(rounded(value))}</text>'
    )


def _turn_mark(x: float, turn: int) -> str:
    label = "start" if turn == 0 else str(turn)
    return f'<text x="{x:.1f}" y="{HEIGHT - 6}" text-anchor="middle">{label}</text>'
