"""What a user ticks and guesses in the first step."""

from django import forms

from highroad.steps.take_a_moment.feelings import OWN, feelings


class FeelingsForm(forms.Form):
    """Any number of feelings, a word of one's own, and how strong it is; all of it may be left out."""

    feel = forms.MultipleChoiceField(
        required=False, choices=lambda: [(feeling.key, feeling.name) for feeling in feelings()]
    )
    own = forms.CharField(required=False, max_length=80)
    strength = forms.TypedChoiceField(
        required=False, coerce=int, empty_value=None, choices=[(number, number) for number in range(1, 5)]
    )

    def named(self) -> list[str]:
        """The keys that were ticked and the own word; call only when valid."""
        ticked = [key for key in self.cleaned_data["feel"] if key != OWN or not self.cleaned_data["own"]]
        return [*ticked, self.cleaned_data["own"]]


class GuessForm(forms.Form):
    """How heavy it will feel, 0 to 10."""

    tomorrow = forms.IntegerField(min_value=0, max_value=10)
    week = forms.IntegerField(required=False, min_value=0, max_value=10)


class WritingForm(forms.Form):
    """A page of private writing; the row is the one it was saved in so far."""

    text = forms.CharField(required=False, strip=False)
    about = forms.CharField(required=False, max_length=10)
    row = forms.IntegerField(required=False)
