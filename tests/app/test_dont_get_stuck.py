"""One thought, looked at by daylight, one question a screen."""

import re
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from highroad.app.actions.ask_for_feedback import asked, keep_answer, work_on
from highroad.app.actions.dont_get_stuck import answer, believe_now, catch, look_at
from highroad.app.models import DeedRow, LookBackRow, RecoveryRow, ThoughtRow
from highroad.app.queries.dont_get_stuck import begin, page, thought, thoughts
from highroad.steps.dont_get_stuck.thought import Screen
from tests.app.mails import haldenfrey, mail
from tests.app.noes import confirmed, final_no, light_no, text_of
from tests.app.test_likely_not_you import BECAUSE
from tests.cast import NOW

pytestmark = pytest.mark.django_db
THOUGHT = "I went blank once, and now they all think I am a fool."
SCREENS = ["belief", "feelings", "for", "against", "friend", "fairer"]


PLAIN = "I went blank on one question."


def caught(owner, event_id=None, belief=8, text=THOUGHT):
    return catch(owner, event_id, text, belief=belief, now=NOW)


def test_a_thought_is_caught_and_pinned_on_every_screen(client, ana):
    event_id = final_no(ana)

    first = client.post(f"/no/{event_id}/dont-get-stuck", {"thought": THOUGHT}, follow=True)

    number = ThoughtRow.objects.get().pk
    shown = [first, *(client.get(f"/thoughts/{number}/{screen}") for screen in SCREENS)]
    assert [f"<q>{THOUGHT}</q>" in text_of(page) for page in shown] == [True] * 7
    assert DeedRow.objects.get().kind == "thought"


def test_a_thought_that_is_posted_twice_from_one_page_is_one_thought(client, ana):
    told = {"thought": "I went blank once.", "row": "", "page": fresh_page(client)}

    client.post("/thoughts/new/save", told | {"thought": "I went bl"})
    client.post("/thoughts/new/save", told | {"thought": "I went blank"})
    ways = [client.post("/thoughts/new", told).url for _ in range(2)]

    assert ThoughtRow.objects.get().thought == "I went blank once."
    assert ways[0] == ways[1]
    assert DeedRow.objects.filter(kind="thought").count() == 1


def test_two_thoughts_from_two_pages_are_two_whatever_their_words(client, ana):
    for _ in range(2):
        client.post("/thoughts/new", {"thought": PLAIN, "page": fresh_page(client)})

    assert ThoughtRow.objects.count() == 2


def fresh_page(client) -> str:
    """The name an empty page has."""
    return text_of(client.get("/thoughts/new")).partition('name="page" value="')[2].partition('"')[0]


def test_each_answer_leads_to_the_next_question(client, ana):
    number = caught(ana, belief=None, text=PLAIN)
    said = {"belief": "8", "feel": "sad", "said": "One question of many."}

    ways = [client.post(f"/thoughts/{number}/{screen}", said).url for screen in [*SCREENS, "after"]]

    assert [way.rpartition("/")[2] for way in ways] == [*SCREENS[1:], "after", str(number)]
    assert text_of(client.get(ways[-1])).count("One question of many.") == 4


def test_every_question_can_be_passed_by_and_left(client, ana):
    number = caught(ana, belief=None)

    for screen in SCREENS:
        assert client.post(f"/thoughts/{number}/{screen}", {"end": "stop", "said": "half a"}).url == "/"
        assert client.post(f"/thoughts/{number}/{screen}", {"end": "skip"}).url.startswith(f"/thoughts/{number}")

    record = thought(ana, number).record
    assert (record.belief_before, record.feelings, record.fairer) == (None, (), "half a")


def test_one_that_was_left_is_gone_on_with_where_it_was(client, ana):
    number = caught(ana)
    answer(ana, number, Screen.SPEAKS_FOR, "I did pause.")

    found = begin(ana, None, now=NOW).stopped

    assert found and found.on == f"/thoughts/{number}/against"
    assert f'href="{found.on}"' in text_of(client.get("/thoughts/new"))


