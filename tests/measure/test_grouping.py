"""The figures of grouping count pairs of mails, and leave out who stands in a quotation alone."""

from highroad.events.event import Person
from measure.grouping import Together, figures, is_same, mistakes, people_found, people_right, together
from measure.grouping import brought_in as bring_in
from measure.mailboxes.build import build
from measure.mailboxes.letters import Named


def test_pairs_put_together_are_weighed_against_the_true_ones():
    pairs = Together(right=3, put=4, true=6)

    assert (str(pairs.precision), str(pairs.recall)) == ("0.750 (3/4)", "0.500 (3/6)")
    assert pairs.f1 == 0.6


def test_nothing_to_put_together_is_no_mistake():
    assert Together(0, 0, 0).f1 == 1.0


def test_a_first_name_is_the_same_person():
    assert is_same(Named("Noor", "", "interviewer"), Person("Noor Haddad", "noor@haldenfrey.example"))
    assert is_same(Named("N. Haddad", "noor@haldenfrey.example", "interviewer"), Person("", "noor@haldenfrey.example"))
    assert not is_same(Named("Noor Haddad", "", "interviewer"), Person("Noor Ali", ""))


def test_a_mailbox_is_brought_in_and_counted():
    mails = bring_in(build("nurse"))
    counted = together(mails)
    found = [hit for mail in mails for _, hit in people_found(mail)]

    assert len(mails) == len(build("nurse").messages)
    assert counted.f1 >= 0.7
    assert sum(found) / len(found) >= 0.6
    assert all(len(row) == len(figures("nurse", [mails])) - 2 for row in mistakes(mails))
    assert all(isinstance(hit, bool) for mail in mails for _, hit in people_right(mail))
