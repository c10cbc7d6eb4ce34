"""What a user writes about one thought."""

from django import forms


class CatchForm(forms.Form):
    """The thought, and how true it feels."""

    thought = forms.CharField(required=False, strip=False)
    belief = forms.IntegerField(required=False, min_value=0, max_value=10)


class LookForm(forms.Form):
    """What speaks for and against it, what a friend would hear, and a fairer version."""

    speaks_for = forms.CharField(required=False)
    speaks_against = forms.CharField(required=False)
    to_a_friend = forms.CharField(required=False)
    fairer = forms.CharField(required=False)


class BeliefForm(forms.Form):
    """How true something feels, 0 not at all to 10 completely."""

    belief = forms.IntegerField(min_value=0, max_value=10)
