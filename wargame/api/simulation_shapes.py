"""The JSON of simulations."""

from rest_framework import serializers as s

from wargame.engine.study import TAKES

STATES = ["waiting", "running", "done", "failed", "cancelled"]
LARGEST_SEED = 2**31 - 1


class NewSimulation(s.Serializer[dict[str, object]]):
    """What is to be played, how often, and from which seed."""

    scenario = s.CharField(max_length=80)
    clock = s.CharField(max_length=80)
    start_card = s.CharField(max_length=80)
    rule_card = s.CharField(max_length=80)
    team_set = s.CharField(max_length=80)
    plays = s.CharField(max_length=80, help_text="A plan of the pack, or how every bot plays.")
    runs = s.IntegerField(min_value=1, max_value=1_000_000, help_text="Games.")
    seed = s.IntegerField(min_value=0, max_value=LARGEST_SEED, help_text="The same one gives the same games.")


class SimulationLine(s.Serializer[dict[str, object]]):
    """Where a simulation stands."""

    id = s.CharField()
    scenario = s.CharField()
    title = s.CharField()
    version = s.CharField()
    start_card = s.CharField(help_text="Title; so are the next three.")
    rule_card = s.CharField()
    team_set = s.CharField()
    clock = s.CharField()
    plays = s.CharField()
    plan = s.CharField(allow_blank=True, help_text="Title of the plan that is played, if one is.")
    runs = s.IntegerField()
    seed = s.IntegerField()
    state = s.ChoiceField(choices=STATES)
    text = s.CharField(allow_blank=True, help_text="Why it failed.")
    games = s.IntegerField(help_text="Played so far.")
    seconds = s.FloatField(help_text="Since a worker began it, until its end.")
    asked_at = s.DateTimeField()
    link = s.CharField(allow_blank=True, help_text="Where to download the numbers, once it is done.")


class SpreadShape(s.Serializer[dict[str, object]]):
    """Of one number over many games."""

    games = s.IntegerField(help_text="That have it.")
    mean = s.FloatField()
    low = s.FloatField(help_text="5th percentile.")
    quarter = s.FloatField()
    median = s.FloatField()
    three_quarters = s.FloatField()
    high = s.FloatField(help_text="95th percentile.")


class HeapShape(s.Serializer[dict[str, object]]):
    """Games whose number lies from `low` to below `high`; or is `low`, if both are the same."""

    low = s.FloatField()
    high = s.FloatField()
    games = s.IntegerField()


class MeasureShape(s.Serializer[dict[str, object]]):
    id = s.CharField()
    title = s.CharField()
    unit = s.CharField(allow_blank=True)
    take = s.ChoiceField(choices=[*TAKES])
    share = s.FloatField(help_text="Of games in which it is there and not zero.")
    spread = SpreadShape(allow_null=True)
    heaps = HeapShape(many=True)


class ScoreShape(s.Serializer[dict[str, object]]):
    id = s.CharField()
    actor = s.CharField()
    title = s.CharField()
    team = s.CharField(allow_blank=True)
    letters = s.CharField(allow_blank=True)
    slot = s.IntegerField()
    spread = SpreadShape()


class ShareShape(s.Serializer[dict[str, object]]):
    """In how many of the games."""

    id = s.CharField()
    title = s.CharField()
    share = s.FloatField(help_text="0 to 1.")


class ChosenShape(ShareShape):
    mean = s.FloatField(help_text="Times a game.")


class FaultShape(s.Serializer[dict[str, object]]):
    text = s.CharField()
    games = s.IntegerField()


class ToldShape(s.Serializer[dict[str, object]]):
    """What came of all games."""

    measures = MeasureShape(many=True)
    scores = ScoreShape(many=True)
    orders = ChosenShape(many=True)
    injects = ShareShape(many=True)
    agreements = ShareShape(many=True)
    crossed = ShareShape(many=True)
    faults = FaultShape(many=True)


class SimulationShape(SimulationLine):
    told = ToldShape(allow_null=True)
