"""map.geojson: the shapes on the map, as GeoJSON with a few properties of our own."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from wargame.engine.sheet import FeatureKind, Rank, Side
from wargame.exercises.packs.shapes.common import Id, Shape

Degrees = int | float


def _on_earth(position: list[Degrees]) -> list[Degrees]:
    if abs(position[0]) > 180 or abs(position[1]) > 85:
        raise PydanticCustomError("off_earth", "a position is [longitude, latitude], within 180 and 85 degrees")
    return position


def _closed(ring: list[list[Degrees]]) -> list[list[Degrees]]:
    if ring[0] != ring[-1]:
        raise PydanticCustomError("open_ring", "a ring ends where it begins")
    return ring


Position = Annotated[list[Degrees], Field(min_length=2, max_length=2), AfterValidator(_on_earth)]
Positions = Annotated[list[Position], Field(min_length=2, max_length=2000)]
Ring = Annotated[list[Position], Field(min_length=4, max_length=2000), AfterValidator(_closed)]
Rings = Annotated[list[Ring], Field(min_length=1)]


class PointShape(Shape):
    type: Literal["Point"]
    coordinates: Position


class LineShape(Shape):
    type: Literal["LineString"]
    coordinates: Positions


class PolygonShape(Shape):
    type: Literal["Polygon"]
    coordinates: Rings


class MultiPolygonShape(Shape):
    type: Literal["MultiPolygon"]
    coordinates: Annotated[list[Rings], Field(min_length=1)]


GeometryShape = Annotated[PointShape | LineShape | PolygonShape | MultiPolygonShape, Field(discriminator="type")]


class PropertiesShape(Shape):
    kind: FeatureKind
    id: Id
    name: str = Field("", max_length=60)
    side: Side = "right"
    rank: Rank = "state"
    minor: bool = False


class FeatureShape(Shape):
    type: Literal["Feature"]
    properties: PropertiesShape
    geometry: GeometryShape


class FeaturesFile(Shape):
    """map.geojson"""

    type: Literal["FeatureCollection"]
    features: list[FeatureShape] = Field(max_length=300)
