"""What was worked out is the same whichever way it came about."""

from contextlib import contextmanager
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from highroad.app.actions.corrections import NothingToUndo, say, undo
from highroad.app.actions.mail import store_message
from highroad.app.actions.record import rebuild_all, rebuild_touched
from highroad.app.models import ApplicationRow, CorrectionRow, EventRow, OwnerRow
from highroad.app.queries.applications import NotThere, application
from highroad.applications.application import Outcome
from highroad.applications.correction import (
    ApplicationIs,
    ConfirmedNo,
    DetailsAre,
    EventAdded,
    EventEdited,
    EventRemoved,
    KindIs,
    Merged,
    NotANo,
    OutcomeIs,
    PersonAdded,
    PersonEdited,
    PersonRemoved,
    SplitOff,
)
from highroad.events.event import Event, Kind, Reading, Stage
from highroad.events.recognise import event_id
from highroad.mail.parse import from_parts
from tests.app.derived import derived
from tests.app.mails import MINE, brightmoor, bring, haldenfrey, mail
from tests.cast import ELI_INTERVIEWER, NOOR_INTERVIEWER, NOW, SAM_RECRUITER

pytestmark = pytest.mark.django_db


def test_an_earlier_mail_gives_a_new_first_event_and_the_old_id_leads_on(ana):
    confirmed, *later = haldenfrey()
    bring(ana, *later)
    old = ApplicationRow.objects.get().application_id

    bring(ana, confirmed)

    now = ApplicationRow.objects.get().application_id
    assert now == event_id(confirmed.key) != old
    assert application(ana, old).application_id == now


def test_ids_are_the_same_after_a_rebuild(ana):
    bring(ana, *haldenfrey(), *brightmoor())
    before = set(EventRow.objects.values_list("event_id", "application__application_id"))

    rebuild_all(ana)

    assert set(EventRow.objects.values_list("event_id", "application__application_id")) == before


def test_the_same_mail_is_stored_once_whichever_way_it_comes(ana):
    bring(ana, *haldenfrey())
    before = derived(ana)

    bring(ana, *haldenfrey())

    assert derived(ana) == before


def test_bo_keeps_what_is_hers_when_anas_record_is_rebuilt(ana, bo):
    bring(bo, *brightmoor())
    bring(ana, *haldenfrey(), *brightmoor())
    of_bo = derived(bo)

    rebuild_all(ana)

    assert derived(bo) == of_bo
    with pytest.raises(NotThere):
        application(bo, event_id(haldenfrey()[0].key))


