"""A scenario's map: shapes on the ground, zones with what is to know about them, and which values are drawn where.

Nothing here is secret or changes: a mark names values, and the view gives it to those who know these values.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Position = tuple[float, float]
"""Longitude and latitude in degrees, east and north above zero."""
Coordinates = tuple["float | Coordinates", ...]
"""As in GeoJSON: a position, or a line, ring or polygon of them."""

FeatureKind = Literal["land", "zone", "area", "belt", "line", "limit", "place", "label"]
"""land: ground of an invented country. area: hatched, such as occupied land. belt: wide and pale, along a line.
line: the contact line. limit: dashed, between zones. place: a town. label: a word on the map."""
Layer = Literal["forces", "air_sea"]
Base = Literal["", "europe"]
Side = Literal["right", "left"]
Rank = Literal["state", "home", "sea"]

STATES: Mapping[Base, frozenset[str]] = {
    "": frozenset(),
    "europe": frozenset(
        [
            *("ALB", "ARM", "AUT", "AZE", "BGR", "BIH", "BLR", "CZE", "DEU", "DNK", "EST", "GEO", "GRC", "HRV", "HUN"),
            *("IRN", "ITA", "KAZ", "LTU", "LVA", "MDA", "MKD", "MNE", "POL", "ROU", "RUS", "SMR", "SRB", "SVK", "SVN"),
            *("SWE", "TUR", "UKR", "XKX"),
        ]
    ),
}
"""By base land: the states that a pack may tint. The drawn land is the front end's."""

EXTENT: Mapping[Base, tuple[float, float, float, float]] = {
    "": (-180.0, -85.0, 180.0, 85.0),
    "europe": (12.0, 40.0, 48.0, 58.0),
}
"""West, south, east and north of what there is to draw."""

POINTS: tuple[FeatureKind, ...] = ("place", "label")
LINES: tuple[FeatureKind, ...] = ("line", "belt", "limit")


@dataclass(frozen=True, slots=True)
class Geometry:
    type: Literal["Point", "LineString", "Polygon", "MultiPolygon"]
    coordinates: Coordinates


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing that lies on the map."""

    id: str
    kind: FeatureKind
    name: str
    geometry: Geometry
    side: Side = "right"
    """Of a place or zone: where its name stands."""
    rank: Rank = "state"
    """Of a label."""
    minor: bool = False
    """Left out where there is little room."""
    about: str = ""
    """Of a zone: what a player should know about it."""
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """Values told on the map: in a zone's facts, and as a plate where `at` says so."""

    id: str
    paths: tuple[str, ...]
    """One value, or one for each member of a set, told together."""
    name: str = ""
    """In words; the value's own name if empty."""
    word: str = ""
    """On the plate."""
    at: Position | None = None
    zone: str = ""
    layer: Layer = "forces"
    symbol: Literal["", "air", "sea"] = ""
    moves: tuple[str, ...] = ()
    """Features that lie elsewhere as the value changes; of areas only the points on a line that moves too."""
    by: Position = (0.0, 0.0)
    """Degrees east and north for each one of the value."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole map."""

    title: str
    window: tuple[float, float, float, float]
    """West, south, east and north of what is shown."""
    base: Base = ""
    home: tuple[str, ...] = ()
    """States of the base land that the scenario is about."""
    staging: tuple[str, ...] = ()
    note: str = ""
    features: Mapping[str, Feature] = field(default_factory=dict)
    marks: Mapping[str, Mark] = field(default_factory=dict)
