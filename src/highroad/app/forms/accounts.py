"""A mail account as the user connects it."""

from django import forms

SECURITY = (("tls", "TLS"), ("starttls", "STARTTLS"), ("none", "none, on this computer only"))


class AddressForm(forms.Form):
    """The address alone: from it the settings follow."""

    email = forms.CharField(max_length=320)


class SendingForm(forms.Form):
    """Where mail leaves; without a server none does."""

    smtp_host = forms.CharField(required=False, max_length=253)
    smtp_port = forms.IntegerField(min_value=1, max_value=65535)
    smtp_security = forms.ChoiceField(choices=SECURITY)


class SettingsForm(AddressForm, SendingForm):
    """Where the account is, and its password, which no page ever shows again."""

    name = forms.CharField(required=False, max_length=200)
    user_name = forms.CharField(required=False, max_length=320)
    imap_host = forms.CharField(max_length=253)
    imap_port = forms.IntegerField(min_value=1, max_value=65535)
    imap_security = forms.ChoiceField(choices=SECURITY)


class ClientForm(AddressForm):
    """What the provider calls this copy of the program."""

    name = forms.CharField(required=False, max_length=200)
    client_id = forms.CharField(max_length=500)
    client_secret = forms.CharField(required=False, max_length=500)


class PasswordForm(forms.Form):
    """A password, kept as it was typed."""

    secret = forms.CharField(strip=False, max_length=10_000)
