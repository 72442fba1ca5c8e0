"""People at the REST door."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from rest_framework.test import APIClient

SETUP = {
    "scenario": "first_steps",
    "title": "Group A",
    "clock": "quarter_hour",
    "start_card": "full_lake",
    "rule_card": "steady",
    "team_set": "two_teams",
    "mode": "umpire",
}
"""What opens an exercise of the first scenario."""


@pytest.fixture(autouse=True)
def unthrottled(nobody_tried_before: None) -> None:
    """However much the tests before have asked."""


def signed_in(name: str, **what: Any) -> APIClient:
    client = APIClient()
    client.force_login(User.objects.create_user(name, **what))
    return client


@pytest.fixture
def anna(transactional_db: None) -> APIClient:
    """A facilitator, signed in."""
    return signed_in("anna", is_staff=True)
