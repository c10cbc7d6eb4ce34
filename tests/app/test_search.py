"""Search finds employers, roles, people and mail, and nothing private or of anyone else."""

import pytest

from highroad.app.actions.corrections import say
from highroad.app.models import ThoughtRow, WritingRow
from highroad.app.queries.search import search
from highroad.applications.correction import EventRemoved
from tests.app.mails import brightmoor, bring, haldenfrey
from tests.cast import EMPLOYER, NOW

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "words", ["haldenfrey", "Halden", "HALDENFREY analyst", "noor haddad", "final round", "taking the time"]
)
def test_it_is_found_by_employer_role_people_and_mail(ana, words):
    bring(ana, *haldenfrey(), *brightmoor())

    assert search(ana, words)[0].application.employer == EMPLOYER


@pytest.mark.parametrize("words", ["", "   ", '"', "*", "AND", "NEAR(", "'; DROP TABLE x;--", "-", "employer:", "\0"])
def test_no_words_break_it(ana, words):
    bring(ana, *haldenfrey())

    search(ana, words)


def test_what_was_taken_out_is_found_no_more(ana):
    ids = bring(ana, *haldenfrey())

    say(ana, *(EventRemoved(one) for one in ids), now=NOW)

    assert search(ana, "haldenfrey") == []


def test_private_writing_is_never_found(ana):
    bring(ana, *haldenfrey())
    WritingRow.objects.create(owner=ana, text="zanzibar", started_at=NOW, saved_at=NOW)
    ThoughtRow.objects.create(owner=ana, thought="zanzibar", at=NOW)

    assert search(ana, "zanzibar") == []


def test_bo_finds_nothing_of_anas_and_loses_none_of_her_own(ana, bo):
    bring(ana, *haldenfrey())
    bring(bo, *haldenfrey(ago=100))

    assert [found.application.owner for found in search(bo, "haldenfrey", at_most=1)] == [bo]


def test_the_page_shows_what_was_found_and_keeps_words_out_of_addresses(client, ana):
    bring(ana, *haldenfrey())

    answer = client.post("/search", {"words": "noor"})

    assert EMPLOYER in answer.content.decode()
    assert client.get("/search?words=noor")["Location"] == "/applications"
    assert "Nothing found" in client.post("/search", {"words": "qqqq"}).content.decode()
