"""Everyone met, across applications."""

import pytest

from highroad.app.queries.people import people, person
from highroad.events.recognise import event_id
from tests.app.mails import bring, haldenfrey
from tests.cast import NOOR, SAM

pytestmark = pytest.mark.django_db

NOOR_ID = event_id(NOOR.email)


def test_the_last_heard_of_come_first(ana):
    bring(ana, *haldenfrey())

    _, met = people(ana, number="")

    assert [who.name for who in met] == [SAM.name, NOOR.name]


def test_someone_met_twice_is_one_person_with_two_meetings(client, ana):
    bring(ana, *haldenfrey(), *haldenfrey(ago=400))

    page = client.get(f"/people/{NOOR_ID}").content.decode()

    assert [who.id for who in people(ana, number="")[1]].count(NOOR_ID) == 1
    assert page.count('class="who"') == 2
    assert "met in 2 applications" in client.get("/people").content.decode()


def test_a_person_says_where_they_were_met_and_whether_they_were_thanked(client, ana):
    bring(ana, *haldenfrey())

    page = client.get(f"/people/{NOOR_ID}").content.decode()

    assert NOOR.email in page and "Haldenfrey" in page and "thanked on" in page


def test_nobody_yet_is_said_with_a_way_on(client, ana):
    assert "Nobody here yet." in client.get("/people").content.decode()


def test_names_are_in_no_title(client, ana):
    bring(ana, *haldenfrey())

    page = client.get(f"/people/{NOOR_ID}").content.decode()

    assert "Noor" not in page.partition("<title>")[2].partition("</title>")[0]


def test_bo_has_met_nobody_of_them(ana, bo):
    bring(ana, *haldenfrey())

    assert people(bo, number="")[1] == []
    with pytest.raises(Exception, match="nothing with this id"):
        person(bo, NOOR_ID)
