"""The admin looks and never touches, and sees what everybody may see."""

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.db.models import Model
from django.test import Client
from django.urls import reverse

from tests.exercises.acting import send
from wargame.exercises import models, services
from wargame.exercises.models import Exercise

TABLES = [model for model in admin.site._registry if model._meta.app_label == "exercises"]


@pytest.fixture
def office(client: Client, running: Exercise, monkeypatch: pytest.MonkeyPatch) -> Client:
    """Signed in as somebody who may do everything."""
    monkeypatch.setattr("wargame.exercises.jobs.start", lambda *_: None)
    client.force_login(User.objects.create_superuser("office"))
    send(running, "d1", "Something private")
    services.request_report(running.id, "jsonl", "control")
    return client


@pytest.mark.parametrize("model", TABLES, ids=lambda model: model.__name__)
def test_nothing_can_be_changed(office: Client, model: type[Model]) -> None:
    name = f"admin:exercises_{model._meta.model_name}"
    assert office.get(reverse(f"{name}_changelist")).status_code == 200
    assert office.get(reverse(f"{name}_add")).status_code == 403
    for row in model._default_manager.all()[:3]:
        page = reverse(f"{name}_change", args=[row.pk])
        assert office.get(page).status_code == 200
        assert office.post(page, {}).status_code == 403
        assert office.post(reverse(f"{name}_delete", args=[row.pk]), {"post": "yes"}).status_code == 403


def pages(office: Client, model: type[Model]) -> str:
    """Every page of a table as one text."""
    name = f"admin:exercises_{model._meta.model_name}"
    rows = model._default_manager.all()
    urls = [reverse(f"{name}_changelist"), *(reverse(f"{name}_change", args=[row.pk]) for row in rows)]
    return "".join(office.get(url).content.decode() for url in urls)


def test_secrets_are_on_no_page(office: Client, running: Exercise) -> None:
    running.refresh_from_db()
    everything = "".join(pages(office, model) for model in TABLES)
    for secret in (running.seed, running.nonce, "Something private"):
        assert secret not in everything
    for entry in models.LogEntry.objects.exclude(audience="all"):
        assert entry.body[:60] not in everything.replace("&quot;", '"')


def test_hidden_values_are_masked(office: Client, running: Exercise) -> None:
    models.Variable.objects.filter(key="will").update(value=41.4142)
    models.Variable.objects.filter(key="tension").update(value=27.1828)
    shown = pages(office, models.Variable)
    assert "41.4142" not in shown
    assert "27.1828" in shown


def test_outsiders_see_nothing(client: Client, running: Exercise) -> None:
    client.force_login(User.objects.create_user("player"))
    assert client.get(reverse("admin:exercises_exercise_changelist")).status_code == 302
