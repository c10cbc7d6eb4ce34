"""Words to hold on to: only those one believes, shown only where one wants them."""

import pytest

from highroad.app.actions.ask_for_feedback import work_on
from highroad.app.actions.mantras import rate, say_both, show, write_own
from highroad.app.models import ActionRow, DeedRow, MantraRow
from highroad.app.queries.applications import NotThere
from tests.app.mails import bring, haldenfrey
from tests.app.noes import text_of
from tests.cast import NOW

pytestmark = pytest.mark.django_db
PRACTICE = "That was real practice."


def test_the_other_two_mantras_are_not_pressed_on_anyone(client, ana):
    page = text_of(client.get("/mantras"))

    offered, _, folded = page.partition("Two more, if you want them")
    assert PRACTICE in offered
    assert "I did the work and I showed up." not in offered
    assert "I did the work and I showed up." in folded


def test_they_are_offered_in_the_order_research_supports(client, ana):
    page = text_of(client.get("/mantras")).partition("Two more")[0]

    assert page.index("I know what to build next") < page.index(PRACTICE) < page.index("What I can do did not change")


@pytest.mark.parametrize(
    ("belief", "words"),
    [(8, "You believe it, 8 of 10."), (5, "True, and not true. 5 of 10."), (2, "Not for you today.")],
)
def test_a_mantra_is_shown_by_how_far_it_is_believed(client, ana, belief, words):
    rate(ana, "practice", belief, now=NOW)

    page = text_of(client.get("/mantras"))

    assert words in page
    assert (words in page.partition("Put aside")[2]) is (belief < 4)


def test_how_true_it_feels_is_asked_before_it_is_kept(client, ana):
    before = text_of(client.get("/mantras/practice"))
    client.post("/mantras/practice", {"belief": "8"})

    after = text_of(client.get("/mantras/practice"))

    assert "How true does this feel" in before and 'name="on_today"' not in before
    assert 'name="on_today"' in after and MantraRow.objects.get().on_today is False


def test_one_half_believed_is_kept_as_true_and_not_true(client, ana):
    rate(ana, "skills", 5, now=NOW)

    client.post("/mantras/skills/shown", {"true_when": "the work is mine", "not_when": "it is new", "on_today": "on"})

    page = text_of(client.get("/mantras"))
    assert "True: the work is mine" in page and "Not true: it is new" in page


def test_one_that_is_not_believed_can_be_shown_nowhere(client, ana):
    rate(ana, "skills", 8, now=NOW)
    show(ana, "skills", on_today=True, before_talks=True)

    rate(ana, "skills", 3, now=NOW)

    row = MantraRow.objects.get()
    assert (row.on_today, row.before_talks) == (False, False)
    assert client.post("/mantras/skills/shown", {"on_today": "on"}).status_code == 404
    assert DeedRow.objects.count() == 1


def test_today_shows_one_only_where_it_was_wanted(client, ana):
    bring(ana, *haldenfrey())
    rate(ana, "practice", 8, now=NOW)
    before = text_of(client.get("/"))

    show(ana, "practice", on_today=True, before_talks=False)

    assert PRACTICE not in before
    assert PRACTICE in text_of(client.get("/"))


def test_today_shows_one_half_believed_beside_what_is_not_true_in_it(client, ana):
    bring(ana, *haldenfrey())
    rate(ana, "skills", 5, now=NOW)
    say_both(ana, "skills", true_when="the work is mine", not_when="it is new")
    show(ana, "skills", on_today=True, before_talks=False)

    page = text_of(client.get("/"))

    assert "True: the work is mine" in page and "Not true: it is new" in page


def test_a_mantra_has_its_blank_filled_with_what_one_works_on(client, ana):
    work_on(ana, "measuring results", first_step="", review_on=None, now=NOW)

    assert "I know what to build next: measuring results." in text_of(client.get("/mantras"))


def test_one_whose_blank_stands_open_can_be_kept_nowhere_until_it_is_filled(client, ana):
    bring(ana, *haldenfrey())
    page = text_of(client.post("/mantras/work_on", {"belief": "8"}, follow=True))
    refused = client.post("/mantras/work_on/shown", {"on_today": "on"}).status_code

    work_on(ana, "measuring results", first_step="", review_on=None, now=NOW)
    rate(ana, "work_on", 8, now=NOW)
    show(ana, "work_on", on_today=True, before_talks=False)
    filled = text_of(client.get("/"))
    ActionRow.objects.update(done_at=NOW)

    assert "a place left open" in page and 'name="on_today"' not in page and 'href="/actions"' in page
    assert refused == 404
    assert "I know what to build next: measuring results." in filled
    assert "I know what to build next" not in text_of(client.get("/"))


def test_a_mantra_of_ones_own_is_kept_rated_and_deleted(client, ana):
    answer = client.post("/mantras", {"text": "One talk at a time."})
    client.post(answer.url, {"belief": "9"})
    row = MantraRow.objects.get()

    client.post(f"{answer.url}/let-go")

    assert (row.text, row.belief) == ("One talk at a time.", 9)
    assert not MantraRow.objects.exists()


def test_an_empty_one_is_refused_in_words(client, ana):
    assert "Write a few words first." in text_of(client.post("/mantras", {"text": " "}))


def test_a_mantra_that_is_none_is_not_found(client, ana):
    assert client.get("/mantras/everything-happens-for-a-reason").status_code == 404


def test_bo_s_mantra_cannot_be_moved(client, ana, bo):
    name = write_own(bo, "Quiet is fine.", now=NOW)

    codes = [client.post(f"/mantras/{name}/{what}", {}).status_code for what in ("shown", "let-go")]

    assert codes == [404, 404]
    with pytest.raises(NotThere):
        rate(ana, name, 9, now=NOW)
