"""map.yaml: what part of the world is shown, what its zones are, and which values are drawn where."""

from typing import Annotated, Literal

from pydantic import Field

from wargame.engine.sheet import Layer
from wargame.exercises.packs.shapes.common import Id, Line, Names, Shape

Degrees = int | float
Window = Annotated[list[Degrees], Field(min_length=4, max_length=4)]
At = Annotated[list[Degrees], Field(min_length=2, max_length=2)]


class MapShape(Shape):
    """The sheet itself."""

    title: Line = Field("Theatre", description="What the map is called on screen.")
    base: Literal["europe"] | None = Field(
        None, description="Land drawn beneath: europe; or nothing, then features of kind land are the land."
    )
    window: Window = Field(description="[west, south, east, north] in degrees: what is shown.")
    home: Names | None = Field(None, description="States that the scenario is about, as ISO codes of three letters.")
    staging: Names | None = Field(None, description="States from which forces would come.")
    note: str = Field("", max_length=200, description="Added to the sentence under the map.")


class ZoneShape(Shape):
    """What is to know about a zone of map.geojson."""

    about: str = Field("", max_length=500, description="One or two sentences.")
    facts: list[str] = []


class MarkShape(Shape):
    """Values told on the map, to those who may see them: in a zone's facts, and with a `word` as a plate."""

    of: str = Field(description="A variable or derived value; one over a set is told together.")
    name: str = Field("", max_length=200, description="In words; the value's own name if left out.")
    word: str = Field("", max_length=24, description="On the plate, before the number.")
    at: At | None = Field(None, description="[longitude, latitude] of the plate.")
    place: str = Field("", description="A place, zone or label of map.geojson where the plate stands.")
    zone: str = Field("", description="The zone that it tells about.")
    layer: Layer = Field("forces", description="Which switch shows the plate.")
    symbol: Literal["air", "sea"] | None = Field(None, description="Drawn before the word.")
    moves: Names | None = Field(
        None, description="Lines, belts and areas that move with the value; of areas the points on a line that moves."
    )
    by: At | None = Field(None, description="[degrees east, degrees north] that they move for each one of the value.")


class MapFile(Shape):
    """map.yaml"""

    map: MapShape
    zones: dict[Id, ZoneShape] = {}
    marks: dict[Id, MarkShape] = {}
