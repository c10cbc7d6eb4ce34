"""Help beside dark words: it stands above the text, keeps nothing of it, and goes away at a word."""

from datetime import timedelta

import pytest

from highroad.app import clock
from highroad.app.actions.by_hand import Told, add_event, new_application
from highroad.app.models import DeedRow, OutgoingRow, OwnerRow, WritingRow
from highroad.app.queries.notices import who_wants_notices
from highroad.events.event import Kind
from highroad.steps.take_a_moment.help_lines import help_lines
from tests.app.everything import everything
from tests.app.noes import text_of
from tests.cast import NOW

pytestmark = pytest.mark.django_db

DARK = "I don't want to live anymore."
HEAVY = "I see no way out of this."
PLAIN = "I could kill for this job."
TITLE = "Are you safe right now?"
QUIET = "This sounds like a lot to carry."


def look(client, text: str) -> str:
    return text_of(client.post("/beside", {"text": text}))


def written(client, text: str):
    return client.post("/take-a-moment/write", {"text": text, "about": "free"}, follow=True)


def test_explicit_words_bring_the_card_with_the_lines_of_the_chosen_country(client, ana):
    client.post("/help/country", {"iso": "PT"})

    shown = look(client, DARK)

    assert TITLE in shown
    assert 'href="tel:1411"' in shown
    assert "That’s not what I meant" in shown


def test_heavy_words_bring_one_quiet_line(client, ana):
    shown = look(client, HEAVY)

    assert QUIET in shown
    assert 'href="/help"' in shown
    assert TITLE not in shown


def test_figures_of_speech_bring_nothing(client, ana):
    assert look(client, PLAIN).strip() == ""


def test_the_card_comes_after_a_save_without_javascript_and_the_words_are_kept(client, ana):
    page = text_of(written(client, DARK))

    assert TITLE in page
    assert "live anymore." in page
    assert TITLE not in text_of(client.get("/take-a-moment/write"))


@pytest.mark.parametrize(
    ("page", "typed"),
    [
        ("/thoughts/new", {"thought": DARK}),
        ("/take-a-moment", {"own": DARK}),
        ("/mantras", {"text": DARK}),
        ("/stories/new", {"said": DARK}),
        ("/take-a-moment/write", {"text": DARK, "about": "kind"}),
    ],
)
def test_every_text_of_steps_one_and_five_is_looked_at(client, ana, page: str, typed: dict[str, str]):
    client.post(page, typed)

    assert OwnerRow.objects.get().quiet_until is not None


def test_nothing_is_asked_of_a_dark_thought_until_the_user_opens_it(client, ana):
    page = text_of(client.post("/thoughts/new", {"thought": DARK}, follow=True))
    shut, _, opened = page.partition('<details class="fold apart">')

    assert "Nothing else has to be done with them now." in shut
    assert DARK not in shut and 'name="belief"' not in shut
    assert 'name="belief"' in opened


def test_a_thought_that_was_not_meant_so_is_asked_about_as_any_other(client, ana):
    belief = client.post("/thoughts/new", {"thought": DARK})["Location"]

    client.post("/beside/not-meant")

    assert "Nothing else has to be done" not in text_of(client.get(belief))


def test_words_elsewhere_are_not_looked_at(client, ana):
    client.post("/people", {"note": DARK})

    assert OwnerRow.objects.get().quiet_until is None


# What must never happen, 10: the help card blocks, deletes, locks, phones, tells anyone or cannot be dismissed.


def test_the_help_card_never_stops_deletes_or_locks_what_is_written(client, ana):
    written(client, DARK)

    again = text_of(client.get("/take-a-moment/write"))

    assert "live anymore." in again
    assert "disabled" not in again
    assert (
        client.post("/take-a-moment/write", {"text": f"{DARK} More.", "about": "free", "end": "keep"}).status_code
        == 302
    )


def test_the_help_card_tells_nobody_and_keeps_only_an_hour(client, ana, caplog):
    before = OwnerRow.objects.values().get()

    shown = look(client, DARK)

    after = OwnerRow.objects.values().get()
    assert {name for name in after if after[name] != before[name]} == {"quiet_until"}
    assert not DeedRow.objects.exists()
    assert caplog.text == ""
    assert not any(word in shown.lower() for word in ("detected", "suicid", "risk", "warning"))


