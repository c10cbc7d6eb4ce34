"""Practice in the record: a few cards a day, marked before anything is shown, in time for a talk, resting with one."""

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from highroad.app.actions.ask_for_feedback import finish, work_on
from highroad.app.actions.by_hand import Told, add_event, new_application
from highroad.app.actions.dark_words import lift, look_at
from highroad.app.actions.likely_not_you import write_down
from highroad.app.actions.practice import Unmarked, add_card, keep_answer, let_card_go, mark, show_posting
from highroad.app.actions.queue import add as add_opening
from highroad.app.actions.queue import say_sent
from highroad.app.actions.recoveries import say_how_hard
from highroad.app.models import AnswerRow, ApplicationRow, CardRow, DeckRow, DeedRow, ReviewRow, StoryRow
from highroad.app.queries.applications import NotThere
from highroad.app.queries.practice import card, next_talk, offered, shelf, talks_ahead, today, words
from highroad.app.queries.practice_pages import NotYet, after, cards, every
from highroad.app.queries.practice_talks import for_talk
from highroad.events.event import Kind
from highroad.recovery.sting import Sting
from highroad.steps.dont_get_stuck.story import questions as story_kinds
from highroad.steps.keep_going.practice.deck import competencies
from highroad.steps.keep_going.practice.schedule import due_on
from tests.app.mails import CONFIRMED, INVITED, bring, mail
from tests.app.noes import final_no, text_of
from tests.app.talks import talk_on
from tests.cast import NOW

pytestmark = pytest.mark.django_db

A_DAY = timedelta(days=1)
ZONES = ["Pacific/Auckland", "Europe/Dublin", "America/Los_Angeles", "Asia/Kolkata"]


def keys(owner, *, now=NOW):
    return [one.key for one in offered(owner, now=now)]


def practise(owner, *, now, given="3"):
    """Say everything that is offered; gives how many there were."""
    said = 0
    while left := keys(owner, now=now):
        mark(owner, left[0], given, now=now)
        said += 1
    return said


def test_two_questions_are_offered_on_the_first_day_and_none_once_they_are_said(ana):
    assert len(keys(ana)) == 2

    practise(ana, now=NOW)

    assert keys(ana) == []
    assert len(keys(ana, now=NOW + A_DAY)) >= 2


def test_what_a_good_answer_shows_waits_behind_the_mark(client, ana):
    asked = card(ana, "mistake")

    before = client.get("/practice/mistake/after")
    page = text_of(client.get("/practice/mistake"))
    marked = client.post("/practice/mistake", {"mark": "2"})

    assert before.url == "/practice/mistake"
    assert asked.ask in page and asked.shows not in page
    assert marked.url == "/practice/mistake/after"
    assert asked.shows in text_of(client.get(marked.url))
    assert ReviewRow.objects.get().mark == 2


def test_the_own_best_answer_waits_behind_the_mark_too(client, ana):
    keep_answer(ana, "mistake", "I sent the wrong file, and said so.", now=NOW)

    page = text_of(client.get("/practice/mistake"))
    client.post("/practice/mistake", {"mark": "4"})

    assert "wrong file" not in page
    assert "I sent the wrong file, and said so." in text_of(client.get("/practice/mistake/after"))


def test_a_mark_of_last_week_opens_nothing_today(ana):
    mark(ana, "mistake", "3", now=NOW - 7 * A_DAY)

    with pytest.raises(NotYet):
        after(ana, "mistake", now=NOW)


@pytest.mark.parametrize("given", ["", "0", "6", "-1", "three", "3.5", "٣٣"])
def test_anything_but_the_five_marks_is_refused_in_words_and_keeps_the_question(client, ana, given):
    answer = client.post("/practice/mistake", {"mark": given})

    assert answer.status_code == 422
    assert "Choose one of the five." in text_of(answer)
    assert card(ana, "mistake").ask in text_of(answer)
    assert not ReviewRow.objects.exists()


def test_saying_one_counts_as_practice_once(ana):
    mark(ana, "mistake", "5", now=NOW)

    deed = DeedRow.objects.get()
    assert (deed.kind, deed.about) == ("practice", "practise:mistake")


