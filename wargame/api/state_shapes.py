"""The JSON of the state, as scripts get it. The engine's views make it; this describes it."""

from typing import Any, get_args

from rest_framework import serializers as s

from wargame.engine.events import RedLineStatus
from wargame.engine.scenario import PHASES, ProvenanceKind, ValueKind

Shape = s.Serializer[dict[str, object]]
VALUE = "A number, true or false, or a word."


def any_value(**options: object) -> s.JSONField:
    return s.JSONField(help_text=VALUE, **options)  # type: ignore[arg-type]  # options of any field


class MemberShape(Shape):
    name = s.CharField()
    letters = s.CharField()
    team = s.CharField(allow_blank=True, help_text="Empty: control plays it.")
    order = s.IntegerField()
    stance = s.CharField(allow_blank=True)
    constraint = s.CharField(allow_blank=True)
    authorisation = s.CharField(allow_blank=True)
    facts = s.ListField(child=s.CharField())


class ProvenanceShape(Shape):
    kind = s.ChoiceField(choices=get_args(ProvenanceKind))
    facts = s.ListField(child=s.CharField(), required=False)
    note = s.CharField(required=False)


class VariableShape(Shape):
    name = s.CharField()
    unit = s.CharField(allow_blank=True)
    group = s.CharField(allow_blank=True)
    member = s.CharField(required=False)
    kind = s.ChoiceField(choices=[*get_args(ValueKind), "derived"])
    choices = s.ListField(child=s.CharField(), required=False)
    low = s.FloatField()
    high = s.FloatField()
    places = s.IntegerField()
    definition = s.CharField(allow_blank=True)
    provenance = ProvenanceShape()
    key = s.BooleanField()
    order = s.IntegerField()
    secret = s.ChoiceField(choices=["", "team", "seat", "control"], required=False)
    value = any_value(required=False)
    word = s.CharField(required=False, help_text="The value in words, where the scenario gives any.")
    history = s.DictField(child=any_value(), required=False, help_text="By turn; turn 0 is the start.")
    public = s.CharField(required=False, help_text="What the public sees of it, in words.")


class RedLineShape(Shape):
    owner = s.CharField()
    title = s.CharField()
    consequence = s.CharField()
    status = s.ChoiceField(choices=get_args(RedLineStatus))
    binds_owner = s.BooleanField()
    facts = s.ListField(child=s.CharField())
    order = s.IntegerField()
    secret = s.ChoiceField(choices=["", "team", "seat", "control"], required=False)


class TermShape(Shape):
    id = s.CharField()
    label = s.CharField()  # type: ignore[assignment]  # DRF takes fields out of the class before it has a label
    value = s.FloatField()
    input = any_value()
    unit = s.CharField(allow_blank=True)
    provenance = ProvenanceShape()


class OutcomeShape(Shape):
    id = s.CharField()
    label = s.CharField()  # type: ignore[assignment]  # DRF takes fields out of the class before it has a label
    share = s.FloatField(required=False)


class ChangeShape(Shape):
    path = s.CharField()
    name = s.CharField()
    before = any_value()
    after = any_value()
    unit = s.CharField(required=False, allow_blank=True)


class DecisionShape(Shape):
    kind = s.ChoiceField(choices=["accepted", "amended", "overridden", "ruled", "issued"])
    at = s.FloatField(help_text="Seconds since StartEx.")
    reason = s.CharField(required=False, help_text="Of a text: ask for it at texts/<ref>.")


class RulingShape(Shape):
    kind = s.ChoiceField(choices=["order", "free", "rule", "drift", "arrival"])
    title = s.CharField()
    subject = s.CharField(allow_blank=True, help_text="The order's id.")
    rule = s.CharField(allow_blank=True)
    version = s.IntegerField()
    turn = s.IntegerField()
    month = s.IntegerField()
    actor = s.CharField(allow_blank=True)
    status = s.ChoiceField(choices=["proposed", "issued"])
    outcome = s.CharField(allow_blank=True)
    sentence = s.CharField(allow_blank=True)
    outcomes = OutcomeShape(many=True)
    terms = TermShape(many=True)
    hidden_terms = s.BooleanField()
    probability = s.FloatField(required=False)
    draw = s.FloatField(required=False, help_text="The number drawn, from 0 up to 1.")
    changes = ChangeShape(many=True)
    inputs = s.DictField(child=any_value(), help_text="What the formulas read, frozen.")
    decision = DecisionShape(required=False)
    order = s.IntegerField()


class MembersShape(Shape):
    members = s.DictField(child=MemberShape())


class VariablesShape(Shape):
    variables = s.DictField(child=VariableShape())


class PledgesShape(Shape):
    pledges = s.DictField(child=VariableShape())


class BackstopShape(Shape):
    backstop = s.DictField(child=VariableShape())


class RedLinesShape(Shape):
    red_lines = s.DictField(child=RedLineShape())


class RulingsShape(Shape):
    rulings = s.DictField(child=RulingShape())


class StateShape(MembersShape, VariablesShape, PledgesShape, BackstopShape, RedLinesShape):
    seq = s.IntegerField(help_text="Number of the last event of the log that is in here.")
    status = s.ChoiceField(choices=["lobby", "running", "ended"])
    turn = s.IntegerField()
    phase = s.ChoiceField(choices=PHASES)


class TextShape(Shape):
    ref = s.CharField()
    body = s.CharField()


class EntryShape(Shape):
    """One event, with all that its hash is made from, as in the report's JSONL."""

    exercise_id = s.CharField()
    seq = s.IntegerField()
    version = s.IntegerField()
    kind = s.CharField()
    at = s.FloatField(help_text="Seconds since StartEx.")
    seat = s.CharField(help_text="Whose command it was: a seat, control or system.")
    request_id = s.CharField()
    audience = s.CharField()
    salt = s.CharField()
    body = s.DictField(child=any_value())
    prev_hash = s.CharField(allow_blank=True)
    hash = s.CharField()


class LogShape(Shape):
    entries = EntryShape(many=True)
    cursor = s.CharField(allow_blank=True, help_text="Ask with it for the next page; empty: there is none yet.")
    head_seq = s.IntegerField()
    head_hash = s.CharField(allow_blank=True)


class LogAsked(Shape):
    cursor = s.IntegerField(min_value=0, max_value=2**53, required=False, help_text="From the page before.")
    order = s.ChoiceField(choices=["newest", "oldest"], default="newest", help_text="Which events come first.")
    limit = s.IntegerField(min_value=1, max_value=500, default=100)

    def to_internal_value(self, data: Any) -> dict[str, object]:
        """A parameter that is none would be passed over in silence, and give the wrong page."""
        unknown = [name for name in data if name not in self.fields]
        if unknown:
            raise s.ValidationError({unknown[0]: f"There is no such parameter; there are {', '.join(self.fields)}."})
        known: dict[str, object] = super().to_internal_value(data)
        return known
