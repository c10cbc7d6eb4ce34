"""The forecast behind a click: off after a no, logged as shown, a range of a hundred, and held against what came."""

import re
from datetime import timedelta

import pytest

from highroad.app.actions.recoveries import open_recovery, say_how_hard
from highroad.app.models import EventRow, ForecastRow, RecoveryRow
from highroad.app.queries.forecast_pages import as_logged, how_well, shown_now
from highroad.app.queries.forecast_rest import Because, Resting, resting
from highroad.applications.application import Outcome
from highroad.events.event import Stage
from highroad.recovery.sting import Sting
from tests.app.mails import bring, haldenfrey
from tests.app.noes import final_no, light_no, text_of
from tests.app.numbers import numbers_without_source
from tests.app.rests import WHAT_RESTS, rest
from tests.app.test_forecast import TODAY, sent, sixty
from tests.cast import NOW

pytestmark = pytest.mark.django_db


def asked_for(client) -> str:
    """Ask for the forecast; gives the page it leads to."""
    return client.post("/forecast").url


def test_the_first_page_has_no_number_of_the_forecast(client, ana):
    sixty(ana)

    page = text_of(client.get("/forecast"))

    assert "of 100" not in page
    assert "Show me the range" in page
    assert not ForecastRow.objects.exists()


def test_what_is_shown_is_logged_and_stays_as_it_was(client, ana):
    sixty(ana)
    page = asked_for(client)
    before = text_of(client.get(page))

    sent(ana, 20, furthest_stage=Stage.INTERVIEW, outcome=Outcome.REJECTED)

    assert text_of(client.get(page)) == before
    assert ForecastRow.objects.count() == 1


@pytest.mark.parametrize(("many", "said"), [(1, "less than one a week"), (3, "about 1 a week"), (12, "about 3 a week")])
def test_the_pace_is_told_as_it_is(client, ana, many, said):
    sent(ana, 1)
    sent(ana, many, days=10)

    assert f"As you apply now, {said}" in text_of(client.get(asked_for(client)))


def test_it_rests_for_a_day_after_a_no(client, ana):
    final_no(ana)

    page = text_of(client.get("/forecast"))
    answer = client.post("/forecast")

    assert "rests for a day after a no" in page
    assert answer.url == "/forecast"
    assert not ForecastRow.objects.exists()


@pytest.mark.parametrize("what", WHAT_RESTS)
def test_it_rests_while_anything_rests(client, ana, what):
    sixty(ana)
    page = asked_for(client)
    rest(ana, what, NOW + timedelta(days=1))

    answers = [client.get(page), client.get("/forecast/how-well"), client.post("/forecast")]

    assert [answer.url for answer in answers] == ["/resting" if what == "quiet" else "/forecast"] * 3
    assert ForecastRow.objects.count() == 1


@pytest.mark.parametrize("what", [what for what in WHAT_RESTS if what != "quiet"])
def test_how_well_it_did_is_not_offered_while_anything_rests(client, ana, what):
    before = text_of(client.get("/forecast"))
    rest(ana, what, NOW + timedelta(days=1))

    page = text_of(client.get("/forecast"))

    assert "/forecast/how-well" in before
    assert "/forecast/how-well" not in page


@pytest.mark.parametrize("what", ["quiet", "steps", "text"])
def test_a_rest_that_is_over_holds_nothing_back(ana, what):
    rest(ana, what, NOW - timedelta(minutes=1))

    assert resting(ana, now=NOW) is None


def test_a_rest_of_bo_s_rests_nothing_of_anas(client, ana, bo):
    final_no(bo)

    assert asked_for(client).startswith("/forecast/")


def test_bo_s_forecast_is_nowhere_to_be_found(client, ana, bo):
    row = ForecastRow.objects.create(owner=bo, on=TODAY, at=NOW, shown={})

    assert client.get(f"/forecast/{row.pk}").status_code == 404


@pytest.mark.parametrize("count", [0, 1, 5, 60, 2000])
def test_the_page_is_true_however_much_there_is(client, ana, count):
    sent(ana, count, outcome=Outcome.REJECTED)
    page = asked_for(client)

    shown = [text_of(client.get(page, {"n": n})) for n in (10, 25, 50, 100)]

    for text in shown:
        words = re.sub(r"<[^>]+>", " ", text)
        assert numbers_without_source(text, every=True) == []
        assert not re.search(
            r"\b0 (to \d+ )?of 100|\bnever\b|%|\d\.\d|1 in \d|\bwill\b have", words.replace("how many", "")
        )
        assert text.index("first-h") < text.index("offer-h")
        assert len(re.findall(r'<circle class="\w+" cx="\d+" cy="\d+" r="[\d.]+" />', text)) >= 4 * 100 + 2 * 20
    assert "other people’s figures" in shown[0] if count < 2000 else "your own record" in shown[0].lower()