MAILS = [*haldenfrey(), *brightmoor()]
NAMES = ("Haldenfrey", "Brightmoor", "Tallowby", None)
READINGS = [
    Reading(Kind.CONFIRMATION, 0.9, True, employer="Haldenfrey", role="Data Analyst"),
    Reading(Kind.INTERVIEW, 0.9, True, employer="Haldenfrey", stage=Stage.INTERVIEW, people=(NOOR_INTERVIEWER,)),
    Reading(Kind.THANK_YOU, 0.9, True, people=(NOOR_INTERVIEWER,)),
    Reading(Kind.INTERVIEW, 0.5, False, employer="Haldenfrey", stage=Stage.FINAL, people=(ELI_INTERVIEWER,)),
    Reading(Kind.REJECTION, 0.9, True, employer="Haldenfrey", people=(SAM_RECRUITER,)),
    Reading(Kind.CONFIRMATION, 0.9, True, employer="Brightmoor", role="Data Analyst"),
    Reading(Kind.REJECTION, 0.6, False, employer="Brightmoor", role="Data Analyst"),
]
ADDED = [
    Event(
        event_id(f"by hand {number}"),
        kind,
        NOW - timedelta(days=number),
        Reading(kind, 1, True, employer=name),
        by_user=True,
    )
    for number, (kind, name) in enumerate(
        [(Kind.APPLIED, "Tallowby"), (Kind.REJECTION, "Brightmoor"), (Kind.NOTE, None)]
    )
]
IDS = st.sampled_from([event_id(one.key) for one in MAILS] + [event.id for event in ADDED])
PEOPLE = st.sampled_from([NOOR_INTERVIEWER, ELI_INTERVIEWER, SAM_RECRUITER])
SAYINGS = st.one_of(
    st.builds(KindIs, IDS, st.sampled_from([Kind.REJECTION, Kind.INTERVIEW, Kind.OTHER, Kind.OFFER])),
    st.builds(ConfirmedNo, IDS),
    st.builds(NotANo, IDS),
    st.builds(DetailsAre, IDS, employer=st.sampled_from(NAMES), role=st.sampled_from(["Designer", "", None])),
    st.builds(EventAdded, st.sampled_from(ADDED), belongs_to=st.one_of(st.none(), IDS)),
    st.builds(EventEdited, IDS, note=st.sampled_from(["mine", None]), stage=st.sampled_from([Stage.FINAL, None])),
    st.builds(EventRemoved, IDS),
    st.builds(Merged, IDS, IDS),
    st.builds(SplitOff, st.tuples(IDS), st.tuples(IDS)),
    st.builds(ApplicationIs, IDS, employer=st.sampled_from(NAMES), furthest_stage=st.sampled_from([Stage.OFFER, None])),
    st.builds(OutcomeIs, IDS, st.sampled_from([Outcome.FROZEN, Outcome.OFFER])),
    st.builds(PersonAdded, IDS, PEOPLE),
    st.builds(PersonEdited, IDS, PEOPLE, PEOPLE),
    st.builds(PersonRemoved, IDS, PEOPLE),
)
STEPS = st.lists(st.one_of(st.integers(0, len(MAILS) - 1), SAYINGS, st.just("undo")), min_size=3, max_size=12)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_what_is_touched_is_rebuilt_as_everything_would_be(ana, steps):
    with taken_back():
        for step in steps:
            do(ana, step)
        touched = derived(ana)

        rebuild_all(ana)

        assert derived(ana) == touched


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sayings=st.lists(SAYINGS, min_size=1, max_size=5))
def test_undoing_everything_brings_the_record_back(ana, sayings):
    with taken_back():
        for number in range(len(MAILS)):
            do(ana, number)
        before = derived(ana)

        said = [say(ana, saying, now=NOW) for saying in sayings]
        for together in reversed(said):
            undo(ana, together, now=NOW)

        assert derived(ana) == before


def do(owner: OwnerRow, step: object) -> None:
    """Store the mail of this number, say something, or take the last word back."""
    if isinstance(step, int):
        row = store_message(owner, MAILS[step], mine=MINE, reading=READINGS[step])
        rebuild_touched(owner, [row.event_id])
    elif step == "undo":
        last = CorrectionRow.objects.filter(owner=owner, undone_at=None).last()
        if last:
            undo(owner, last.together, now=NOW)
    else:
        say(owner, step, now=NOW)


@contextmanager
def taken_back():
    """Whatever happens inside leaves no trace, so that each example begins afresh."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def test_what_was_undone_stays_in_the_log_and_cannot_be_undone_again(ana):
    (no,) = bring(ana, mail("Unfortunately, we will not be moving forward with your application.", day=1))
    together = say(ana, ConfirmedNo(no), now=NOW)

    undo(ana, together, now=NOW)

    assert CorrectionRow.objects.get().undone_at == NOW
    with pytest.raises(NothingToUndo):
        undo(ana, together, now=NOW)


def test_bo_cannot_undo_what_ana_said(ana, bo):
    (no,) = bring(ana, mail("Unfortunately, we will not be moving forward with your application.", day=1))
    together = say(ana, ConfirmedNo(no), now=NOW)

    with pytest.raises(NotThere):
        undo(bo, together, now=NOW)


def test_a_time_without_a_zone_is_that_of_the_users_own_clock(ana: OwnerRow) -> None:
    """We would like to invite you to an interview next Tuesday at 14:00."""
    text = test_a_time_without_a_zone_is_that_of_the_users_own_clock.__doc__
    invitation = from_parts("Sam Reyes <sam@larkfield.example>", None, "Interview", NOW.isoformat(), text)
    store_message(ana, invitation, mine=MINE)

    with timezone.override("Asia/Tokyo"):
        rebuild_all(ana)

    held = EventRow.objects.get(owner=ana).happens_at
    assert held is not None
    assert held.astimezone(ZoneInfo("Asia/Tokyo")).hour == 14
