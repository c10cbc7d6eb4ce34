"""Your data, as pages: a copy, an export, and what was allowed."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from highroad.app.actions import consents
from highroad.app.actions.consents import Gate, allow, refuse
from highroad.app.models import ConsentRow, MessageRow
from highroad.app.queries.exports import as_csv, as_json
from tests.app.everything import everything
from tests.app.mails import bring, haldenfrey
from tests.cast import NOW

pytestmark = pytest.mark.django_db


def test_an_export_holds_private_writing_only_when_its_box_was_ticked_this_time(client, ana):
    everything(ana)

    asked = client.post("/settings/data/json", {"private": "yes"}).content.decode()
    unasked = client.post("/settings/data/json").content.decode()

    assert "private words" in asked and "private thought" in asked
    assert "private words" not in unasked and "private thought" not in unasked
    assert ConsentRow.objects.filter(gate=Gate.PRIVATE_IN_EXPORT, given=True).count() == 1


def test_an_export_lists_the_applications_beside_what_they_are_worked_out_from(client, ana):
    bring(ana, *haldenfrey())

    export = json.loads(client.post("/settings/data/json").content)

    assert export["high_road_export"] == 1
    assert [application["employer"] for application in export["applications"]] == ["Haldenfrey"]
    assert len(export["tables"]["messages"]) == 5


def test_two_exports_of_the_same_record_are_the_same(ana):
    everything(ana)

    assert as_json(ana, now=NOW, with_private=True) == as_json(ana, now=NOW, with_private=True)


def test_an_export_holds_nothing_of_bos(ana, bo):
    everything(bo)

    text = json.dumps(as_json(ana, now=NOW, with_private=True)) + as_csv(ana, now=NOW)

    assert "Haldenfrey" not in text and "private words" not in text


def test_what_is_handed_over_is_a_file_with_a_plain_name(client, ana):
    bring(ana, *haldenfrey())

    for path, name in [("json", "high-road.json"), ("csv", "high-road-applications.csv")]:
        assert client.post(f"/settings/data/{path}")["Content-Disposition"] == f'attachment; filename="{name}"'


@pytest.mark.parametrize(
    ("posted", "sentence"),
    [
        ({}, "Choose a file first."),
        ({"file": SimpleUploadedFile("copy.sqlite3", b"not a copy")}, "is not a sound High Road backup"),
        ({"file": SimpleUploadedFile("all.json", b"[]")}, "is not a High Road export"),
        ({"file": SimpleUploadedFile("../../all.json", b"{}")}, "all.json is not a High Road export"),
    ],
)
def test_a_file_that_cannot_be_put_back_is_refused_in_words(client, ana, posted, sentence):
    bring(ana, *haldenfrey())

    page = client.post("/settings/data/bring", posted, follow=True).content.decode()

    assert sentence in page
    assert MessageRow.objects.count() == 5


@pytest.mark.parametrize("word", ["", "yes", "delete"])
def test_nothing_is_wiped_without_the_word(client, ana, word):
    bring(ana, *haldenfrey())

    page = client.post("/settings/data/wipe", {"word": word}, follow=True).content.decode()

    assert "Nothing was deleted." in page
    assert MessageRow.objects.count() == 5


def test_the_page_says_where_everything_lies(client, ana, settings):
    assert str(settings.DATA_FOLDER) in client.get("/settings/data").content.decode()


def test_the_log_of_consents_only_grows(ana):
    for answer in (allow, refuse, allow):
        before = list(ConsentRow.objects.values_list())

        answer(ana, Gate.READ_SOURCE, about="mail.mbox", now=NOW)

        assert list(ConsentRow.objects.values_list())[:-1] == before
    assert list(ConsentRow.objects.values_list("given", flat=True)) == [True, False, True]


def test_there_is_no_way_to_take_a_consent_out_of_the_log():
    offered = {name for name in vars(consents) if not name.startswith("_") and callable(getattr(consents, name))}

    assert offered - {"ConsentRow", "OwnerRow", "StrEnum", "datetime"} == {"Gate", "allow", "refuse"}
