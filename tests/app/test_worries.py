"""The eight worries, each answered from the record of one no, and nothing beyond it."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from highroad.app.actions.by_hand import Told, new_application
from highroad.app.models import CardRow, FeedbackRow, OwnerRow, WorryRow
from highroad.app.queries.dark_words import rests
from highroad.app.queries.recoveries import no
from highroad.applications.fact import facts
from highroad.events.event import Kind
from highroad.steps.likely_not_you.worries import Worry
from tests.app.mails import haldenfrey, mail
from tests.app.noes import MET, confirmed, final_no, light_no, text_of
from tests.app.numbers import numbers_without_source
from tests.cast import NOW

pytestmark = pytest.mark.django_db
ENJOYED = (
    "Dear Ana,\n\nThank you for your interest in the {role} position at {employer}. We really enjoyed our conversation "
    "in the final interview, but we have decided to move forward with another candidate.\n\nKind regards\n{sign}"
)
BEFORE = (
    "Dear Ana,\n\nThank you for your interest in the {role} position at {employer}. Unfortunately, we have decided to "
    "move forward with other candidates.\n\nKind regards\n{sign}"
)


def page_of(client, event_id, worry):
    return text_of(client.get(f"/no/{event_id}/likely-not-you/{worry}"))


def test_eight_closed_cards_lead_to_the_eight_worries(client, ana):
    event_id = final_no(ana)

    page = text_of(client.get(f"/no/{event_id}/likely-not-you"))

    assert [f'href="/no/{event_id}/likely-not-you/{worry}"' in page for worry in Worry] == [True] * 8


@pytest.mark.parametrize("worry", list(Worry))
@pytest.mark.parametrize("which", [final_no, light_no])
def test_each_has_a_page_with_a_source_by_every_number(client, ana, worry, which):
    event_id = which(ana)

    page = page_of(client, event_id, worry)

    assert page.count("<h1") == 1
    assert numbers_without_source(page, every=True) == []
    assert "Stop here" in page


@pytest.mark.parametrize("worry", list(Worry))
def test_bo_s_worries_are_nowhere_to_be_found(client, ana, bo, worry):
    event_id = final_no(bo)

    assert client.get(f"/no/{event_id}/likely-not-you/{worry}").status_code == 404


def test_there_is_no_ninth(client, ana):
    assert client.get(f"/no/{final_no(ana)}/likely-not-you/height").status_code == 404


@pytest.mark.parametrize("worry", ["path", "ever"])
def test_two_wait_for_a_calmer_day_for_two_days(client, ana, worry):
    fresh = confirmed(ana, haldenfrey(), people=MET)

    page = page_of(client, fresh, worry)

    assert "This one is for a calmer day." in page
    assert "<summary>Read it now all the same</summary>" in page


@pytest.mark.parametrize("worry", ["path", "ever"])
def test_after_two_days_they_are_open(client, ana, worry):
    old = confirmed(ana, haldenfrey(ago=2.1), people=MET)

    assert "calmer day" not in page_of(client, old, worry)


def test_where_it_went_wrong_is_answered_with_what_each_step_led_to(client, ana):
    page = page_of(client, final_no(ana), "wrong")

    assert page.count("It led on to the next step.") == 1
    assert page.count("After it they asked you on.") == 1
    assert page.count("What came before was enough: they asked you in.") == 1
    assert "That is no reason about you." in page


def test_a_no_that_tells_of_a_talk_shows_that_it_went_so_far(client, ana):
    """The no alone was brought in, and nothing of what came before it."""
    page = page_of(client, confirmed(ana, [mail(ENJOYED, day=70)]), "wrong")

    assert "You got to an interview." in page
    assert "What came before was enough to get there." in page


def test_a_no_from_before_any_answer_shows_at_least_the_application(client, ana):
    page = page_of(client, confirmed(ana, [mail(BEFORE, day=70)]), "wrong")

    assert "Your application reached them." in page


def test_what_their_mail_says_of_the_talk_comes_first(client, ana):
    page = page_of(client, confirmed(ana, [mail(ENJOYED, day=70)], people=MET), "partner")

    quoted = "<blockquote>We really enjoyed our conversation in the final interview …</blockquote>"
    assert quoted in page and "other candidate" not in page
    assert page.index(quoted) < page.index("Noor Haddad")


def test_where_no_mail_says_so_nothing_is_quoted(client, ana):
    assert "This is in their own mail." not in page_of(client, final_no(ana), "partner")


def test_what_was_said_can_be_written_down_where_no_talk_is_on_record(client, ana):
    event_id = light_no(ana)

    client.post(f"/no/{event_id}/likely-not-you/said-x", {"text": "I named a number."})

    page = page_of(client, event_id, "said-x")
    assert "<blockquote>I named a number.</blockquote>" in page
    assert "We do not know in which talk it was" in page
    assert page.count('name="text"') == 1


def test_what_was_said_becomes_a_practice_card(client, ana):
    event_id = final_no(ana)
    client.post(f"/no/{event_id}/likely-not-you/said-x", {"text": "I named a number."})
    row = WorryRow.objects.get()
    page = page_of(client, event_id, "said-x")

    client.post(f"/practice/notes/{row.pk}")

    assert f'action="/practice/notes/{row.pk}"' in page and "If it was not in the last talk" in page
    assert CardRow.objects.get(owner=ana).worry_id == row.pk


def test_what_was_said_is_held_against_what_came_next(client, ana):
    event_id = final_no(ana)
    talks = client.get(f"/no/{event_id}/likely-not-you/said-x").context["found"]["talks"]

    client.post(f"/no/{event_id}/likely-not-you/said-x", {"text": "I said I hate meetings.", "talk": talks[0].id})

    page = page_of(client, event_id, "said-x")
    assert "I said I hate meetings." in page
    assert "After that talk they asked you to go on." in page
    assert "38 times in 100" in page


def test_the_last_talk_has_nothing_after_it(client, ana):
    event_id = final_no(ana)
    talks = client.get(f"/no/{event_id}/likely-not-you/said-x").context["found"]["talks"]

    client.post(f"/no/{event_id}/likely-not-you/said-x", {"text": "I went blank.", "talk": talks[-1].id})

    assert "It was the last talk before the no." in page_of(client, event_id, "said-x")


def answered(owner, event_id, answer):
    """They answered when Ana asked for feedback."""
    found = no(owner, event_id)
    FeedbackRow.objects.create(owner=owner, recovery=found.recovery, asked_at=NOW, answer=answer, answered_at=NOW)


def test_feedback_that_names_what_was_said_is_quoted_with_its_sentence(client, ana):
    event_id = final_no(ana)
    client.post(f"/no/{event_id}/likely-not-you/said-x", {"text": "I said I hate meetings."})
    answered(ana, event_id, "Hi Ana,\n\nYour case was clear. We wondered how you would cope in our meetings.\n\nSam")

    page = page_of(client, event_id, "said-x")

    weighed = "words of yours:</p><blockquote>We wondered how you would cope in our meetings.</blockquote>"
    assert weighed in page
    assert "does not mention it" not in page


def test_feedback_that_does_not_mention_what_was_said_is_told_so(client, ana):
    event_id = final_no(ana)
    client.post(f"/no/{event_id}/likely-not-you/said-x", {"text": "I said I hate meetings."})
    answered(ana, event_id, "Hi Ana,\n\nIt was a pleasure meeting you. We missed concrete examples.\n\nSam")

    page = page_of(client, event_id, "said-x")

    assert "As far as shared words tell, their feedback does not mention it." in page
    assert "words of yours" not in page and "No feedback has come." not in page
    assert "We missed concrete examples." in page.partition("<summary>What they wrote when you asked</summary>")[2]


def test_feedback_on_another_no_is_not_weighed(client, ana):
    event_id = final_no(ana)
    client.post(f"/no/{event_id}/likely-not-you/said-x", {"text": "I said I hate meetings."})
    client.post(f"/no/{(other := light_no(ana))}/likely-not-you/said-x", {"text": "I said I hate meetings."})
    answered(ana, other, "You hate meetings.")

    page = page_of(client, event_id, "said-x")

    assert "No feedback has come." in page and "You hate meetings." not in page


def test_what_was_said_can_be_let_go_and_is_nobody_elses(client, ana, bo):
    event_id = final_no(ana)
    client.post(f"/no/{event_id}/likely-not-you/said-x", {"text": "Too much.", "talk": "nobody"})
    row = WorryRow.objects.get()
    of_bo = WorryRow.objects.create(owner=bo, worry="said-x", text="Bo's.", at=NOW)

    let_go = [client.post(f"/no/{event_id}/likely-not-you/said-x/{one.pk}/let-go").status_code for one in (row, of_bo)]

    assert (row.talk_id, let_go) == ("", [302, 404])
    assert [one.text for one in WorryRow.objects.all()] == ["Bo's."]


def test_who_was_met_is_told_with_how_often_they_wrote(client, ana):
    page = page_of(client, final_no(ana), "partner")

    assert "Noor Haddad" in page and "wrote to you once, on" in page
    assert "Sam Reyes" in page and "wrote to you 3 times, last on" in page
    assert "Eli Brandt" in page and "no mail from them is on record" in page


def test_what_separate_raters_agree_on_stands_under_whether_one_did_not_like_them(client, ana):
    page = page_of(client, final_no(ana), "partner")

    figure = page.partition('<figure class="chance"')[2].partition("</figure>")[0]
    assert "If one of them did not take to you, that is common." in figure
    assert "With five equally good people, two who judge alone pick the same one 38 times in 100." in figure
    assert figure.count('class="yes" cx') == 38 + 1  # and one in the key
    assert '<summary class="source">Huffcutt 2013, international, grade A<' in figure
    assert page.index("Noor Haddad") < page.index(figure)


def test_what_separate_raters_agree_on_is_not_told_while_nobody_has_read_the_source(client, ana, monkeypatch):
    event_id = final_no(ana)
    unread = {name: replace(fact, opened=False) for name, fact in facts().items()}
    monkeypatch.setattr("highroad.applications.fact.facts", lambda: unread)

    page = page_of(client, event_id, "partner")

    assert "Noor Haddad" in page and "people, two who judge alone" not in page


def test_where_nobody_met_them_no_liking_is_weighed(client, ana):
    page = page_of(client, light_no(ana), "partner")

    assert "nobody met you" in page
    assert "two who judge alone" not in page and "take to you" not in page


def test_a_talk_that_only_the_no_tells_of_is_not_denied(client, ana):
    told = page_of(client, confirmed(ana, [mail(ENJOYED, day=70)]), "said-x")
    without = page_of(client, light_no(ana), "said-x")

    assert "No talk is on record" not in told and "No mail tells when you talked." in told
    assert "No talk is on record" in without


def test_one_talk_is_not_told_as_several(client, ana):
    final_no(ana)

    page = page_of(client, light_no(ana), "qualified")

    assert "Of your 2 applications, 1 led to an invitation to talk. They read the same person." in page


def test_who_was_asked_in_was_good_enough_on_paper(client, ana):
    assert "For this one it was enough." in page_of(client, final_no(ana), "qualified")
    assert "They did not ask you in." in page_of(client, light_no(ana), "qualified")


def test_a_typo_that_was_met_over_did_not_stop_anyone(client, ana):
    page = page_of(client, final_no(ana), "typo")

    assert "nothing you had sent before that stopped you" in page
    assert "7 fewer of 100" in page and "18 fewer" in page
    assert "Sterkens" in page


def test_what_one_wore_is_not_guessed_at(client, ana):
    assert "There is no data, so we do not guess." in page_of(client, final_no(ana), "outfit")


def test_the_path_is_told_by_kind_of_role_without_a_verdict(client, ana):
    old = confirmed(ana, haldenfrey(ago=3), people=MET)
    for one in range(3):
        told = Told(Kind.APPLIED, NOW.date() - timedelta(days=5), employer=f"Firm {one}", role="Product Designer")
        new_application(ana, told, now=NOW)

    page = page_of(client, old, "path")

    assert '<th scope="row">Designer</th><td>3</td><td>0</td>' in page
    assert '<th scope="row">Analyst</th><td>1</td><td>1</td>' in page
    assert "a difference is chance as often as not" in page


def test_the_forecast_is_not_offered_while_it_rests(client, ana):
    fresh = confirmed(ana, haldenfrey(), people=MET)

    page = page_of(client, fresh, "ever")

    assert 'href="/forecast"' not in page
    assert "The forecast rests for now." in page and "It opens <time>" in page


@pytest.mark.parametrize("page", ["", "/ever", "/said-x"])
def test_while_everything_rests_no_way_leads_to_what_does(client, ana, page):
    event_id = final_no(ana)
    client.post(f"/no/{event_id}/likely-not-you/said-x", {"text": "I named a number."})
    OwnerRow.objects.filter(pk=ana.pk).update(quiet_until=NOW + timedelta(days=3))

    shown = text_of(client.get(f"/no/{event_id}/likely-not-you{page}")).partition("<main")[2].partition("</main>")[0]

    ways = re.findall(r'(?:href|action)="(/[^"?]*)', shown)
    assert [way for way in ways if rests(way) and way != "/"] == []
    assert "opens <time>" in shown