def test_how_true_it_feels_now_is_not_asked_when_nothing_was_said(client, ana):
    number = caught(ana)

    assert client.post(f"/thoughts/{number}/fairer", {"said": " "}).url == f"/thoughts/{number}"


def test_the_record_offers_what_it_holds_against_and_nothing_for(client, ana):
    event_id = final_no(ana)
    keep_answer(ana, asked(ana, event_id, 1, now=NOW).pk, "Your answers were very clear. Work on numbers.", now=NOW)
    number = caught(ana, event_id)

    against, speaks_for = (
        [offer.shown for offer in page(ana, number, screen, now=NOW).offers] for screen in ("against", "for")
    )

    assert against[:4] == [
        "You were asked back once.",
        "You were in the final round.",
        "You met two people there.",
        "Their email gives no reason.",
    ]
    assert "Sam Reyes wrote to you: “Your answers were very clear.”" in against
    assert not [says for says in against if "numbers" in says]
    assert speaks_for == []
    assert "From your record" not in text_of(client.get(f"/thoughts/{number}/for"))


def test_the_sentence_of_the_no_is_folded_away_and_begins_no_fairer_version(client, ana):
    no = confirmed(ana, [mail(BECAUSE, day=1)])
    number = caught(ana, no, text=PLAIN)

    weighed = [text_of(client.get(f"/thoughts/{number}/{screen}")) for screen in ("for", "against")]
    fairer = text_of(client.get(f"/thoughts/{number}/fairer"))

    (shown,) = (page for page in weighed if "internal candidate" in page)
    folded = shown.partition('<details class="why"><summary>Show what they wrote</summary>')[2]
    assert "internal candidate" in folded.partition("</details>")[0]
    assert shown.count("internal candidate") == folded.partition("</details>")[0].count("internal candidate")
    assert "internal candidate" not in fairer


def test_an_offer_is_added_in_ones_own_voice_and_loses_nothing(client, ana):
    number = caught(ana, final_no(ana))
    taken = page(ana, number, "against", now=NOW).offers[0].taken

    client.post(f"/thoughts/{number}/against", {"said": "I know the field.", "begin": taken})

    assert ThoughtRow.objects.get().speaks_against == "I know the field.\nThey asked me back once. "
    assert ThoughtRow.objects.get().screen == "belief"


def test_a_fairer_version_can_begin_in_seven_ways_with_ones_own_words(client, ana):
    number = caught(ana, final_no(ana))
    look_at(ana, number, speaks_against="They asked me twice. It was late.", to_a_friend="You were tired.")
    work_on(ana, "measuring results", first_step="", review_on=None, now=NOW)

    offers = page(ana, number, "fairer", now=NOW).offers

    texts = " ".join(offer.taken for offer in offers)
    assert len(offers) == 7
    assert "They asked me twice. So it is fairer to say that" in texts
    assert "To a friend I would say: “You were tired.”" in texts
    assert "I am already working on this: measuring results." in texts


def test_own_words_without_a_full_stop_are_ended_before_the_sentence_goes_on(ana):
    number = caught(ana)
    look_at(ana, number, speaks_against="they asked me back twice", to_a_friend="You were tired")

    texts = " ".join(offer.taken for offer in page(ana, number, "fairer", now=NOW).offers)

    assert "they asked me back twice. So it is fairer to say that" in texts
    assert "“You were tired.” For me that means" in texts


def test_a_hint_is_a_question_with_its_reason_and_the_words_that_led_to_it(client, ana):
    number = caught(ana)

    shown = text_of(client.post(f"/thoughts/{number}/feelings", {}, follow=True))

    assert "Could this be mind reading?" in shown
    assert re.search("You wrote “[^”]+”", shown)[0].removeprefix("You wrote “").removesuffix("”") in THOUGHT
    assert "It knows what others think without having heard it from them." in shown
    assert "Not this time" in shown and "A guess from these words. It can be wrong." in shown


