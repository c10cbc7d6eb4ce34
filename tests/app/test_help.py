"""/help: lines of the chosen country and no other; it blocks nothing and tells nobody."""

import pytest

from highroad.app.models import DeedRow, OwnerRow
from highroad.steps.take_a_moment.help_lines import help_lines
from tests.app.noes import text_of

pytestmark = pytest.mark.django_db


def test_no_country_is_guessed(client, ana):
    page = text_of(client.get("/help", headers={"accept-language": "en-IE"}))

    assert "tel:" not in page and '<option value="IE" selected' not in page


def test_before_a_country_is_chosen_there_is_whom_to_turn_to_anywhere(client, ana):
    page = text_of(client.get("/help"))

    card = page.partition('class="help-card"')[2]
    assert card.index('href="https://findahelpline.com"') < card.index("Your local emergency number")
    assert card.index("Your local emergency number") < card.index("Choose your country</label>")


def test_only_lines_of_the_chosen_country_are_shown(client, ana):
    client.post("/help/country", {"iso": "IE"})

    page = text_of(client.get("/help"))

    assert 'href="tel:116123"' in page
    assert 'href="sms:50808"' in page
    assert "112 or 999" in page
    assert "988" not in page


def test_an_unverified_line_says_so_and_where_to_check(client, ana):
    client.post("/help/country", {"iso": "PT"})

    page = text_of(client.get("/help"))

    assert "Not yet verified by us. Check" in page
    assert "https://www.sns24.gov.pt" in page


def test_every_country_shows_its_page(client, ana):
    for line in help_lines():
        client.post("/help/country", {"iso": line.iso})

        assert f"Lines for {line.country}." in text_of(client.get("/help"))


def test_the_choice_can_be_taken_back(client, ana):
    client.post("/help/country", {"iso": "IE"})

    client.post("/help/country", {"iso": ""})

    assert OwnerRow.objects.get().country == ""


def test_a_country_without_lines_is_answered_in_words(client, ana):
    answer = client.post("/help/country", {"iso": "XX"}, follow=True)

    assert "We have no lines for that country." in text_of(answer)


def test_closing_the_card_leads_back_to_where_one_was(client, ana):
    answer = client.get("/help", headers={"referer": "http://127.0.0.1:8747/take-a-moment/write"})

    assert '<a class="button plain" href="/take-a-moment/write">That' in text_of(answer)


def test_closing_the_card_never_leads_elsewhere(client, ana):
    answer = client.get("/help", headers={"referer": "http://evil.example/x"})

    assert 'href="/">That' in text_of(answer)


def test_looking_for_help_is_written_down_nowhere(client, ana):
    before = OwnerRow.objects.values().get()

    client.get("/help")

    assert OwnerRow.objects.values().get() == before
    assert not DeedRow.objects.exists()


def test_get_help_now_stands_on_every_step(client, ana):
    for page in ("/take-a-moment", "/take-a-moment/write", "/thoughts/new", "/keep-going", "/practice"):
        assert '<a href="/help">Get help now</a>' in text_of(client.get(page))
