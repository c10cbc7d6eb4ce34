"""The offer by the keys alone on a phone: one is weighed, said yes to, told of, and the search is put away."""

import re
from urllib.parse import urlsplit

from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.pages import PHONE, SIDEWAYS, unseen_on_the_way
from tests.browser.program import Program
from tests.browser.test_take_a_moment import press

ON_A_PHONE = {"width": PHONE[0], "height": PHONE[1]}


def test_an_offer_from_weighing_to_putting_the_search_away(sample: Program, open_page: Open) -> None:
    page = open_page(sample, "/offer", viewport=ON_A_PHONE)
    unseen = unseen_on_the_way(page)
    press(page, page.get_by_role("link", name="I am not sure yet"))
    expect(page).to_have_url(re.compile("/offer/weigh$"))
    unseen += unseen_on_the_way(page)
    press(page, page.get_by_role("link", name="I got one"))

    press(page, page.get_by_role("button", name=re.compile("^This one: ")).first)
    expect(page.get_by_role("heading", level=1)).to_have_text("You got one.")
    unseen += unseen_on_the_way(page)
    taken = urlsplit(page.url).path
    press(page, page.get_by_role("button", name=re.compile("^Write to ")).first)
    expect(page).to_have_url(re.compile(r"/outbox/\d+$"))
    page.goto(sample.home + taken)
    unseen += unseen_on_the_way(page)
    press(page, page.get_by_role("button", name=re.compile("^Close .* without a letter$")).first)
    expect(page.get_by_text("It is closed, as withdrawn by you.")).to_be_visible()
    press(page, page.get_by_role("button", name="Put my search away"))

    expect(page).to_have_url(re.compile(r"/$"))
    assert unseen == []
    assert not page.evaluate(SIDEWAYS)
