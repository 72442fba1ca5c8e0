"""The JSON of this door. Serializers describe and check shape; they hold no rules and read no tables."""

from rest_framework import serializers as s

from wargame.engine.scenario import MODES, PHASES
from wargame.exercises.bot_policies import POLICIES
from wargame.exercises.report_kinds import FORMATS, PROFILES


class Choice(s.Serializer[dict[str, object]]):
    """A card, a clock: something to choose at set-up."""

    id = s.CharField()
    title = s.CharField()
    summary = s.CharField()


class ClockChoice(s.Serializer[dict[str, object]]):
    id = s.CharField()
    title = s.CharField()
    turns = s.ListField(child=s.CharField(), help_text="What each turn is called.")
    seconds = s.DictField(child=s.FloatField(), help_text="Planned length by phase.")
    minutes = s.IntegerField(help_text="Of all turns together.")


class TreatmentChoice(Choice):
    """What can be done differently, to compare groups; without an arm a group plays as usual."""

    arms = Choice(many=True)


class TeamChoice(s.Serializer[dict[str, object]]):
    name = s.CharField()
    letters = s.CharField()
    slot = s.IntegerField()
    seats = s.IntegerField()


class TeamSetChoice(s.Serializer[dict[str, object]]):
    id = s.CharField()
    title = s.CharField()
    players = s.CharField()
    teams = TeamChoice(many=True)


class ScenarioShape(s.Serializer[dict[str, object]]):
    """A pack of the library, with what can be chosen at set-up."""

    id = s.CharField()
    title = s.CharField()
    version = s.CharField()
    rewritten = s.BooleanField(help_text="Exercises here were opened with other files of this version.")
    summary = s.CharField()
    content_note = s.CharField()
    language = s.CharField()
    orders = s.IntegerField()
    injects = s.IntegerField()
    start_cards = Choice(many=True)
    rule_cards = Choice(many=True)
    treatments = TreatmentChoice(many=True)
    team_sets = TeamSetChoice(many=True)
    clocks = ClockChoice(many=True)
    plans = Choice(many=True, help_text="What bots can follow in a simulation.")


class NewExercise(s.Serializer[dict[str, object]]):
    """What a facilitator chooses before the lobby opens."""

    scenario = s.CharField(max_length=80)
    title = s.CharField(max_length=120)
    clock = s.CharField(max_length=80)
    start_card = s.CharField(max_length=80)
    rule_card = s.CharField(max_length=80)
    team_set = s.CharField(max_length=80)
    mode = s.ChoiceField(choices=MODES)
    auto_advance = s.BooleanField(default=True)
    show_readiness = s.BooleanField(default=False)
    practice = s.BooleanField(default=False)
    seconds = s.DictField(
        child=s.FloatField(min_value=0, max_value=86_400),
        required=False,
        help_text=f"Length of phases ({', '.join(PHASES)}) where it differs from the clock's.",
    )
    treatments = s.DictField(
        child=s.CharField(max_length=80), required=False, help_text="By treatment its arm; others are as usual."
    )


class ExerciseLine(s.Serializer[dict[str, object]]):
    """An exercise in the list at home."""

    id = s.CharField()
    title = s.CharField()
    scenario = s.CharField()
    status = s.ChoiceField(choices=["lobby", "running", "ended"])
    practice = s.BooleanField()
    turn = s.IntegerField()
    turns = s.IntegerField()
    phase = s.CharField(allow_blank=True)
    paused = s.BooleanField()
    seats_taken = s.IntegerField()
    seats = s.IntegerField()
    opened_at = s.DateTimeField()


class JoinShape(s.Serializer[dict[str, object]]):
    code = s.CharField()
    link = s.CharField()
    qr = s.CharField(help_text="SVG as a data URI.")
    expires_at = s.DateTimeField()


class SeatShape(s.Serializer[dict[str, object]]):
    key = s.CharField()
    title = s.CharField()
    initials = s.CharField()
    leads = s.BooleanField()
    state = s.ChoiceField(choices=["free", "taken", "confirmed", "bot"])
    name = s.CharField(allow_blank=True)
    policy = s.ChoiceField(choices=POLICIES, allow_blank=True, help_text="Of a bot: how it plays.")


class NewBotShape(s.Serializer[dict[str, object]]):
    """For `bot` alone; without a policy the bot is dealt one."""

    policy = s.ChoiceField(choices=POLICIES, required=False)


class TeamShape(s.Serializer[dict[str, object]]):
    id = s.CharField()
    name = s.CharField()
    letters = s.CharField()
    slot = s.IntegerField()
    code = s.CharField(help_text="Opens a seat of this team without control's yes.")
    qr = s.CharField(help_text="Of the link with this code: SVG as a data URI.")
    seats = SeatShape(many=True)


class ObserverShape(s.Serializer[dict[str, object]]):
    """Somebody who watches; the seat is made when they come."""

    key = s.CharField()
    title = s.CharField()
    name = s.CharField()


class ObserversShape(s.Serializer[dict[str, object]]):
    join = JoinShape()
    here = ObserverShape(many=True)


class MissingShape(s.Serializer[dict[str, object]]):
    """Something that should be in place before StartEx, and its remedy."""

    text = s.CharField()
    remedy = s.CharField()
    done = s.BooleanField()


class LobbyShape(s.Serializer[dict[str, object]]):
    id = s.CharField()
    title = s.CharField()
    status = s.ChoiceField(choices=["lobby", "running", "ended"])
    practice = s.BooleanField()
    setup = s.ListField(child=s.ListField(child=s.CharField()), help_text="Label and value, as rows.")
    content_note = s.CharField()
    join = JoinShape()
    observers = ObserversShape()
    wall = s.CharField(help_text="Path of the projector's page.")
    teams = TeamShape(many=True)
    missing = MissingShape(many=True)


class NewReport(s.Serializer[dict[str, object]]):
    format = s.ChoiceField(choices=[*FORMATS])
    profile = s.ChoiceField(choices=[*PROFILES])


class ReportShape(s.Serializer[dict[str, object]]):
    id = s.CharField()
    format = s.ChoiceField(choices=[*FORMATS])
    profile = s.ChoiceField(choices=[*PROFILES])
    state = s.ChoiceField(choices=["waiting", "running", "done", "failed"])
    progress = s.FloatField(help_text="0 to 1.")
    text = s.CharField(allow_blank=True)
    asked_at = s.DateTimeField()
    link = s.CharField(allow_blank=True, help_text="Where to download it, once it is done.")


class NewLinkShape(s.Serializer[dict[str, object]]):
    name = s.CharField(max_length=40, help_text="Who is invited, as the other facilitators will see them.")


class LinkShape(s.Serializer[dict[str, object]]):
    link = s.CharField(help_text="Signs them in, once, within ten minutes.")


class CloseAsked(s.Serializer[dict[str, object]]):
    """Which phase to close: the one that is open, or it is refused."""

    turn = s.IntegerField(min_value=1, max_value=1000)
    phase = s.ChoiceField(choices=PHASES)


class EndAsked(s.Serializer[dict[str, object]]):
    reason = s.CharField(max_length=4000, required=False, allow_blank=True, default="")
