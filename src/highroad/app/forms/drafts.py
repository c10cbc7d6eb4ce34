"""A draft as the user changed it."""

from django import forms


class DraftForm(forms.Form):
    """Subject, text and the tone it began in; all may be empty while one writes."""

    subject = forms.CharField(required=False, max_length=500)
    body = forms.CharField(required=False, strip=False)
    tone = forms.CharField(required=False, max_length=10)
