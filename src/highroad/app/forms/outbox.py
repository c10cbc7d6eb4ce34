"""A text of the outbox as the user changes it, and the yes to it."""

from datetime import datetime

from django import forms

from highroad.app import clock
from highroad.app.days import hour_can_be_meant


class WordsForm(forms.Form):
    """Subject and text; both may be empty while one writes."""

    subject = forms.CharField(required=False, max_length=500)
    body = forms.CharField(required=False, strip=False)


class SendForm(forms.Form):
    """When it leaves, from where, and as of when the words were read; no hour leaves the choice to the outbox."""

    leaves_at = forms.DateTimeField(required=False)
    account_id = forms.IntegerField(required=False)
    seen_at = forms.CharField()

    def clean_leaves_at(self) -> datetime | None:
        """An hour of this year or the next."""
        hour: datetime | None = self.cleaned_data["leaves_at"]
        if hour and not hour_can_be_meant(hour, now=clock.now()):
            raise forms.ValidationError("too far")
        return hour

    def clean_seen_at(self) -> datetime:
        """The moment as it stood in the page."""
        try:
            return datetime.fromisoformat(self.cleaned_data["seen_at"])
        except ValueError as error:
            raise forms.ValidationError("no moment") from error
