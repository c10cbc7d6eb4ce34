"""/offer: one yes, the people to tell, polite withdrawals as drafts, two offers side by side, and putting it away."""

import re
from datetime import timedelta

import pytest

from highroad.app.actions.ask_for_feedback import work_on
from highroad.app.actions.by_hand import Told, add_event, add_person, new_application
from highroad.app.actions.notices import turn_on
from highroad.app.actions.offer import got_it, put_away, tell, withdraw_everywhere, write_about
from highroad.app.actions.people import keep_in_touch
from highroad.app.models import ApplicationRow, EventRow, OutgoingRow, OwnerRow, PersonRow
from highroad.app.queries.applications import NotThere
from highroad.app.queries.keep_going import one_next_thing
from highroad.app.queries.notices import notices
from highroad.app.queries.offer import choices, got, offers
from highroad.app.queries.today import today
from highroad.applications.contact import Keep
from highroad.events.event import Kind, Part, Person
from highroad.recovery.letter import BLANK
from highroad.steps.keep_going.letters import Purpose
from highroad.steps.keep_going.next_thing import Size
from tests.app.everything import everything
from tests.app.mails import INVITED, bring, mail
from tests.app.noes import final_no, text_of
from tests.app.test_query_counts import many, questions
from tests.cast import NOW, SAM_RECRUITER

pytestmark = pytest.mark.django_db

MARA = Person("Mara Okafor", "mara@tallowby.example", Part.RECRUITER)
TODAY = NOW.date()


def offered(owner: OwnerRow, employer: str = "Tallowby", *, days: int = 3) -> str:
    """An application with an offer that waits for an answer by then."""
    made, _ = new_application(
        owner,
        Told(Kind.APPLIED, TODAY - timedelta(days=30), employer=employer, role="Archivist"),
        Told(Kind.OFFER, TODAY - timedelta(days=1)),
        now=NOW,
    )
    row = ApplicationRow.objects.get(owner=owner, events__event_id=made)
    EventRow.objects.filter(application=row, kind=Kind.OFFER).update(happens_at=NOW + timedelta(days=days))
    add_person(owner, row.application_id, MARA, now=NOW)
    EventRow.objects.filter(application__employer=employer, kind=Kind.OFFER).update(
        happens_at=NOW + timedelta(days=days), evidence="We would like to offer you the position.", by_user=False
    )
    return row.application_id


def still_open(owner: OwnerRow, employer: str = "Brookmere", *, met: bool = True) -> str:
    made, _ = new_application(owner, Told(Kind.APPLIED, TODAY - timedelta(days=5), employer=employer), now=NOW)
    if met:
        add_event(owner, made, Told(Kind.INTERVIEW, TODAY - timedelta(days=2)), now=NOW)
    add_person(owner, made, Person("Ines Roth", f"ines@{employer.lower()}.example", Part.RECRUITER), now=NOW)
    return made


def test_one_tap_says_yes_and_it_can_be_undone(client, ana):
    one = offered(ana)
    page = text_of(client.get("/offer"))

    answer = client.post(f"/offer/{one}", follow=True)

    assert "Tallowby" in page and "They made an offer, answer by 26 November." in page
    assert ApplicationRow.objects.get(application_id=one).outcome == "accepted"
    assert "You got one." in text_of(answer)
    assert "/undo/" in answer.content.decode()
    assert client.get("/offer")["Location"] == f"/offer/{one}"


def test_one_warm_sentence_stands_under_the_heading(client, ana):
    page = text_of(client.post(f"/offer/{offered(ana)}", follow=True))

    warm = '<h1>You got one.</h1> <p class="lede">It was a long road, and you walked all of it yourself.</p>'
    assert warm in page
    assert page.count('class="lede"') == 1


def test_where_there_is_nothing_to_choose_nothing_is_asked(client, ana):
    page = text_of(client.get("/offer"))

    assert "Which one is it?" not in page and "This one" not in page and "/offer/weigh" not in page
    assert "No offer is on record yet." in page and 'href="/applications/new"' in page


def test_an_invitation_is_no_talk_until_its_day_went_by(client, ana):
    talked, invited = still_open(ana, "Brookmere"), still_open(ana, "Corwen", met=False)
    add_event(ana, talked, Told(Kind.TALK, TODAY - timedelta(days=1)), now=NOW)
    add_event(ana, invited, Told(Kind.INTERVIEW, TODAY + timedelta(days=4)), now=NOW)

    page = text_of(client.get("/offer"))

    assert re.findall(r"(Brookmere|Corwen)</span> <span class=\"small\">([^<]*)<", page) == [
        ("Corwen", "They asked you to talk."),
        ("Brookmere", "You talked with them."),
    ]


