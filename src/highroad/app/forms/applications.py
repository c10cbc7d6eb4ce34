"""What a user types about applications, entries and people."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict

from highroad.app import clock
from highroad.app.actions.by_hand import Told
from highroad.app.days import can_be_meant
from highroad.app.says import says
from highroad.applications.application import Channel, Outcome
from highroad.events.event import Kind, Part, Person, Stage
from highroad.words.content import load_toml

BY_HAND = (
    Kind.APPLIED,
    Kind.CONFIRMATION,
    Kind.ASSESSMENT,
    Kind.INTERVIEW,
    Kind.TALK,
    Kind.THANK_YOU,
    Kind.FOLLOW_UP,
    Kind.UPDATE,
    Kind.WAITLIST,
    Kind.REJECTION,
    Kind.WITHDRAWAL,
    Kind.OFFER,
    Kind.ACCEPTED,
    Kind.NOTE,
)


def named(table: str, choices: Iterable[str], *, empty: str | None = None) -> list[tuple[str, str]]:
    """Choices with the words a page has for them."""
    words: dict[str, str] = load_toml("highroad.app.content", "names.toml")[table]
    first = [] if empty is None else [("", empty)]
    return first + [(str(choice), words[choice] or str(choice)) for choice in choices]


class DateInput(forms.DateInput):
    """The browser's own calendar."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class DayField(forms.DateField):
    """A day that can be meant; one at the edge of time is a slip, and no reckoning holds it."""

    widget = DateInput

    def validate(self, value: date | None) -> None:
        """Beside what any field asks for, a year that fits."""
        super().validate(value)
        if value and not can_be_meant(value, today=clock.now().date()):
            raise forms.ValidationError(says("days.far"))


class TimeInput(forms.TimeInput):
    """The browser's own clock."""

    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


class EntryForm(forms.Form):
    """Something that happened; an entry of a kind one does not add by hand keeps it."""

    kind = forms.ChoiceField()
    on = DayField(label="When?", required=False)
    stage = forms.ChoiceField(
        label="How far was that?", required=False, choices=lambda: named("stage", Stage, empty="leave it open")
    )
    note = forms.CharField(label="A note for yourself", required=False, max_length=2000, widget=forms.Textarea)

    def __init__(
        self, typed: QueryDict | None = None, *, initial: Mapping[str, Any] | None = None, chosen: str = ""
    ) -> None:
        super().__init__(typed, initial=dict(initial or {}))
        kept = [Kind(self.initial["kind"])] if "kind" in self.initial else []
        self.fields["kind"] = forms.ChoiceField(
            label="What happened?", choices=named("kind", dict.fromkeys([*BY_HAND, *kept])), initial=chosen
        )

    def told(self) -> Told:
        """The entry as the user told it; call only when valid."""
        typed = self.cleaned_data
        return Told(Kind(typed["kind"]), typed["on"], stage=_stage(typed["stage"]), note=typed["note"])


class DayForm(forms.Form):
    """The day of a talk, or by when to answer; the hour may be left open."""

    on = DayField(label="Which day?", error_messages={"required": "Choose the day first."})
    at = forms.TimeField(label="What time, if you know it?", required=False, widget=TimeInput())


class AddressForm(forms.Form):
    """Where an employer is by post."""

    address = forms.CharField(
        label="Street, number and town", max_length=300, required=False, widget=forms.Textarea({"rows": 3})
    )


class ApplicationForm(forms.Form):
    """What an application is called, how far it went and how it ended."""

    employer = forms.CharField(label="Employer", max_length=300, required=False)
    role = forms.CharField(label="Role", max_length=300, required=False)
    stage = forms.ChoiceField(label="How far did it go?", choices=lambda: named("stage", Stage), required=False)
    outcome = forms.ChoiceField(
        label="How did it end?",
        choices=lambda: named("outcome", [one for one in Outcome if one is not Outcome.QUIET]),
        required=False,
    )

    channel = forms.ChoiceField(label="How did you apply?", choices=lambda: named("channel", Channel), required=False)

    def channel_value(self) -> Channel | None:
        """The way it was sent, if chosen."""
        return Channel(self.cleaned_data["channel"]) if self.cleaned_data["channel"] else None

    def stage_value(self) -> Stage | None:
        """The stage chosen, if any."""
        return _stage(self.cleaned_data["stage"])

    def outcome_value(self) -> Outcome | None:
        """The outcome chosen, if any."""
        return Outcome(self.cleaned_data["outcome"]) if self.cleaned_data["outcome"] else None


class NewApplicationForm(forms.Form):
    """An application typed in."""

    employer = forms.CharField(
        label="Employer", max_length=300, error_messages={"required": "Write who it is, in a word or two."}
    )
    role = forms.CharField(label="Role", max_length=300, required=False)
    on = DayField(label="When did you apply?", required=False)

    def told(self) -> Told:
        """The application as the user told it; call only when valid."""
        typed = self.cleaned_data
        return Told(Kind.APPLIED, typed["on"], employer=typed["employer"], role=typed["role"])


class PersonForm(forms.Form):
    """Someone met."""

    name = forms.CharField(
        label="Name", max_length=200, error_messages={"required": "Write their name, or what you have of it."}
    )
    email = forms.EmailField(label="Mail address", required=False, max_length=320)
    part = forms.ChoiceField(label="Their part", choices=lambda: named("part", Part))

    def person(self) -> Person:
        """The person as typed; call only when valid."""
        typed = self.cleaned_data
        return Person(typed["name"].strip(), typed["email"].strip().lower(), Part(typed["part"]))


def _stage(name: str) -> Stage | None:
    return Stage(name) if name else None
