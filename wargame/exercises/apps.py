"""The Django app of the record."""

from django.apps import AppConfig


class ExercisesConfig(AppConfig):
    name = "wargame.exercises"
    default_auto_field = "django.db.models.BigAutoField"