def test_the_help_card_can_always_be_put_aside_and_takes_the_rest_with_it(client, ana):
    look(client, DARK)

    client.post("/beside/not-meant")

    assert OwnerRow.objects.get().quiet_until is None
    assert client.get("/practice").status_code == 200


@pytest.mark.parametrize(
    ("seen", "saved"),
    [
        (DARK, DARK),
        (DARK.removesuffix("."), DARK),
        (DARK, f"{DARK} It was a long day."),
        (HEAVY, HEAVY),
        (f"{PLAIN} {DARK}", f"{DARK} {PLAIN}"),
    ],
)
def test_words_seen_while_typing_are_not_asked_about_again(client, ana, seen: str, saved: str):
    client.post("/take-a-moment/write", {"text": saved, "about": "free", "seen-beside": seen})

    assert OwnerRow.objects.get().quiet_until is None
    assert "beside" not in client.cookies


@pytest.mark.parametrize("seen", [HEAVY, DARK, f"{HEAVY} {DARK}", "1", ""])
def test_what_was_added_before_it_could_be_looked_at_is_looked_at_when_saved(client, ana, seen: str):
    saved = f"{seen} I want to kill myself"

    page = text_of(
        client.post("/take-a-moment/write", {"text": saved, "about": "free", "seen-beside": seen}, follow=True)
    )

    assert TITLE in page
    assert OwnerRow.objects.get().quiet_until is not None


# What must never happen, 11: a help line of a country not chosen, or stale without saying so.


def test_no_line_is_shown_of_a_country_not_chosen(client, ana):
    shown = look(client, DARK)

    assert "tel:" not in shown
    assert "Choose your country" in shown


def test_the_card_asks_for_the_country_and_shows_its_lines_beside_the_same_words(client, ana):
    page = text_of(written(client, DARK))
    there = {"referer": "http://127.0.0.1:8747/take-a-moment/write?about=free"}

    answer = client.post("/beside/country", {"iso": "PT"}, headers=there)
    again = text_of(client.get(answer["Location"]))

    assert 'action="/beside/country"' in page
    assert answer["Location"] == "/take-a-moment/write?about=free"
    assert TITLE in again and 'href="tel:1411"' in again
    assert "live anymore." in again
    assert 'action="/beside/country"' not in again


def test_the_card_alone_comes_with_its_lines_where_the_page_stays(client, ana):
    shown = text_of(client.post("/beside/country", {"iso": "PT"}, headers={"hx-request": "true"}))

    assert shown.lstrip().startswith("<aside") and 'href="tel:1411"' in shown


@pytest.mark.parametrize("iso", ["", "XX"])
def test_no_country_leaves_the_card_and_its_question(client, ana, iso: str):
    shown = text_of(client.post("/beside/country", {"iso": iso}, headers={"hx-request": "true"}))

    assert TITLE in shown and 'action="/beside/country"' in shown and "tel:" not in shown


def test_choosing_a_country_never_leads_elsewhere(client, ana):
    answer = client.post("/beside/country", {"iso": "PT"}, headers={"referer": "http://evil.example/thoughts/new"})

    assert answer["Location"] == "/"


@pytest.mark.parametrize("line", help_lines(), ids=lambda line: line.iso)
def test_a_line_nobody_checked_says_so_wherever_it_stands(client, ana, line):
    client.post("/help/country", {"iso": line.iso})

    for shown in (look(client, DARK), text_of(client.get("/help"))):
        assert "Not yet verified by us. Check" in shown
        assert line.url in shown


# What must never happen, 12: diagnosis, score bands, PHQ-9.


def test_nothing_beside_dark_words_is_a_diagnosis_or_a_score(client, ana):
    shown = (look(client, DARK) + look(client, HEAVY) + text_of(client.get("/help"))).lower()

    assert not any(
        word in shown for word in ("depress", "disorder", "diagnos", "symptom", "score", "phq", "severe", "mild")
    )


# Everything else rests for 72 hours.