@pytest.mark.parametrize(("said", "field"), [({"fits": "yes"}, "distortions"), ({}, "turned_away")])
def test_a_hint_is_taken_or_turned_away_and_not_asked_again(client, ana, said, field):
    number = caught(ana)

    answer = client.post(f"/thoughts/{number}/hints", {"distortion": "mind-reading"} | said)

    assert getattr(ThoughtRow.objects.get(), field) == ["mind-reading"]
    assert answer.url == f"/thoughts/{number}/for"
    assert client.get(f"/thoughts/{number}/hints").url == f"/thoughts/{number}/for"


def test_a_hint_that_was_taken_can_be_turned_away_after_the_back_button(client, ana):
    number = caught(ana)
    client.post(f"/thoughts/{number}/hints", {"distortion": "mind-reading", "fits": "yes"})
    answer = client.post(f"/thoughts/{number}/for", {"said": "Two of them looked away."})

    again = client.post(f"/thoughts/{number}/hints", {"distortion": "mind-reading"})

    row = ThoughtRow.objects.get()
    assert (row.distortions, row.turned_away) == ([], ["mind-reading"])
    assert again.url == answer.url


def test_the_record_shows_what_fitted_and_lets_one_take_it_back(client, ana):
    number = caught(ana)
    client.post(f"/thoughts/{number}/hints", {"distortion": "mind-reading", "fits": "yes"})
    whole = text_of(client.get(f"/thoughts/{number}"))

    answer = client.post(f"/thoughts/{number}/hints", {"distortion": "mind-reading", "whole": "yes"}, follow=True)

    assert "Mind reading" in whole and "Not it after all" in whole
    assert answer.request["PATH_INFO"] == f"/thoughts/{number}" and "Mind reading" not in text_of(answer)


def test_a_distortion_that_was_never_asked_about_cannot_be_said_to_fit(client, ana):
    number = caught(ana)

    assert client.post(f"/thoughts/{number}/hints", {"distortion": "comparing", "fits": "yes"}).status_code == 404


def test_a_hidden_distortion_is_never_asked_about(client, ana):
    number = caught(ana)
    client.post("/thoughts/hints", {"asked": ["comparing", "labelling"]})

    assert client.post(f"/thoughts/{number}/feelings", {}).url == f"/thoughts/{number}/for"


def test_a_distortion_of_ones_own_is_asked_about_by_its_words(client, ana):
    client.post("/thoughts/hints", {"name": "my father's voice", "cues": "blank, pull yourself together"})
    number = caught(ana, text=PLAIN)

    shown = text_of(client.post(f"/thoughts/{number}/feelings", {}, follow=True))

    assert "Could this be my father's voice?" in shown
    assert "You wrote “blank”." in shown


def test_a_plain_thought_is_asked_about_no_distortion(client, ana):
    number = caught(ana, text="The recruiter said the post is on hold.")

    assert client.post(f"/thoughts/{number}/feelings", {}).url == f"/thoughts/{number}/for"


def test_a_friend_is_spoken_to_by_ones_own_name(client, ana):
    number = caught(ana)

    assert "Ana, you …" in text_of(client.get(f"/thoughts/{number}/friend"))


def test_a_thought_about_a_typo_goes_to_the_record_first(client, ana):
    event_id = final_no(ana)
    typo = catch(ana, event_id, "They said no because of that typo.", now=NOW)
    other = caught(ana, event_id)

    assert page(ana, typo, "belief", now=NOW).look_first.url == f"/no/{event_id}/likely-not-you/typo"
    assert page(ana, other, "belief", now=NOW).look_first is None


@pytest.mark.parametrize("screen", ["belief", "after"])
def test_how_true_it_feels_is_not_chosen_for_one(client, ana, screen):
    number = caught(ana, belief=None)
    look_at(ana, number, fairer="I paused once.")
    page = text_of(client.get(f"/thoughts/{number}/{screen}"))

    answer = client.post(f"/thoughts/{number}/{screen}", {})

    row = ThoughtRow.objects.get()
    assert "checked" not in page and answer.status_code == 302
    assert (row.belief_before, row.belief_after) == (None, None)


