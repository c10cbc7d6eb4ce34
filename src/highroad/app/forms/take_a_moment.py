"""What a user ticks and guesses in the first step."""

from django import forms

from highroad.steps.take_a_moment.check import LINES, taps
from highroad.steps.take_a_moment.feelings import OWN, feelings
from highroad.steps.take_a_moment.writing import prompt, prompt_names

STRENGTHS = range(1, 6)


class FeelingsForm(forms.Form):
    """Any number of feelings, a word of one's own, and how strong it is; all of it may be left out."""

    feel = forms.MultipleChoiceField(
        required=False, choices=lambda: [(feeling.key, feeling.name) for feeling in feelings()]
    )
    own = forms.CharField(required=False, max_length=80)
    strength = forms.TypedChoiceField(
        required=False, coerce=int, empty_value=None, choices=[(number, number) for number in STRENGTHS]
    )

    def named(self) -> list[str]:
        """The keys that were ticked and the own word; call only when valid."""
        ticked = [key for key in self.cleaned_data["feel"] if key != OWN or not self.cleaned_data["own"]]
        return [*ticked, self.cleaned_data["own"]]


class GuessForm(forms.Form):
    """How heavy it will feel, 0 to 10; either may be left out."""

    tomorrow = forms.IntegerField(required=False, min_value=0, max_value=10)
    week = forms.IntegerField(required=False, min_value=0, max_value=10)


class ComfortForm(forms.Form):
    """Something kind of one's own."""

    text = forms.CharField(max_length=200)


class HeavyForm(forms.Form):
    """How heavy it is now: one tap."""

    heavy = forms.TypedChoiceField(coerce=int, choices=lambda: list(taps().items()))


class TapForm(forms.Form):
    """One tap about the week."""

    line = forms.ChoiceField(choices=[(line, line) for line in LINES])
    tap = forms.IntegerField(min_value=1, max_value=5)


class WritingForm(forms.Form):
    """A page of private writing; its name was made with the empty page."""

    text = forms.CharField(required=False, strip=False)
    about = forms.ChoiceField(required=False, choices=lambda: [(name, name) for name in prompt_names()])
    page = forms.RegexField(r"^[\w-]+$", required=False, max_length=32)
    value = forms.MultipleChoiceField(required=False, choices=lambda: [(one, one) for one in prompt("values").choices])