def test_with_little_hope_it_begins_with_what_can_be_changed(client, ana):
    sent(ana, 300, outcome=Outcome.REJECTED)

    page = text_of(client.get(asked_for(client)))

    assert page.index("Another way in changes more") < page.index("first-h")
    assert "What is not known" in page


def test_two_ways_stand_side_by_side(client, ana):
    sixty(ana)
    sent(ana, 8, days=10)

    page = text_of(client.get(asked_for(client)))

    assert "As you apply now, about 2 a week" in page
    assert "The same, and one referral a week" in page


@pytest.mark.parametrize(("of_late", "referral"), [(0, "All of it is"), (4, "20 of 100 parts are")])
def test_each_way_tells_how_much_of_it_is_other_people_s(client, ana, of_late, referral):
    sent(ana, 200, days=60, outcome=Outcome.REJECTED)
    sent(ana, of_late, days=10, outcome=Outcome.REJECTED)
    page = asked_for(client)

    text = text_of(client.get(page))

    ways = text[text.index('id="ways-h"') : text.index('id="rests-on"')]
    own_way, referral_way = ways.split('aria-label="With one referral a week"')
    assert "15 of 100 parts are other people’s figures" in own_way
    assert f"{referral} other people’s figures" in referral_way


def test_without_anything_sent_of_late_no_pace_is_made_up(client, ana):
    sent(ana, 5, days=200, outcome=Outcome.REJECTED)

    page = text_of(client.get(asked_for(client)))

    assert "One application a week, sent as before" in page


def test_forecasts_are_held_against_what_came(client, ana):
    for day in range(2):
        ForecastRow.objects.create(
            owner=ana, on=TODAY - timedelta(days=300 + day), at=NOW, shown=as_stored(ana, days=300 + day)
        )
    early = text_of(client.get("/forecast/how-well"))
    sent(ana, 99, days=200, outcome=Outcome.REJECTED)
    sent(ana, 1, days=190, furthest_stage=Stage.OFFER, outcome=Outcome.OFFER)

    found = how_well(ana, today=TODAY)

    assert "So far 0 can be judged, and 16 are still open." in early
    assert (found.over, found.open) == (16, 0)
    assert sum(kept.came_true for kept in found.kept) == 2 * 2  # within a hundred: an interview, and an offer
    assert 0 < found.squared_error < 1
    told = text_of(client.get("/forecast/how-well"))
    assert "It came true" in told
    assert f"Its score is {found.squared_error:.2f}." in told


def as_stored(owner, *, days):
    """What a forecast of that day would have logged."""
    return as_logged(shown_now(owner, now=NOW - timedelta(days=days)))


def test_with_nothing_on_record_it_claims_no_record(client, ana):
    page = text_of(client.get(asked_for(client)))

    assert "No application of yours is on record yet." in page
    assert "like yours" not in page and "Your own record" not in page and "sent as before" not in page
    assert "All of it is other people’s figures." in page


def test_with_one_application_on_record_it_says_so(client, ana):
    sent(ana, 1, outcome=Outcome.REJECTED)

    page = text_of(client.get(asked_for(client)))

    assert "Your own record: 1 application, and other people’s figures" in page
    assert "is on record yet" not in page


def test_it_rests_for_a_day_after_an_older_no_was_opened(client, ana):
    event_id = light_no(ana)
    before = resting(ana, now=NOW)

    open_recovery(ana, event_id, now=NOW)

    assert before is None
    assert resting(ana, now=NOW) == Resting(Because.FRESH_NO, NOW + timedelta(hours=24))
    assert resting(ana, now=NOW + timedelta(hours=24)) is None
    assert "rests for a day after a no" in text_of(client.get("/forecast"))


def test_an_older_no_that_barely_landed_rests_nothing(ana):
    event_id = light_no(ana)

    say_how_hard(ana, event_id, Sting.BARELY, now=NOW)

    assert resting(ana, now=NOW) is None


def test_it_rests_after_a_no_nobody_has_confirmed_yet(client, ana):
    event_id = bring(ana, *haldenfrey())[-1]
    fresh = EventRow.objects.get(owner=ana, event_id=event_id, is_no=True, confirmed=False)

    page = text_of(client.get("/forecast"))

    assert not RecoveryRow.objects.exists()
    assert resting(ana, now=NOW) == Resting(Because.FRESH_NO, fresh.at + timedelta(hours=24))
    assert "rests for a day after a no" in page
