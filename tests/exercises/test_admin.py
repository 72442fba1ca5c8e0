"""The admin looks and never touches, and sees what everybody may see."""

from datetime import timedelta

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.db.models import Model
from django.test import Client
from django.urls import reverse

from tests.exercises.acting import send
from wargame.exercises import codes, models, services
from wargame.exercises.models import Exercise

TABLES = list(admin.site._registry)


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
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    assert office.get(reverse(f"{name}_changelist")).status_code == 200
    assert office.get(reverse(f"{name}_add")).status_code == 403
    for row in model._default_manager.all()[:3]:
        page = reverse(f"{name}_change", args=[row.pk])
        assert office.get(page).status_code == 200
        assert office.post(page, {}).status_code == 403
        assert office.post(reverse(f"{name}_delete", args=[row.pk]), {"post": "yes"}).status_code == 403


def pages(office: Client, model: type[Model]) -> str:
    """Every page of a table as one text."""
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    rows = model._default_manager.all()
    urls = [reverse(f"{name}_changelist"), *(reverse(f"{name}_change", args=[row.pk]) for row in rows)]
    return "".join(office.get(url).content.decode() for url in urls)


def test_secrets_are_on_no_page(office: Client, running: Exercise) -> None:
    running.refresh_from_db()
    office_user = User.objects.get()
    token, link = codes.new_token(office_user, timedelta(days=1)), codes.new_link(office_user)
    office_user.set_password("a long password")
    office_user.save()
    office.force_login(office_user)
    everything = "".join(pages(office, model) for model in TABLES) + office.get("/admin/").content.decode()
    secrets = [running.seed, running.nonce, "Something private", office_user.password, token, link]
    secrets += [codes.hashed(token), codes.hashed(link), *models.Text.objects.values_list("salt", flat=True)]
    secrets += [entry.body[:60] for entry in models.LogEntry.objects.all()]
    for secret in secrets:
        assert str(secret) not in everything.replace("&quot;", '"')


def test_the_rule_card_is_secret_until_the_end(office: Client, running: Exercise) -> None:
    assert f"{running.setup['rule_card']}" not in pages(office, models.Exercise)


def test_hidden_values_are_masked(office: Client, running: Exercise) -> None:
    models.Variable.objects.filter(key="will").update(value=41.4142)
    models.Variable.objects.filter(key="tension").update(value=27.1828)
    shown = pages(office, models.Variable)
    assert "41.4142" not in shown
    assert "27.1828" in shown


def test_outsiders_see_nothing(client: Client, running: Exercise) -> None:
    client.force_login(User.objects.create_user("player"))
    assert client.get(reverse("admin:exercises_exercise_changelist")).status_code == 302


@pytest.mark.parametrize("public", [True, False])
def test_pledges_and_backstops_show_what_their_variables_show(office: Client, running: Exercise, public: bool) -> None:
    models.Pledge.objects.create(exercise=running, key="N", promised=4.0404, deployed=0, withdrawn=0)
    models.Backstop.objects.create(exercise=running, key="n", declared=5.0505, true=6.0606)
    for path in ("pledge.N", "n_offer.level", "n_true"):
        models.Variable.objects.create(exercise=running, key=path, group="x", name="x", value=1, public=public)
    shown = pages(office, models.Pledge) + pages(office, models.Backstop)
    assert [number in shown for number in ("4.0404", "5.0505", "6.0606")] == [public, public, False]
