"""Where a text stands fits one line of a phone, so that no stage and no dash begins a second one."""

from tests.browser.conftest import Open
from tests.browser.pages import PHONE
from tests.browser.program import Program


def test_all_stages_of_a_resting_text_stand_in_one_line(sample: Program, open_page: Open) -> None:
    page = open_page(sample, "/outbox/1", viewport={"width": PHONE[0], "height": PHONE[1]})
    stages = page.locator(".stages li").all()

    places = [box["y"] for stage in stages if (box := stage.bounding_box())]

    assert len(places) == len(stages) == 5
    assert len(set(places)) == 1
