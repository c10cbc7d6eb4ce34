"""What a user chooses to work on."""

from django import forms

from highroad.app.forms.applications import DayField


class ActionForm(forms.Form):
    """Something to get better at, a small first step, and a day to look again."""

    text = forms.CharField(max_length=500, error_messages={"required": "Write what you want to work on."})
    first_step = forms.CharField(required=False, max_length=500)
    review_on = DayField(required=False, error_messages={"invalid": "Write the day like this: 2026-12-07."})
