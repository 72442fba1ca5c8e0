"""The report says which arm of each treatment the group played, the usual one included."""

import pytest

from wargame.engine.commands import Setup
from wargame.exercises import services
from wargame.exercises.queries import exercise
from wargame.exercises.report_kinds import ProfileId
from wargame.reports.profiles import profile_of
from wargame.reports.record import record_of
from wargame.reports.story import story

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("profile", ["control", "public"])
def test_the_overview_and_the_register_tell_a_treatment(profile: ProfileId) -> None:
    setup = Setup("short", "aug", "K1", "class", "engine", practice=True, treatments={"threshold": "low"})
    id = services.open_exercise("reassurance_force", "A group", setup).id
    services.start_exercise(id)
    services.end_exercise(id)
    assert exercise(id).status == "ended"
    told = story(record_of(id), profile_of(profile))
    assert ["How sure before accusing", "From 0.60"] in told["overview"]
    assert ["Who breaks truces", "as usual"] in told["overview"]
    fired = [one["by"] for one in told["injects"]]
    assert ("as a treatment, at the start" in fired) == (profile == "control")  # the coalition alone was told
