"""Which noes there are, and that only the user's own yes confirms one."""

import pytest

from highroad.applications.correction import (
    ConfirmedNo,
    Correction,
    EventAdded,
    EventRemoved,
    KindIs,
    Merged,
    NotANo,
)
from highroad.applications.group import group
from highroad.events.event import Kind
from highroad.rejections.find import find
from tests.record import final_round, haldenfrey, only_no


def test_a_no_is_named_after_the_event_that_brought_it_and_not_confirmed():
    rejection = only_no(final_round())

    assert (rejection.id, rejection.application.id) == ("no", "confirmed")
    assert not rejection.confirmed


@pytest.mark.parametrize("yes", [ConfirmedNo("no"), KindIs("no", Kind.REJECTION)])
def test_the_users_own_yes_confirms_it(yes: Correction):
    assert only_no(final_round(), yes).confirmed


def test_an_invitation_the_user_calls_a_no_is_one():
    events = [haldenfrey("a", Kind.CONFIRMATION, 0), haldenfrey("b", Kind.INTERVIEW, 9)]

    assert only_no(events, KindIs("b", Kind.REJECTION)).confirmed


def test_a_no_typed_by_hand_is_confirmed_by_typing_it():
    typed = haldenfrey("typed", Kind.REJECTION, 3, by_user=True)

    assert only_no([], EventAdded(typed)).confirmed


@pytest.mark.parametrize("word", [NotANo("no"), KindIs("no", Kind.INTERVIEW), EventRemoved("no")])
def test_what_the_user_says_is_not_a_no_is_none(word: Correction):
    said = [ConfirmedNo("no"), word]

    assert find(group(final_round(), said), said) == []


def test_an_unsure_no_is_found_and_waits_for_a_yes():
    rejection = only_no([haldenfrey("a", Kind.REJECTION, sure=False)])

    assert not rejection.confirmed


def test_copies_of_one_no_are_one_and_either_can_be_confirmed():
    events = [*final_round(), haldenfrey("copy", Kind.REJECTION, 84)]

    rejection = only_no(events, ConfirmedNo("copy"))

    assert (rejection.id, rejection.confirmed) == ("no", True)


def test_a_no_after_another_chance_is_a_second_no():
    events = [
        haldenfrey("first", Kind.REJECTION, 0),
        haldenfrey("again", Kind.INTERVIEW, 9),
        haldenfrey("second", Kind.REJECTION, 20),
    ]

    noes = find(group(events, []), [])

    assert [no.id for no in noes] == ["first", "second"]


def test_a_confirmed_no_stays_confirmed_when_its_application_is_merged():
    other = haldenfrey("b", Kind.CONFIRMATION, 1, role="Office Manager")

    assert only_no([*final_round(), other], ConfirmedNo("no"), Merged("b", "no")).confirmed
