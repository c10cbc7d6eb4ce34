"""What a story begins from."""

from django import forms


class StartForm(forms.Form):
    """Something worked on by its number, or a few words; and which question it answers."""

    worked_on = forms.IntegerField(required=False, min_value=1)
    said = forms.CharField(required=False, max_length=500)
    question = forms.SlugField(required=False, max_length=20)
