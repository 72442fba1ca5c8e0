"""People at the REST door."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from rest_framework.test import APIClient


@pytest.fixture(autouse=True)
def nobody_asked_before() -> None:
    """Throttles count in the cache."""
    cache.clear()


def signed_in(name: str, **what: Any) -> APIClient:
    client = APIClient()
    client.force_login(User.objects.create_user(name, **what))
    return client


@pytest.fixture
def anna(transactional_db: None) -> APIClient:
    """A facilitator, signed in."""
    return signed_in("anna", is_staff=True)
