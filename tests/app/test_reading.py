"""A mail is pasted, read, and settled by the user's word."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from highroad.app.actions.corrections import say, undo
from highroad.app.actions.mail import store_message
from highroad.app.actions.record import rebuild_touched
from highroad.app.models import ApplicationRow, CorrectionRow, EventRow, MessageRow, RecoveryRow
from highroad.app.queries.reading import page_of, unsure
from highroad.applications.correction import KindIs
from highroad.events.event import Kind, Reading
from tests.app.mails import MINE, bring, haldenfrey, mail
from tests.cast import ANA, EMPLOYER, NOW, SAM

pytestmark = pytest.mark.django_db

NO = """From: Sam Reyes <sam.reyes@haldenfrey.example>
Subject: Your application at Haldenfrey

Dear Ana,

Thank you for your interest in the Data Analyst position at Haldenfrey. Unfortunately, we have decided to move forward
with other candidates. Please feel free to ask us for feedback.

Sam Reyes
"""
TALK = "Could we talk on Thursday?"


def not_sure(owner, kind: Kind, *, day: float = 1, evidence: str = TALK) -> str:
    """A mail we are not sure of; its event id."""
    message = mail(f"{evidence} ({kind})", day=day, subject=f"News {day}")
    row = store_message(owner, message, mine=MINE, reading=Reading(kind, 0.5, False, evidence=evidence))
    rebuild_touched(owner, [row.event_id])
    return row.event_id


def test_a_pasted_no_is_read_in_three_actions_from_the_first_page(client, ana):
    assert client.get("/")["Location"] == "/welcome"
    assert 'href="/paste"' in client.get("/welcome").content.decode()
    answer = client.post("/paste", {"text": NO}, follow=True)

    page = answer.content.decode()
    assert "What the email says" in page
    assert "we have decided to move forward with other candidates." in page.replace("\n", " ")
    assert "It does not say" in page and "that you made a mistake" in page
    assert "Did we read this right?" in page


def test_a_dropped_file_is_read_like_a_pasted_text(client, ana):
    answer = client.post("/paste", {"file": SimpleUploadedFile("no.eml", NO.encode())})

    assert answer["Location"] == f"/read/{MessageRow.objects.get().event_id}"


@pytest.mark.parametrize("posted", [{"text": "  \n"}, {"file": SimpleUploadedFile("no.eml", b" ")}, {}])
def test_nothing_pasted_is_said_kindly(client, ana, posted):
    answer = client.post("/paste", posted)

    assert answer.status_code == 422
    assert "There is nothing here to read yet." in answer.content.decode()
    assert not MessageRow.objects.exists()


def test_pasting_the_same_mail_again_adds_nothing(client, ana):
    first = client.post("/paste", {"file": SimpleUploadedFile("no.eml", haldenfrey_source())})
    second = client.post("/paste", {"file": SimpleUploadedFile("no.eml", haldenfrey_source())})

    assert first["Location"] == second["Location"]
    assert MessageRow.objects.count() == 1


def haldenfrey_source() -> bytes:
    return b"Date: Fri, 20 Nov 2026 16:40:00 +0000\nMessage-ID: <no@haldenfrey.example>\n" + NO.encode()


def test_no_recovery_begins_before_the_users_own_yes(client, ana):
    answer = client.post("/paste", {"text": NO})

    event_id = MessageRow.objects.get().event_id
    assert not EventRow.objects.get().confirmed
    assert client.get(f"/no/{event_id}")["Location"] == answer["Location"]
    assert not RecoveryRow.objects.exists()


def test_yes_opens_the_road_after_a_no(client, ana):
    client.post("/paste", {"text": NO})
    event_id = MessageRow.objects.get().event_id

    answer = client.post(f"/read/{event_id}/right")

    assert answer["Location"] == f"/no/{event_id}"
    assert EventRow.objects.get().confirmed


def test_yes_to_anything_else_leads_to_its_application(client, ana):
    event_id = not_sure(ana, Kind.INTERVIEW)

    answer = client.post(f"/read/{event_id}/right")

    assert answer["Location"] == f"/applications/{ApplicationRow.objects.get().application_id}"
    assert EventRow.objects.get().sure


def test_something_else_is_never_argued_with_and_always_wins(client, ana):
    client.post("/paste", {"text": NO})
    event_id = MessageRow.objects.get().event_id

    client.post(f"/read/{event_id}/else", {"kind": "interview"})

    event = EventRow.objects.get()
    assert (event.kind, event.is_no, event.sure) == ("interview", False, True)
    assert "You told us what this is" in client.get(f"/read/{event_id}").content.decode()


def test_a_no_that_we_did_not_recognise_is_one_tap_away(client, ana):
    read = client.post("/paste", {"text": "thx but no"})["Location"]
    page = client.get(read).content.decode()
    form = page.partition(f'action="{read}/else"')[2].partition("</form>")[0]

    answer = client.post(f"{read}/else", {"kind": "rejection"})

    assert 'name="kind" value="rejection"' in form and "It is a no" in form
    assert answer["Location"] == read.replace("/read/", "/no/")
    assert EventRow.objects.get().confirmed


def test_a_mail_that_is_about_nothing_of_hers_leaves_the_record_and_can_come_back(client, ana):
    client.post("/paste", {"text": NO})
    event_id = MessageRow.objects.get().event_id

    client.post(f"/read/{event_id}/else", {"kind": "other"})
    gone = not ApplicationRow.objects.exists()
    settled = page_of(ana, event_id)
    client.post(f"/undo/{CorrectionRow.objects.get().together}", {"back": f"/read/{event_id}"})

    assert gone and settled.settled and settled.kind is Kind.OTHER
    assert EventRow.objects.get().is_no


def test_a_word_that_is_no_choice_changes_nothing(client, ana):
    event_id = not_sure(ana, Kind.INTERVIEW)

    client.post(f"/read/{event_id}/else", {"kind": "nonsense"})

    assert not CorrectionRow.objects.exists()


def test_not_sure_files_nothing(client, ana):
    event_id = not_sure(ana, Kind.REJECTION)

    answer = client.post(f"/read/{event_id}/not-sure", follow=True)

    assert "Nothing was filed." in answer.content.decode()
    assert not CorrectionRow.objects.exists()


def test_not_sure_of_what_we_were_sure_of_waits_among_the_unsure_and_is_undone(client, ana):
    no = bring(ana, *haldenfrey())[-1]

    client.post(f"/read/{no}/not-sure")
    waits = [row.event_id for row in unsure(ana)[1]]
    after = (ApplicationRow.objects.get().outcome, ApplicationRow.objects.get().confirmed)
    undo(ana, CorrectionRow.objects.get().together, now=NOW)

    assert (waits, after) == ([no], ("open", False))
    assert (unsure(ana)[1], ApplicationRow.objects.get().outcome) == ([], "rejected")


@pytest.mark.parametrize(
    ("kind", "headline"),
    [
        (Kind.INTERVIEW, "This may be an invitation."),
        (Kind.OFFER, "This may be an offer."),
        (Kind.ASSESSMENT, "They may be asking you to do a test."),
        (Kind.WAITLIST, "This is not a no yet."),
        (Kind.REJECTION, "This may be a no."),
    ],
)
def test_what_may_be_good_leads_the_page_and_nothing_is_claimed(client, ana, kind, headline):
    page = client.get(f"/read/{not_sure(ana, kind)}").content.decode()

    heading = page.partition("<h1>")[2].partition("</h1>")[0]
    assert heading == headline
    assert 'class="button">' not in page.partition("Did we read this right?")[2]


@pytest.mark.parametrize(
    ("kind", "leads_to"),
    [
        (Kind.REJECTION, "/take-a-moment"),
        (Kind.INTERVIEW, "/applications/{}"),
        (Kind.ASSESSMENT, "/applications/{}"),
        (Kind.OFFER, "/applications/{}"),
        (Kind.OTHER, "/"),
    ],
)
def test_not_now_leads_to_a_moment_after_a_no_alone(client, ana, kind, leads_to):
    page = client.get(f"/read/{not_sure(ana, kind)}").content.decode()

    application = ApplicationRow.objects.values_list("application_id", flat=True).first()
    ways_out = page.partition('class="ways-out"')[2]
    assert f'href="{leads_to.format(application)}">Not now' in ways_out


def test_the_mail_itself_is_folded_and_shown_as_text(client, ana):
    event_id = bring(ana, mail("Unfortunately, we will not continue. <script>alert(1)</script>", day=1))[0]

    page = client.get(f"/read/{event_id}").content.decode()

    assert "<details" in page.partition("Unfortunately")[0] or "It says" in page
    assert "<script>alert" not in page and "&lt;script&gt;" in page


def test_only_the_unsure_ones_wait_and_what_may_be_good_comes_first(client, ana):
    bring(ana, *haldenfrey())
    no = not_sure(ana, Kind.REJECTION, day=1, evidence="We keep your profile.")
    talk = not_sure(ana, Kind.INTERVIEW, day=9)

    waiting = [row.event_id for row in unsure(ana)[1]]

    assert waiting == [talk, no]
    page = client.get("/review").content.decode()
    assert page.index(TALK) < page.index("We keep your profile.")


def test_a_settled_mail_waits_no_more_and_its_undo_brings_it_back(ana):
    event_id = not_sure(ana, Kind.INTERVIEW)

    together = say(ana, KindIs(event_id, Kind.UPDATE), now=NOW)
    _, settled = unsure(ana)
    undo(ana, together, now=NOW)

    assert settled == []
    assert [row.event_id for row in unsure(ana)[1]] == [event_id]


def test_review_is_cut_into_pages(client, ana):
    for day in range(1, 23):
        not_sure(ana, Kind.WAITLIST, day=day)

    assert client.get("/review").content.decode().count("/right") == 20
    assert client.get("/review", {"page": 2}).content.decode().count("/right") == 2


@pytest.mark.parametrize(("kind", "answer"), [(Kind.WITHDRAWAL, "You withdrew"), (Kind.ACCEPTED, "You said yes")])
def test_an_end_that_own_mail_seems_to_say_is_asked_about(client, ana, kind, answer):
    message = mail("I have thought it over.", day=1, sender=ANA, to=SAM)
    row = store_message(ana, message, mine=MINE, reading=Reading(kind, 0.5, False, evidence="I have thought it over."))
    rebuild_touched(ana, [row.event_id])

    page = client.get("/review").content.decode()

    assert f'action="/read/{row.event_id}/right"' in page
    assert answer in page


def test_bo_has_nothing_to_review(ana, bo):
    not_sure(ana, Kind.INTERVIEW)

    assert unsure(bo)[1] == []


@pytest.mark.parametrize(
    "back", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", ""]
)
def test_undo_leads_nowhere_but_home(client, ana, back):
    event_id = not_sure(ana, Kind.INTERVIEW)
    together = say(ana, KindIs(event_id, Kind.UPDATE), now=NOW)

    assert client.post(f"/undo/{together}", {"back": back})["Location"] == "/"


def test_employer_and_no_are_in_no_title(client, ana):
    event_id = bring(ana, *haldenfrey())[-1]

    page = client.get(f"/read/{event_id}").content.decode()

    title = page.partition("<title>")[2].partition("</title>")[0]
    assert EMPLOYER not in title and "no" not in title.lower().split()
