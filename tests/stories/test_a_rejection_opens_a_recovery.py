"""From the first page to the six steps: a mail is pasted, the user says that it is a no, and how hard it landed."""

import pytest

from highroad.app.models import ApplicationRow, MessageRow, RecoveryRow
from tests.app.conftest import ana, client, handler, on_monday_morning  # noqa: F401
from tests.app.mails import REFUSED, mail

pytestmark = pytest.mark.django_db

STEPS = ("take-a-moment", "ask-for-feedback", "dont-burn-bridges", "likely-not-you", "dont-get-stuck", "keep-going")


def test_a_rejection_opens_a_recovery(client):  # noqa: F811
    refused = mail(REFUSED, day=0.1)
    assert "I just got a no" in client.get("/", follow=True).content.decode()

    read = client.post("/paste", {"text": refused.text}, follow=True)
    event_id = MessageRow.objects.get().event_id
    assert not RecoveryRow.objects.exists()
    asked = client.post(f"/read/{event_id}/right", follow=True)
    client.post(f"/no/{event_id}/sting", {"sting": "bit"})
    home = client.get(f"/no/{event_id}").content.decode()

    assert "Did we read this right?" in read.content.decode()
    assert asked.redirect_chain[-1][0] == f"/no/{event_id}/sting"
    assert ApplicationRow.objects.get().outcome == "rejected"
    assert [step for step in STEPS if f"/no/{event_id}/{step}" not in home] == []
    assert [client.get(f"/no/{event_id}/{step}").status_code for step in STEPS] == [200] * 6
