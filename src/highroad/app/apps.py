"""Django's name for the app."""

from django.apps import AppConfig


class HighRoadConfig(AppConfig):
    """The one Django app; its tables are named highroad_*."""

    name = "highroad.app"
    label = "highroad"
