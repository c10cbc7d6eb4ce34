"""What a user types about a no that came another way than by mail."""

from django import forms

from highroad.app.forms.applications import DateInput, named
from highroad.events.event import Stage


class NewNoForm(forms.Form):
    """Who said no, for what role, how far it got and when."""

    employer = forms.CharField(required=False, max_length=300)
    role = forms.CharField(required=False, max_length=300)
    stage = forms.ChoiceField(required=False, choices=lambda: named("stage", Stage))
    on = forms.DateField(
        required=False, widget=DateInput(), error_messages={"invalid": "Write the day like this: 2026-11-23."}
    )

    def stage_value(self) -> Stage | None:
        """How far it got, if chosen."""
        return Stage(self.cleaned_data["stage"]) if self.cleaned_data["stage"] else None
