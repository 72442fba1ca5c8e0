"""The map, and what is told on it."""

from typing import Any, Literal

from wargame.live.view_shape.common import Shape


class GeometryShape(Shape):
    """As in GeoJSON."""

    type: Literal["Point", "LineString", "Polygon", "MultiPolygon"]
    coordinates: list[Any]


class FeatureShape(Shape):
    kind: Literal["land", "zone", "area", "belt", "line", "limit", "place", "label"]
    name: str
    geometry: GeometryShape
    side: Literal["right", "left"]
    """Of a place or zone: where its name stands."""
    rank: Literal["state", "home", "sea"]
    """Of a label."""
    minor: bool
    """Left out where there is little room."""
    about: str
    """Of a zone."""
    facts: list[str]
    order: int


class MapShape(Shape):
    """What never changes of the map."""

    title: str
    window: list[float]
    """West, south, east, north."""
    base: Literal["", "europe"]
    """The land drawn beneath."""
    home: list[str]
    """States of the base land that the scenario is about."""
    staging: list[str]
    note: str
    features: dict[str, FeatureShape]


class MarkShape(Shape):
    """Values told on the map; those who get the mark know them."""

    paths: list[str]
    """Of `variables`: one, or one for each member of a set."""
    name: str = ""
    """The value's own name if absent."""
    word: str = ""
    """On the plate."""
    at: list[float] = []
    """Longitude, latitude; a mark without is told in words only."""
    zone: str = ""
    layer: Literal["forces", "air_sea"]
    symbol: Literal["air", "sea"] | None = None
    moves: list[str] = []
    """Features that lie elsewhere as the value changes; of areas the points on a line that moves."""
    by: list[float] = []
    """Degrees east and north for each one of the value."""
    order: int
