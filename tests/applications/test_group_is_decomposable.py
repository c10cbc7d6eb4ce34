"""Parts that share no link key can be grouped one by one, and the order of mail does not matter."""

import random
import time

from hypothesis import given, settings
from hypothesis import strategies as st

from highroad.applications.application import Outcome
from highroad.applications.correction import (
    ApplicationIs,
    ConfirmedNo,
    Correction,
    DetailsAre,
    EventAdded,
    EventRemoved,
    KindIs,
    Merged,
    NotANo,
    OutcomeIs,
    SplitOff,
    about,
)
from highroad.applications.group import group
from highroad.applications.links import connected, link_keys
from highroad.events.event import Event, Kind, Stage
from tests.cast import NOOR_INTERVIEWER, SAM_RECRUITER
from tests.record import event

NAMES = [f"e{number}" for number in range(12)]
some_name = st.sampled_from(NAMES)
employers = st.sampled_from(
    [None, "Haldenfrey", "Haldenfrey Foods", "Brightmoor", "Corwen", "East Moor Trust", "Elm Mill Tools", "EMT"]
)
roles = st.sampled_from([None, "Data Analyst", "Analyst", "Office Manager"])


@st.composite
def events(draw: st.DrawFn, name: st.SearchStrategy[str] = some_name) -> Event:
    return event(
        draw(name),
        draw(st.sampled_from(list(Kind))),
        draw(st.none() | st.integers(0, 400)),
        sure=draw(st.booleans()),
        employer=draw(employers),
        role=draw(roles),
        stage=draw(st.none() | st.sampled_from(Stage)),
        requisition=draw(st.sampled_from([None, None, "R1", "R2"])),
        people=draw(st.sampled_from([(), (SAM_RECRUITER,), (NOOR_INTERVIEWER,)])),
        sender_domain=draw(st.sampled_from(["", "haldenfrey.example", "agency.example", "greenhouse.io"])),
        threads=tuple(draw(st.lists(st.sampled_from("stuvwxyz"), max_size=2))),
    )


corrections = st.one_of(
    st.builds(KindIs, some_name, st.sampled_from(list(Kind))),
    st.builds(ConfirmedNo, some_name),
    st.builds(NotANo, some_name),
    st.builds(DetailsAre, some_name, employers, roles),
    st.builds(EventAdded, events(st.sampled_from(["x0", "x1"])), st.none() | some_name),
    st.builds(EventRemoved, some_name),
    st.builds(Merged, some_name, some_name),
    st.builds(
        SplitOff,
        st.lists(some_name, min_size=1, max_size=3).map(tuple),
        st.lists(some_name, max_size=3).map(tuple),
    ),
    st.builds(ApplicationIs, some_name, employers, roles),
    st.builds(OutcomeIs, some_name, st.sampled_from(list(Outcome))),
)


def mailbox(size: int) -> st.SearchStrategy[list[Event]]:
    return st.lists(events(), max_size=size, unique_by=lambda one: one.id)


@settings(max_examples=150, deadline=None)
@given(mailbox(12), st.lists(corrections, max_size=4))
def test_grouping_all_is_grouping_each_connected_part(mail: list[Event], said: list[Correction]):
    added = [one.event for one in said if isinstance(one, EventAdded)]
    every = [*mail, *(one for one in added if one.id not in NAMES)]

    parts = connected(list({one.id: one for one in every}.values()), said)

    in_parts = [application for part in parts for application in group(mail_of(part, mail), said_about(part, said))]
    assert sorted(in_parts, key=repr) == sorted(group(mail, said), key=repr)


def mail_of(part: list[Event], mail: list[Event]) -> list[Event]:
    return [one for one in part if one in mail]


def said_about(part: list[Event], said: list[Correction]) -> list[Correction]:
    ids = {one.id for one in part}
    return [correction for correction in said if ids.intersection(about(correction))]


@settings(max_examples=100, deadline=None)
@given(mailbox(12), st.lists(corrections, max_size=4), st.randoms(use_true_random=False))
def test_the_order_of_mail_does_not_matter(mail: list[Event], said: list[Correction], dice: random.Random):
    shuffled = dice.sample(mail, len(mail))

    assert group(shuffled, said) == group(mail, said)


@given(mailbox(12))
def test_every_event_is_in_one_application_at_most(mail: list[Event]):
    placed = [one.id for application in group(mail, []) for one in application.events]

    assert len(placed) == len(set(placed))
    assert set(placed) <= {one.id for one in mail}


def test_an_event_can_be_reached_by_its_own_id_and_by_those_it_was_named_with():
    keys = link_keys(event("a", Kind.UPDATE), [Merged("a", "b")])

    assert keys == {"event:a", "event:b"}


def test_employers_that_happen_to_share_their_initials_are_not_tied():
    east = event("a", Kind.UPDATE, employer="East Moor Trust")
    elm = event("b", Kind.UPDATE, employer="Elm Mill Tools")
    short = event("c", Kind.UPDATE, employer="EMT")

    assert connected([east, elm]) == [[east], [elm]]
    assert connected([east, elm, short]) == [[east, elm, short]]


def test_ten_thousand_applications_are_grouped_in_seconds():
    mail = [one for number in range(10_000) for one in four_mails(number)]
    started = time.process_time()

    applications = group(mail, [])

    assert len(applications) == 10_000
    assert time.process_time() - started < 4  # CPU-seconds; half of it where nothing else is at work


def four_mails(number: int) -> list[Event]:
    employer, role, day = f"Employer {number // 3} Works", f"Role {'abc'[number % 3]} {number % 7}", number % 300
    known = {"employer": employer, "role": role}
    domain = f"employer-{number // 3}.example"
    return [
        event(f"c{number}", Kind.CONFIRMATION, day, **known, sender_domain="greenhouse.io", threads=(f"c{number}",)),
        event(f"i{number}", Kind.INTERVIEW, day + 8, **known, sender_domain=domain, threads=(f"i{number}",)),
        event(f"t{number}", Kind.THANK_YOU, day + 9, sender_domain=domain, threads=(f"t{number}", f"i{number}")),
        event(f"r{number}", Kind.REJECTION, day + 20, **known, threads=(f"r{number}", f"i{number}")),
    ]
