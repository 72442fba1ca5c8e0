"""The JSON of a pack as a person reads it."""

from rest_framework import serializers as s

from wargame.api.shapes import ScenarioShape
from wargame.api.state_shapes import ProvenanceShape
from wargame.engine.scenario import PHASES


class BookLink(s.Serializer[dict[str, object]]):
    to = s.CharField(help_text="The `id` of another entry.")
    text = s.CharField()


class BookRow(s.Serializer[dict[str, object]]):
    """One line of an entry: a sentence, a formula, or both side by side."""

    name = s.CharField()
    text = s.CharField(allow_blank=True)
    formula = s.CharField(allow_blank=True)
    provenance = ProvenanceShape(allow_null=True)
    links = BookLink(many=True)


class BookEntry(s.Serializer[dict[str, object]]):
    """One thing of a pack: an order, a rule, a fact."""

    id = s.CharField()
    title = s.CharField()
    text = s.CharField(allow_blank=True, help_text="Markdown.")
    tags = s.ListField(child=s.CharField())
    rows = BookRow(many=True)
    provenance = ProvenanceShape(allow_null=True)
    facts = s.ListField(child=s.CharField())
    group = s.CharField(allow_blank=True)


class BookMark(s.Serializer[dict[str, object]]):
    """A scheduled inject on the time line."""

    turn = s.IntegerField()
    phase = s.ChoiceField(choices=PHASES)
    seconds = s.FloatField()
    entry = s.CharField()
    title = s.CharField()


class BookChapter(s.Serializer[dict[str, object]]):
    id = s.CharField()
    title = s.CharField()
    lead = s.CharField()
    entries = BookEntry(many=True)
    marks = BookMark(many=True)


class BookShape(s.Serializer[dict[str, object]]):
    """A pack as a person reads it."""

    scenario = ScenarioShape()
    chapters = BookChapter(many=True)
