"""What a user types about a no that came another way than by mail."""

from datetime import date

from django import forms

from highroad.app import clock
from highroad.app.forms.applications import DayField, named
from highroad.events.event import Stage


class NewNoForm(forms.Form):
    """Who said no, for what role, how far it got and when."""

    employer = forms.CharField(required=False, max_length=300)
    role = forms.CharField(required=False, max_length=300)
    stage = forms.ChoiceField(required=False, choices=lambda: named("stage", Stage))
    on = DayField(required=False, error_messages={"invalid": "Write the day like this: 2026-11-23."})

    def clean_on(self) -> date | None:
        """The day it came, which is behind us."""
        day: date | None = self.cleaned_data["on"]
        if day and day > clock.now().date():
            raise forms.ValidationError("That day is still ahead. When did the no come?")
        return day

    def stage_value(self) -> Stage | None:
        """How far it got, if chosen."""
        return Stage(self.cleaned_data["stage"]) if self.cleaned_data["stage"] else None