def test_going_on_leads_to_the_next_of_today_and_then_to_the_first_page(client, ana):
    first, second = keys(ana)

    client.post(f"/practice/{first}", {"mark": "3"})
    onward = client.post(f"/practice/{first}/after", {"said": ""}).url
    client.post(f"/practice/{second}", {"mark": "3"})
    last = client.post(f"/practice/{second}/after", {"said": ""}).url

    assert (onward, last) == (f"/practice/{second}", "/practice")
    assert "That is plenty for today." in text_of(client.get("/practice"))


def test_no_page_tells_how_many_are_due_or_how_they_were_marked_in_all(client, ana):
    for number, key in enumerate(one.key for group in every(ana) for one in group.cards):
        mark(ana, key, "1", now=NOW - timedelta(days=40 + number % 5))

    page = text_of(client.get("/practice")).partition("<main")[2].partition("</main>")[0]

    assert not any(sign.isdigit() for sign in page.replace("h1", "").replace("/h1", ""))
    assert not any(word in page.lower() for word in (" due", "overdue", "streak", "score", "behind"))
    assert len(keys(ana)) == 5


def test_a_question_we_do_not_have_is_not_found(client, ana):
    for key in ("why-are-you-like-this", "own-99", "action-1", "own-", "own-x", "-1", f"own-{'9' * 5000}"):
        assert client.get(f"/practice/{key}").status_code == 404
        assert client.post(f"/practice/{key}", {"mark": "3"}).status_code == 404


def test_what_is_worked_on_is_a_card_until_it_is_done(ana):
    action = work_on(ana, "Put a figure into every story", first_step="", review_on=None, now=NOW)

    asked = card(ana, f"action-{action.pk}")
    assert keys(ana)[0] == asked.key
    assert asked.ask.endswith("Yours: Put a figure into every story")

    finish(ana, action.pk, now=NOW)
    assert asked.key not in keys(ana)


def test_a_question_of_ones_own_comes_first_and_can_be_taken_out(client, ana):
    client.post("/practice/cards", {"text": "  What would   you do about the budget? "})
    row = CardRow.objects.get()

    assert keys(ana)[0] == f"own-{row.pk}"
    assert "What would you do about the budget?" in text_of(client.get("/practice/cards"))

    keep_answer(ana, f"own-{row.pk}", "Cut it in two.", now=NOW)
    client.post(f"/practice/cards/{row.pk}/let-go")
    assert not CardRow.objects.exists()
    assert "What would you do about the budget?" not in text_of(client.get("/practice/cards"))


def test_a_question_without_a_word_is_refused(client, ana):
    answer = client.post("/practice/cards", {"text": "   "})

    assert answer.status_code == 422
    assert "Write the question first" in text_of(answer)
    with pytest.raises(Unmarked):
        add_card(ana, "", now=NOW)


def test_a_very_long_question_is_cut_and_kept(ana):
    key = add_card(ana, "why " * 5000, now=NOW)

    assert len(card(ana, key).ask) == 500


def test_a_note_about_what_was_said_stays_closed_until_it_is_asked_for(client, ana):
    write_down(ana, final_no(ana), text="I said pay first.", talk_id="", now=NOW)

    closed = text_of(client.get("/practice/cards"))
    opened = text_of(client.get("/practice/cards?notes"))

    assert "I said pay first." not in closed and "Show it to me" in closed
    assert "I said pay first." in opened
    assert not any("I said pay first." in card(ana, key).ask for key in keys(ana))


def test_a_note_becomes_a_card_by_the_users_own_tap_and_once(client, ana):
    write_down(ana, final_no(ana), text="I said pay first.", talk_id="", now=NOW)
    number = cards(ana, with_notes=True).notes[0].pk

    for _ in range(2):
        client.post(f"/practice/notes/{number}")

    row = CardRow.objects.get()
    assert (row.source, row.text) == ("said", "You wrote: I said pay first. How would you say it today?")
    assert not cards(ana, with_notes=True).notes


def test_an_invitation_that_names_a_question_offers_it(client, ana):
    text = INVITED.replace("Would Thursday", "Please prepare to talk about a launch you ran. Would Thursday")
    bring(ana, mail(text, day=0, subject="Interview"))

    named = cards(ana, with_notes=False).named

    assert [one.text for one in named] == ["Please prepare to talk about a launch you ran."]
    client.post("/practice/cards", {"text": named[0].text, "application": named[0].application_id})
    assert CardRow.objects.get().application_id == named[0].application_id
    assert cards(ana, with_notes=False).named == ()