def test_saying_it_twice_changes_nothing_more(ana):
    one = offered(ana)
    got_it(ana, one, now=NOW)

    assert got_it(ana, one, now=NOW) == ""
    assert EventRow.objects.filter(kind=Kind.ACCEPTED).count() == 1


def test_those_met_kept_and_who_answered_are_to_be_told(ana):
    no = final_no(ana)
    keep_in_touch(ana, PersonRow.objects.get(name="Noor Haddad").person_id, Keep.QUARTERLY, now=NOW)
    one = offered(ana)
    got_it(ana, one, now=NOW)

    told = got(ana, one).to_tell

    assert [(who.name, who.why) for who in told] == [("Mara Okafor", "met"), ("Noor Haddad", "known")]
    assert no


def test_an_offer_that_names_no_day_comes_first_until_it_is_answered(ana):
    one = offered(ana)
    EventRow.objects.filter(kind=Kind.OFFER).update(happens_at=None)
    waiting = today(ana, now=NOW)
    offered_next = [one_next_thing(ana, size, now=NOW).thing.kind for size in (Size.FIVE, Size.HALF_HOUR)]

    got_it(ana, one, now=NOW)

    assert (waiting.card.key, waiting.card.url) == ("offer", f"/applications/{one}")
    assert offered_next == ["offer", "weigh"]
    assert today(ana, now=NOW).card.key != "offer"
    assert one_next_thing(ana, Size.FIVE, now=NOW).thing.kind != "offer"


def test_an_offer_with_a_day_that_was_taken_waits_for_no_answer(ana):
    one = offered(ana)
    waiting = today(ana, now=NOW).card.key

    got_it(ana, one, now=NOW)

    assert (waiting, today(ana, now=NOW).card.key) == ("deadline_offer", "next")
    assert one_next_thing(ana, Size.HALF_HOUR, now=NOW).thing.kind != "weigh"


def test_what_stays_is_the_stories_the_whole_road_drawn_and_the_data(client, ana):
    one = offered(ana)
    got_it(ana, one, now=NOW)

    page = client.get("/offer", follow=True).content.decode()

    for way in ("/stories", "/picture", "/settings/data"):
        assert f'<a class="who" href="{way}">' in page


def test_the_news_is_a_draft_with_a_place_for_ones_own_words_and_is_written_once(client, ana):
    one = offered(ana)
    got_it(ana, one, now=NOW)
    mara = got(ana, one).to_tell[0].person_id

    first = client.post(f"/offer/{one}/tell/{mara}")
    second = client.post(f"/offer/{one}/tell/{mara}")

    letter = OutgoingRow.objects.get()
    assert first["Location"] == second["Location"] == f"/outbox/{letter.pk}"
    assert (letter.state, letter.to_email, letter.purpose) == ("draft", MARA.email, "news")
    assert BLANK in letter.body


def test_a_draft_for_each_that_is_open_and_none_leaves(client, ana):
    one = offered(ana)
    first, second = still_open(ana), still_open(ana, "Corwen")
    other_offer = offered(ana, "Oakhanger")
    got_it(ana, one, now=NOW)

    client.post(f"/offer/{one}/withdraw-everywhere")
    client.post(f"/offer/{one}/withdraw-everywhere")

    letters = {row.about: row for row in OutgoingRow.objects.all()}
    assert {about: row.purpose for about, row in letters.items()} == {
        first: "withdrawal",
        second: "withdrawal",
        other_offer: "decline",
    }
    assert {row.state for row in letters.values()} == {"draft"}
    assert all(BLANK not in row.body and len(row.body.split()) <= 90 for row in letters.values())
    assert ApplicationRow.objects.get(application_id=first).outcome == "open"


def test_one_can_be_closed_without_a_letter(client, ana):
    one, other = offered(ana), still_open(ana)
    got_it(ana, one, now=NOW)

    answer = client.post(f"/offer/{other}/withdrawn", follow=True)

    assert ApplicationRow.objects.get(application_id=other).outcome == "withdrawn"
    assert "Still open elsewhere" not in text_of(answer)


def test_where_nobody_was_met_no_letter_is_needed_and_all_close_in_one_act(client, ana):
    one = offered(ana)
    formal = [still_open(ana, name, met=False) for name in ("Corwen", "Dunwick")]
    met = still_open(ana)
    got_it(ana, one, now=NOW)
    page = text_of(client.get(f"/offer/{one}"))

    client.post(f"/offer/{one}/close-others")

    outcomes = dict(ApplicationRow.objects.values_list("application_id", "outcome"))
    assert "2 open where nobody asked you to talk" in page
    assert {outcomes[some] for some in formal} == {"withdrawn"}
    assert outcomes[met] == "open"
    assert not OutgoingRow.objects.exists()