def test_no_way_is_offered_to_what_rests_but_when_it_opens(client, ana):
    fresh = confirmed(ana, haldenfrey())
    never = catch(ana, fresh, "I will never get a job again.", now=NOW)

    shown = text_of(client.get(f"/thoughts/{never}/belief"))

    assert "Look there" not in shown and "likely-not-you/ever" not in shown
    assert re.search(r"That page rests for now. It opens (\w+), \d+:\d\d\.", shown)


def test_the_way_is_there_once_it_is_open(client, ana):
    old = confirmed(ana, haldenfrey(ago=9))
    never = catch(ana, old, "I will never get a job again.", now=NOW)
    RecoveryRow.objects.update(opened_at=NOW - timedelta(days=9))

    assert f'href="/no/{old}/likely-not-you/ever">Look there' in text_of(client.get(f"/thoughts/{never}/belief"))


def test_one_can_begin_from_one_of_eight_worries(client, ana):
    shown = text_of(client.get("/thoughts/new?about=ever"))

    assert shown.count('class="way"') == 8
    assert "I will never get a job.</textarea>" in shown


def test_the_way_to_begin_is_that_of_the_stage(client, ana):
    final, light = final_no(ana), light_no(ana)

    pages = [text_of(client.get(f"/no/{event_id}/dont-get-stuck")) for event_id in (final, light)]

    assert "I am always second." in pages[0]
    assert "nobody even looks at what I send." in pages[1]


def test_an_empty_thought_is_refused_in_words(client, ana):
    answer = client.post("/thoughts/new", {"thought": " "})

    assert answer.status_code == 422
    assert "Write the thought first" in text_of(answer)


def test_a_thought_is_kept_while_it_is_typed_and_found_again(client, ana):
    event_id = final_no(ana)
    row = client.post(f"/no/{event_id}/dont-get-stuck/save", {"thought": "I went"}).json()["row"]
    client.post(f"/no/{event_id}/dont-get-stuck/save", {"thought": "I went bl", "row": row})

    shown = text_of(client.get(f"/no/{event_id}/dont-get-stuck"))
    client.post(f"/no/{event_id}/dont-get-stuck", {"thought": THOUGHT, "row": row})

    assert "I went bl</textarea>" in shown
    assert ThoughtRow.objects.get().thought == THOUGHT
    assert DeedRow.objects.filter(kind="thought").count() == 1


def test_before_and_after_are_two_dots_a_table_and_words(client, ana):
    number = caught(ana)
    look_at(ana, number, fairer="One question of many.")

    shown = text_of(client.post(f"/thoughts/{number}/after", {"belief": "5"}, follow=True))

    assert '<title id="moved-title">Before: 8 of 10. After: 5 of 10.</title><desc' in shown
    assert '<th scope="row">After</th><td>5</td>' in shown
    assert "From 8 to 5." in shown
    assert thought(ana, number).before_x > thought(ana, number).after_x


def test_no_change_is_no_failure(client, ana):
    number = caught(ana)
    look_at(ana, number, to_a_friend="It happens to everyone.")

    shown = text_of(client.post(f"/thoughts/{number}/after", {"belief": "9"}, follow=True))

    assert "Looking at it was the work." in shown


def test_the_same_thought_as_a_fairer_one_is_asked_about_and_kept(client, ana):
    number = caught(ana)

    answer = client.post(f"/thoughts/{number}/fairer", {"said": THOUGHT})

    assert "That is the first thought again." in text_of(answer)
    assert ThoughtRow.objects.get().fairer == THOUGHT


@pytest.mark.parametrize("screen", ["for", "against", "friend"])
def test_what_is_amiss_on_one_screen_is_not_told_on_another(client, ana, screen):
    number = caught(ana)
    client.post(f"/thoughts/{number}/fairer", {"said": THOUGHT})

    answer = client.post(f"/thoughts/{number}/{screen}", {"said": "They asked me twice."})

    assert answer.status_code == 302


def test_without_the_last_fairer_words_nothing_was_weighed_again(client, ana):
    number = caught(ana)
    look_at(ana, number, fairer="One question of many.")
    believe_now(ana, number, 3)

    client.post(f"/thoughts/{number}/fairer", {"said": ""})

    assert ThoughtRow.objects.get().belief_after is None
    assert client.post(f"/thoughts/{number}/for", {"said": "I did pause."}).status_code == 302
    assert client.post(f"/thoughts/{number}/feelings", {"feel": ["sad"]}).status_code == 302


