"""Where the user keeps a mail, whatever their program calls the place."""

import pytest

from highroad.mail.folders import folder_of


@pytest.mark.parametrize(
    "name",
    ["Sent", "sent", "Sent Items", "INBOX.Sent", "[Gmail]/Sent Mail", "Gesendet", "Gesendete Objekte", "Envoyés",
     "Enviados", "Posta inviata", "Itens enviados", "Verzonden items", "Sent.mbox"],
)  # fmt: skip
def test_sent_mail_is_known_in_seven_languages(name: str):
    assert folder_of("", name) == "Sent"


def test_a_label_says_more_than_the_file():
    assert folder_of("Inbox,Jobs", "All mail Including Spam and Trash") == "Inbox"
    assert folder_of("Important,Sent", "All mail Including Spam and Trash") == "Sent"


@pytest.mark.parametrize("name", ["", "INBOX", "Jobs.2026", "Absent", "Presentations"])
def test_any_other_place_keeps_its_name(name: str):
    assert folder_of("", name) == name
