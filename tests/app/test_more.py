"""What is not in the rail is found from one page, and each setting from another."""

import re

import pytest

from tests.app.everything import routes
from tests.app.noes import text_of

pytestmark = pytest.mark.django_db
ALONE = {"/settings/data", "/settings/private", "/settings/mail", "/settings/field", "/settings/addresses",
         "/settings/calendar", "/settings/notices"}  # fmt: skip


@pytest.mark.parametrize("page", ["/more", "/settings"])
def test_every_settings_page_is_linked(client, ana, page):
    shown = text_of(client.get(page))

    linked = set(re.findall(r'href="(/settings/[a-z]+)"', shown))
    there = {"/" + route.pattern for route in routes() if re.fullmatch("settings/[a-z]+", route.pattern)}
    assert linked == there == ALONE


@pytest.mark.parametrize("page", ["/settings", "/api/v1/"])
def test_the_lists_lead_to_pages_that_are_there(client, ana, page):
    answer = client.get(page)

    ways = set(re.findall(r'href="(/[a-z/]*)"', text_of(answer).partition("<main")[2]))
    assert answer.status_code == 200 and ways
    assert {way: client.get(way, follow=True).status_code for way in ways} == dict.fromkeys(ways, 200)
