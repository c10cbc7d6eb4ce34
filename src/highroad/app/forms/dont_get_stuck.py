"""What a user writes about one thought."""

from django import forms


class CatchForm(forms.Form):
    """The thought, the row it is kept in, the name its empty page had, and which of the eight it began from."""

    thought = forms.CharField(required=False, strip=False)
    row = forms.IntegerField(required=False, min_value=1)
    about = forms.SlugField(required=False, max_length=10)
    page = forms.SlugField(required=False, max_length=32)


class BeliefForm(forms.Form):
    """How true something feels, 0 not at all to 10 completely."""

    belief = forms.IntegerField(min_value=0, max_value=10)