def test_private_words_of_practice_are_sealed_where_they_lie(ana):
    key = add_card(ana, "What of the marzipan affair?", now=NOW)
    keep_answer(ana, key, "The marzipan was mine.", now=NOW)

    with_sql = [*CardRow.objects.extra(select={"raw": "text"}).values_list("raw", flat=True)]
    with_sql += [*AnswerRow.objects.extra(select={"raw": "text"}).values_list("raw", flat=True)]

    assert len(with_sql) == 2
    assert not any("marzipan" in raw for raw in with_sql)


def test_an_answer_is_kept_as_it_is_typed_and_let_go_when_it_is_empty(client, ana):
    client.post("/practice/mistake/save", {"said": "I sent the wr"})
    assert AnswerRow.objects.get().text == "I sent the wr"

    client.post("/practice/mistake/save", {"said": " "})
    assert not AnswerRow.objects.exists()


def test_an_answer_can_begin_a_story_and_comes_back_beside_its_questions(client, ana):
    mark(ana, "mistake", "4", now=NOW)

    answer = client.post(
        "/practice/mistake/after", {"said": "I sent the wrong file. I called at once.", "end": "story"}
    )

    row = StoryRow.objects.get()
    assert answer.url == f"/stories/{row.pk}/situation"
    assert (row.question, row.task, row.done) == ("failed", "I sent the wrong file", "I called at once.")
    assert AnswerRow.objects.exists()
    assert f"/stories/{row.pk}" in text_of(client.get("/practice/mistake/after"))


def test_a_story_without_a_word_is_refused(client, ana):
    mark(ana, "mistake", "4", now=NOW)

    answer = client.post("/practice/mistake/after", {"said": "", "end": "story"})

    assert answer.status_code == 422
    assert not StoryRow.objects.exists()


def test_an_answer_has_two_minutes_alone_and_in_a_mock_interview(client, ana):
    mock = client.post("/practice/mock").url

    for path in ("/practice/mistake", mock):
        page = text_of(client.get(path))
        assert 'data-seconds="120"' in page and "Start two minutes" in page, path


def test_a_posting_is_not_kept_but_what_it_asks_for_comes_first(client, ana):
    some_id = talk_on(ana, NOW + 10 * A_DAY)

    client.post(f"/practice/for/{some_id}", {"posting": "You negotiate with stakeholders. Marzipan lovers welcome."})

    assert DeckRow.objects.get().competencies == ["conflict"]
    assert [card(ana, key).competency for key in keys(ana)[:3]] == ["conflict"] * 3
    page = text_of(client.get(f"/practice/for/{some_id}"))
    assert "disagreeing well" in page and "Marzipan" not in page


def test_the_next_talk_with_a_date_brings_five_and_is_named_by_its_day(client, ana):
    some_id = talk_on(ana, NOW + 3 * A_DAY)

    assert len(keys(ana)) == 5
    assert f"/practice/for/{some_id}" in text_of(client.get("/practice"))
    assert "<h1>Practise for Thursday.</h1>" in text_of(client.get(f"/practice/for/{some_id}"))
    assert "Practise for Thursday" in text_of(client.get(f"/applications/{some_id}"))


def test_every_talk_to_come_is_there_the_soonest_first(client, ana, bo):
    later, sooner = talk_on(ana, NOW + 5 * A_DAY, employer="Tallowby"), talk_on(ana, NOW + 2 * A_DAY, employer="Corwen")
    talk_on(bo, NOW + A_DAY, employer="Unseen")

    page = text_of(client.get("/practice"))

    assert re.findall(r'href="/practice/for/(\w+)">For ([^<]*)</a>', page) == [
        (sooner, "Wednesday, 25 November"),
        (later, "Saturday, 28 November"),
    ]
    assert "Unseen" not in page


def test_a_talk_that_was_moved_is_practised_for_once_on_its_new_day(ana):
    some_id = talk_on(ana, NOW + 2 * A_DAY)
    add_event(ana, some_id, Told(Kind.INTERVIEW, (NOW + 6 * A_DAY).date()), now=NOW)

    assert [talk.at.date() for talk in talks_ahead(ana, now=NOW)] == [(NOW + 6 * A_DAY).date()]


