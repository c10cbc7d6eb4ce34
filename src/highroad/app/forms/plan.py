"""What a user types on the week's sheet."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.http import QueryDict

from highroad.app.forms.applications import DateInput
from highroad.app.numbers import number_in
from highroad.steps.keep_going.plan import Line, Way
from highroad.words.content import load_toml

EMPTY_LINES = 1


class TimeInput(forms.TimeInput):
    """The browser's own clock."""

    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


class LineForm(forms.Form):
    """One line; one without words is left out."""

    what = forms.CharField(label="What", required=False, max_length=300)
    where = forms.CharField(label="Where", required=False, max_length=200)
    on = forms.DateField(label="Day", required=False, widget=DateInput())
    at = forms.TimeField(label="Time, if you like", required=False, widget=TimeInput())
    way = forms.ChoiceField(label="Which way", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ways = load_toml("highroad.steps.keep_going", "content/plan.toml")["ways"]
        self.fields["way"] = forms.ChoiceField(
            label="Which way", required=False, choices=[(way, ways[way]) for way in Way]
        )

    def line(self, monday: date, *, asks: bool) -> Line | None:
        """The line as typed; a day outside the week becomes its nearest."""
        typed = self.cleaned_data
        if not typed.get("what"):
            return None
        on = min(max(typed.get("on") or monday, monday), monday + timedelta(days=6))
        way = Way.PERSON if asks else Way(typed.get("way") or Way.ALONE)
        return Line(typed["what"], typed["where"], on, way, at=typed.get("at"), asks=asks)


class IfThenForm(forms.Form):
    """What will likely get in the way, and what then."""

    if_this = forms.CharField(label="If", required=False, max_length=300)
    then_i_will = forms.CharField(label="Then", required=False, max_length=300)


class SheetForm:
    """The whole sheet: the line that asks a person first, then the others, then the if and then."""

    def __init__(self, monday: date, lines: Sequence[Line], *, if_then: dict[str, str]) -> None:
        self.monday = monday
        ordered = [line for line in lines if line.asks][:1] or [Line("", "", monday, Way.PERSON, asks=True)]
        ordered += [line for line in lines if line not in ordered]
        ordered += [Line("", "", monday, Way.EMPLOYER)] * EMPTY_LINES
        self.lines = [LineForm(initial=_initial(line), prefix=str(place)) for place, line in enumerate(ordered)]
        self.if_then = IfThenForm(initial=if_then)

    def typed(self, typed: QueryDict) -> bool:
        """Take what was typed; whether all of it can be read."""
        many = min(number_in(typed.get("lines", "")) or 0, 20)
        self.lines = [LineForm(typed, prefix=str(place)) for place in range(max(many, 1))]
        self.if_then = IfThenForm(typed)
        return all([form.is_valid() for form in (*self.lines, self.if_then)])  # noqa: C419  every field says its word

    @property
    def ask(self) -> LineForm:
        """The line that asks a person."""
        return self.lines[0]

    def sheet(self) -> list[Line]:
        """The lines with words; call only when they can be read."""
        lines = [form.line(self.monday, asks=place == 0) for place, form in enumerate(self.lines)]
        return [line for line in lines if line]


def _initial(line: Line) -> dict[str, Any]:
    return {"what": line.what, "where": line.where, "on": line.on, "at": line.at, "way": line.way}