@pytest.mark.parametrize("page", ["/", "/practice", "/keep-going", "/forecast", "/outbox", "/offer", "/offer/weigh"])
def test_everything_else_rests_and_one_tap_brings_it_back(client, ana, page: str):
    look(client, DARK)

    assert client.get(page)["Location"] == "/resting"
    assert "Bring everything back now" in text_of(client.get("/resting"))
    client.post("/beside/not-meant")
    assert client.get(page).headers.get("Location") != "/resting"


@pytest.mark.parametrize(
    "page",
    [
        "/people/{person_id}/write",
        "/applications/{some_id}/ask-once",
        "/offer/{some_id}/decline",
        "/no/{event_id}/dont-burn-bridges/reply",
        "/no/{event_id}/ask-for-feedback/1",
        "/outbox/{outgoing_id}",
        "/outbox/{outgoing_id}/review",
    ],
)
def test_no_draft_is_begun_changed_or_sent_while_everything_rests(client, ana, page: str):
    page = page.format(**everything(ana))
    before = list(OutgoingRow.objects.values())
    look(client, DARK)

    answer = client.post(page, {"do": "review"})

    assert answer["Location"] == "/resting"
    assert list(OutgoingRow.objects.values()) == before


def test_words_typed_on_a_page_that_rests_come_back_and_can_be_kept(client, ana):
    page = "/no/{event_id}/dont-burn-bridges/reply".format(**everything(ana))
    look(client, DARK)

    answer = client.post(page, {"subject": "My last word", "body": "Thank you.\n<b>All</b> of it.", "tone": "warm"})
    shown = answer.content.decode()
    told = {name: shown.partition(f'name="{name}" value="')[2].partition('"')[0] for name in ("page", "about")}
    client.post("/take-a-moment/write", told | {"text": "My last word", "end": "keep"})

    assert answer.status_code == 409
    assert "My last word\n\nThank you.\n&lt;b&gt;All&lt;/b&gt; of it.</textarea>" in shown.replace("\r", "")
    assert "This page opens again then." in shown
    assert WritingRow.objects.get(page=told["page"]).kept_at is not None


def test_what_is_typed_is_still_saved_and_what_leaves_can_still_be_stopped(client, ana):
    number = everything(ana)["outgoing_id"]
    look(client, DARK)

    client.post(f"/outbox/{number}/save", {"subject": "Thanks", "body": "Half a senten"})
    OutgoingRow.objects.filter(pk=number).update(state="scheduled", leaves_at=NOW + timedelta(days=1), to_name="Noor")
    resting = text_of(client.get("/resting"))
    client.post(f"/outbox/{number}/stop")

    row = OutgoingRow.objects.get(pk=number)
    assert (row.body, row.state) == ("Half a senten", "cancelled")
    assert "A letter to Noor" in resting and f'action="/outbox/{number}/stop"' in resting


def test_what_has_its_day_is_told_on_the_page_of_the_rest(client, ana, bo):
    add_event(ana, everything(ana)["event_id"], Told(Kind.INTERVIEW, NOW.date() + timedelta(days=1)), now=NOW)
    new_application(bo, Told(Kind.INTERVIEW, NOW.date() + timedelta(days=1), employer="Unseen"), now=NOW)
    look(client, DARK)

    page = text_of(client.get("/", follow=True))

    assert "You are invited to talk" in page and "tomorrow, " in page
    assert "Unseen" not in page


def test_the_rest_ends_by_itself_after_72_hours(client, ana):
    look(client, DARK)
    until = OwnerRow.objects.get().quiet_until

    assert timedelta(hours=71) < until - clock.now() <= timedelta(hours=72)
    OwnerRow.objects.update(quiet_until=clock.now() - timedelta(seconds=1))
    assert client.get("/practice").status_code == 200


def test_steps_one_and_five_and_help_never_rest(client, ana):
    look(client, DARK)

    for page in ("/take-a-moment", "/take-a-moment/write", "/thoughts/new", "/help", "/letters"):
        assert client.get(page).status_code == 200


def test_no_notice_comes_while_everything_rests(client, ana):
    look(client, DARK)

    assert ana not in who_wants_notices(now=clock.now())