def test_an_application_without_a_talk_has_a_deck_and_no_button_to_it(client, ana):
    some_id = final_no(ana)

    assert "Practise for this one." in text_of(client.get(f"/practice/for/{some_id}"))
    assert "/practice/for/" not in text_of(client.get(f"/applications/{some_id}"))


def test_cards_of_the_talk_come_before_others_of_ones_own(ana):
    other = add_card(ana, "Asked elsewhere, and later?", now=NOW)
    some_id = talk_on(ana, NOW + 3 * A_DAY)
    here = add_card(ana, "Asked there?", application_id=some_id, now=NOW - A_DAY)

    assert keys(ana)[:2] == [here, other]


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("hour", [0, 8, 23])
def test_every_card_said_comes_again_before_the_talk_in_every_zone(ana, zone, hour):
    """Three weeks of the user's own days, whatever the day is in UTC; never more than five, all in time."""
    begun = datetime(2026, 11, 2, hour, 30, tzinfo=ZoneInfo(zone))
    talk_on(ana, begun + 21 * A_DAY)

    counts = [practise(ana, now=begun + day * A_DAY) for day in range(21)]

    held = next_talk(ana, now=begun)
    last = begun + 20 * A_DAY
    whole = shelf(ana, now=last, talk=held)
    assert min(counts[:7]) >= 2 and max(counts) == 5
    assert held.at.date() == (begun + 21 * A_DAY).date()
    assert all(memory.said_on < held.at.date() for memory in whole.memories.values())
    assert all(
        due_on(memory, talk_on=held.at.date()) < held.at.date()
        for memory in whole.memories.values()
        if (held.at.date() - memory.said_on).days > 1
    )


@pytest.mark.parametrize("zone", ZONES)
def test_a_day_ends_at_the_users_own_midnight(ana, zone):
    late = datetime(2026, 11, 23, 23, 50, tzinfo=ZoneInfo(zone))
    practise(ana, now=late)

    assert keys(ana, now=late + timedelta(minutes=5)) == []
    assert today(ana, now=late + timedelta(minutes=5)).said
    assert len(keys(ana, now=late + timedelta(minutes=20))) >= 2


def test_the_same_reviews_give_the_same_cards_in_every_zone_by_its_days(ana):
    for day in range(6):
        practise(ana, now=datetime(2026, 11, 2 + day, 12, tzinfo=UTC))
    at = datetime(2026, 11, 9, 12, tzinfo=UTC)

    assert len({tuple(keys(ana, now=at.astimezone(ZoneInfo(zone)))) for zone in ("Europe/Dublin", "Asia/Kolkata")}) == 1


def test_a_clock_that_moves_by_an_hour_in_autumn_leaves_the_days_alone(ana):
    zone = ZoneInfo("Europe/Dublin")
    practise(ana, now=datetime(2026, 10, 24, 23, 30, tzinfo=zone))

    assert keys(ana, now=datetime(2026, 10, 24, 23, 59, tzinfo=zone)) == []
    assert keys(ana, now=datetime(2026, 10, 25, 0, 5, tzinfo=zone))


def test_nothing_is_offered_while_a_recovery_rests_and_nothing_piles_up(client, ana):
    say_how_hard(ana, final_no(ana), Sting.PUNCH, now=NOW)

    page = text_of(client.get("/practice"))
    until = today(ana, now=NOW).rests_until

    assert keys(ana) == []
    assert "Practice rests until" in page and "Nothing is lost by it" in page
    assert 2 <= len(keys(ana, now=until + timedelta(minutes=1))) <= 5


def test_practice_rests_after_dark_words_and_comes_back_by_one_tap(ana):
    look_at(ana, "I don't want to live anymore.", now=NOW)
    ana.refresh_from_db()

    assert keys(ana) == []
    assert keys(ana, now=NOW + timedelta(hours=71)) == []
    assert keys(ana, now=NOW + timedelta(hours=73))

    lift(ana)
    ana.refresh_from_db()
    assert keys(ana)


def test_the_field_the_user_chose_brings_its_own_questions(ana):
    ana.field = "law"
    ana.save()

    assert keys(ana)[0].startswith("law_")
    assert "Legal work" in [group.name for group in every(ana)]


