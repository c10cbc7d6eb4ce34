"""The days a work log is asked for, and in which language."""

from datetime import date, timedelta
from typing import Any

from django import forms

from highroad.app.queries.worklog import LANGUAGES

USUAL = timedelta(days=27)  # four weeks, today included


class WorklogForm(forms.Form):
    """Two days; without any, the last four weeks."""

    since = forms.DateField()
    until = forms.DateField()
    language = forms.ChoiceField(choices=[(language, language) for language in LANGUAGES])

    def clean(self) -> dict[str, Any]:
        """The days in the order that makes sense, whichever was typed first."""
        found = super().clean() or {}
        if {"since", "until"} <= found.keys():
            found["since"], found["until"] = sorted((found["since"], found["until"]))
        return found


def asked_days(asked: dict[str, str], *, today: date, language: str) -> WorklogForm:
    """The form as asked; what was not asked for is usual."""
    usual = {"since": str(today - USUAL), "until": str(today), "language": language}
    return WorklogForm(usual | asked)
