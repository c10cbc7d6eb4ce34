"""What a user types about an opening."""

from django import forms

from highroad.app.forms.applications import DayField


class OpeningForm(forms.Form):
    """What an opening is called, where it is, since when and until when it is open."""

    employer = forms.CharField(label="Employer", max_length=300, required=False)
    role = forms.CharField(label="Role", max_length=300, required=False)
    place = forms.CharField(label="Place", max_length=300, required=False)
    url = forms.CharField(label="Address of the posting", max_length=2000, required=False)
    posted_on = DayField(label="Put up on, if it says so", required=False)
    closes_on = DayField(label="Open until", required=False)
    note = forms.CharField(label="A line for yourself", max_length=2000, required=False, widget=forms.Textarea)