def test_two_offers_stand_side_by_side_by_their_days_with_what_was_said(client, ana):
    offered(ana, "Tallowby", days=5)
    offered(ana, "Oakhanger", days=2)

    page = text_of(client.get("/offer/weigh"))

    assert [one.employer for one in offers(ana)] == ["Oakhanger", "Tallowby"]
    assert "2 offers, side by side." in page
    assert page.count("We would like to offer you the position.") == 2
    assert "Wednesday, " in page


def test_declining_is_a_polite_draft(client, ana):
    one = offered(ana)

    client.post(f"/offer/{one}/decline")

    letter = OutgoingRow.objects.get()
    assert "decided not to take it" in letter.body and "Thank you" in letter.body
    assert choices(ana)[0].letter_id == letter.pk
    assert ApplicationRow.objects.get(application_id=one).outcome == "offer"


def test_with_no_address_the_letter_can_still_be_taken_along(ana):
    made, _ = new_application(ana, Told(Kind.APPLIED, TODAY, employer="Corwen"), now=NOW)

    letter = write_about(ana, made, Purpose.WITHDRAWAL, now=NOW)

    assert (letter.to_email, "withdraw my application" in letter.body) == ("", True)


def test_put_away_nothing_is_brought_up_and_it_can_be_taken_up_again(client, ana):
    one = offered(ana)
    got_it(ana, one, now=NOW)
    turn_on(ana, now=NOW)
    work_on(ana, "measuring results", first_step="", review_on=None, now=NOW)

    client.post("/offer/put-away")
    ana.refresh_from_db()
    away = (today(ana, now=NOW).card.key, one_next_thing(ana, Size.FIVE, now=NOW).thing.kind, notices(ana).on)
    client.post("/offer/put-away", {"again": "1"})
    ana.refresh_from_db()

    assert away == ("put_away", "put_away", False)
    assert today(ana, now=NOW).card.key != "put_away"


def test_an_offer_read_from_mail_can_be_the_one(client, ana):
    *_, last = bring(ana, mail(INVITED, day=9), mail("Dear Ana,\n\nWe are delighted to offer you the position.", day=1))
    add_event(ana, last, Told(Kind.OFFER, TODAY), now=NOW)
    one = choices(ana)[0]

    assert one.is_offer
    assert client.post(f"/offer/{one.id}").status_code == 302


def test_a_quiet_one_is_asked_about_once_and_then_closed_by_a_tap(client, ana):
    made, _ = new_application(ana, Told(Kind.APPLIED, TODAY - timedelta(days=20), employer="Tallowby"), now=NOW)
    add_person(ana, made, SAM_RECRUITER, now=NOW)
    page = text_of(client.get(f"/applications/{made}"))

    first = client.post(f"/applications/{made}/ask-once")["Location"]
    again = client.post(f"/applications/{made}/ask-once")["Location"]
    client.post(f"/applications/{made}/close")

    letter = OutgoingRow.objects.get()
    assert "Ask once, kindly" in page and "Close it" in page
    assert first == again == f"/outbox/{letter.pk}"
    assert (letter.purpose, letter.to_email) == ("follow_up", SAM_RECRUITER.email)
    assert len(letter.body.split()) <= 60
    assert ApplicationRow.objects.get(application_id=made).outcome == "quiet"


def test_the_pages_take_few_questions(client, ana):
    ids = everything(ana)
    many(ana, 30)
    one = offered(ana)
    before = [questions(client, "get", page) for page in ("/offer", "/offer/weigh")]
    got_it(ana, one, now=NOW)

    assert max(*before, questions(client, "get", f"/offer/{one}")) <= 8
    assert ids


def test_bo_can_say_yes_to_nothing_of_anas(ana, bo):
    one = offered(ana)
    got_it(ana, one, now=NOW)

    with pytest.raises(NotThere):
        got_it(bo, one, now=NOW)
    with pytest.raises(NotThere):
        withdraw_everywhere(bo, one, now=NOW)
    with pytest.raises(NotThere):
        tell(bo, one, got(ana, one).to_tell[0].person_id, now=NOW)
    assert choices(bo) == ()
    put_away(bo, now=NOW)
    ana.refresh_from_db()
    assert ana.put_away_at is None
