"""A text of the outbox as the user changes it, and the yes to it."""

from datetime import datetime

from django import forms


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
        """An hour within a year of when the words were read."""
        hour: datetime | None = self.cleaned_data["leaves_at"]
        read = _moment(self.data.get("seen_at", ""))
        if hour and read and abs(hour.year - read.year) > 1:
            raise forms.ValidationError("too far")
        return hour

    def clean_seen_at(self) -> datetime:
        """The moment as it stood in the page."""
        moment = _moment(self.cleaned_data["seen_at"])
        if moment is None:
            raise forms.ValidationError("no moment")
        return moment


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None