def test_what_is_typed_is_saved_while_it_is_typed(client, ana):
    number = caught(ana)

    client.post(f"/thoughts/{number}/friend/save", {"said": "It hap"})

    assert ThoughtRow.objects.get().to_a_friend == "It hap"


def test_a_finished_record_is_changed_without_starting_over(client, ana):
    number = caught(ana)
    look_at(ana, number, fairer="One question of many.")
    believe_now(ana, number, 5)

    assert client.post(f"/thoughts/{number}/for", {"said": "I did pause."}).url == f"/thoughts/{number}"
    assert thought(ana, number).screen is Screen.DONE


def test_a_second_thought_on_one_day_is_told_that_one_is_enough(client, ana):
    assert "One thought a day" not in text_of(client.get("/thoughts/new"))

    caught(ana)

    assert "One thought a day is enough." in text_of(client.get("/thoughts/new"))


def test_one_a_day_is_a_word_and_no_lock(client, ana):
    caught(ana)

    client.post("/thoughts/new", {"thought": PLAIN, "page": fresh_page(client)})

    assert ThoughtRow.objects.count() == 2


@pytest.mark.parametrize(("then", "enough"), [(time(23, 59), True), (time(0, 1), False)])
def test_the_day_of_one_thought_ends_at_the_users_own_midnight(ana, then, enough):
    there = ZoneInfo("Pacific/Auckland")
    evening = datetime(2026, 11, 24, 21, tzinfo=there)
    catch(ana, None, THOUGHT, belief=8, now=evening)
    day = evening.date() + timedelta(days=then < evening.time())

    told = begin(ana, None, now=datetime.combine(day, then, tzinfo=there))

    assert told.one_today is enough


def test_a_thought_only_begun_is_not_the_one_of_the_day(client, ana):
    client.post("/thoughts/new/save", {"thought": "They will f", "row": "", "page": fresh_page(client)})

    assert ThoughtRow.objects.count() == 1
    assert "One thought a day" not in text_of(client.get("/thoughts/new"))


def test_a_thought_of_bos_is_not_the_one_of_anas_day(client, ana, bo):
    caught(bo)

    assert "One thought a day" not in text_of(client.get("/thoughts/new"))


def test_looking_back_each_week_is_the_users_own_wish(client, ana):
    caught(ana)
    before = LookBackRow.objects.count()

    client.post("/thoughts/week", {"wanted": "yes"})
    shown = text_of(client.get("/thoughts/week"))
    client.post("/thoughts/week", {})

    assert before == 0
    assert THOUGHT in shown and "You look back once a week." in shown
    assert not LookBackRow.objects.exists()


def test_a_thought_can_be_deleted(client, ana):
    number = caught(ana)

    client.post(f"/thoughts/{number}/let-go")

    assert not ThoughtRow.objects.exists()


def test_a_no_taken_back_leaves_its_thought_readable(client, ana):
    event_id = final_no(ana)
    number = caught(ana, event_id)
    client.post(f"/no/{event_id}/not-a-no")

    assert client.get(f"/thoughts/{number}/against").status_code == 200
    assert RecoveryRow.objects.exists()


@pytest.mark.parametrize("screen", ["done", "job", "0"])
def test_a_screen_that_is_none_is_not_found(client, ana, screen):
    number = caught(ana)

    assert client.get(f"/thoughts/{number}/{screen}").status_code == 404


def test_bo_s_thought_cannot_be_written_over(client, ana, bo):
    number = caught(bo)

    codes = [
        client.post("/thoughts/new/save", {"thought": "mine", "row": number}).status_code,
        client.post("/thoughts/new", {"thought": "mine", "row": number}).status_code,
    ]

    assert codes == [404, 404]
    assert ThoughtRow.objects.get().thought == THOUGHT
    assert thoughts(ana).all == ()