def test_bo_sees_nothing_of_anas_practice(ana, bo):
    key = add_card(ana, "Hers alone?", now=NOW)
    mark(ana, "mistake", "1", now=NOW)
    keep_answer(ana, "mistake", "Hers.", now=NOW)

    with pytest.raises(NotThere):
        card(bo, key)
    with pytest.raises(NotThere):
        let_card_go(bo, CardRow.objects.get().pk, now=NOW)
    with pytest.raises(NotYet):
        after(bo, "mistake", now=NOW)
    with pytest.raises(NotThere):
        show_posting(bo, final_no(ana), "team", now=NOW)
    assert key not in keys(bo)
    assert cards(bo, with_notes=True).own == ()


def test_a_page_may_hear_only_where_one_speaks(client, ana):
    told = {
        path: client.get(path).headers for path in ("/practice", "/practice/mistake", "/practice/every", "/stories")
    }

    assert "microphone=(self)" in told["/practice/mistake"]["Permissions-Policy"]
    assert "media-src blob:" in told["/practice/mistake"]["Content-Security-Policy"]
    assert "connect-src" not in told["/practice/mistake"]["Content-Security-Policy"]
    assert all("microphone=()" in told[path]["Permissions-Policy"] for path in told if path != "/practice/mistake")


def test_a_posting_from_the_queue_stands_ready_once_its_confirmation_came(client, ana):
    add_opening(ana, "Data Analyst at Haldenfrey\nYou lead a team.", now=NOW - 3 * A_DAY)
    bring(ana, mail(CONFIRMED, day=1))

    page = text_of(client.get(f"/practice/for/{ApplicationRow.objects.get().application_id}"))

    assert "You lead a team.</textarea>" in page
    assert not DeckRow.objects.exists()


def test_a_posting_that_was_said_to_be_sent_stands_ready_before_and_after_its_confirmation(ana):
    number = add_opening(ana, "Data Analyst at Haldenfrey\nYou lead a team.", now=NOW - 3 * A_DAY)
    say_sent(ana, number, now=NOW - 2 * A_DAY)
    before = for_talk(ana, ApplicationRow.objects.get().application_id, now=NOW)

    bring(ana, mail(CONFIRMED, day=1))

    after_it = for_talk(ana, ApplicationRow.objects.get().application_id, now=NOW)
    assert before.posting == after_it.posting
    assert before.posting.endswith("You lead a team.")


def test_a_posting_of_another_role_and_one_of_bos_do_not_stand_there(ana, bo):
    add_opening(ana, "Head of Finance at Haldenfrey\nYou lead a team.", now=NOW - 3 * A_DAY)
    add_opening(bo, "Data Analyst at Haldenfrey\nYou lead a team.", now=NOW - 3 * A_DAY)
    bring(ana, mail(CONFIRMED, day=1))

    assert for_talk(ana, ApplicationRow.objects.get().application_id, now=NOW).posting == ""


def test_what_there_is_to_practise_is_asked_in_as_few_questions_however_full_the_queue(
    ana, django_assert_max_num_queries
):
    some_id = talk_on(ana, NOW + 10 * A_DAY)
    for text in ("Clerk at Tallowby", "Analyst at Haldenfrey", "Editor at Tallowby"):
        add_opening(ana, text, now=NOW)

    with django_assert_max_num_queries(8):
        for_talk(ana, some_id, now=NOW)


def test_every_story_a_card_can_become_is_a_question_of_stories():
    known = {one.key for one in story_kinds()}

    assert {key for keys in words()["story_questions"].values() for key in keys} <= known
    assert set(words()["story_questions"]) == set(competencies()) - {"opening", "closing"}


def test_a_talk_entered_by_hand_is_practised_for_as_well(client, ana):
    some_id, _ = new_application(ana, Told(Kind.APPLIED, (NOW - 9 * A_DAY).date(), employer="Tallowby"), now=NOW)
    add_event(ana, some_id, Told(Kind.INTERVIEW, (NOW + 3 * A_DAY).date()), now=NOW)

    assert next_talk(ana, now=NOW).at.date() == (NOW + 3 * A_DAY).date()
    assert "Practise for Thursday" in text_of(client.get(f"/applications/{some_id}"))
