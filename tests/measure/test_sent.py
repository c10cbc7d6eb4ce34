"""What the user's own mail is taken for, in a made-up mailbox."""

from highroad.events.event import Kind
from measure.figures import score
from measure.sent import read_in


def test_own_applications_and_thanks_are_found_in_a_mailbox():
    pairs = list(read_in("nurse"))

    assert score(Kind.APPLIED, pairs).f1 > 0.85
    assert score(Kind.THANK_YOU, pairs).f1 > 0.75


def test_private_mail_is_seldom_drawn_in():
    pairs = list(read_in("developer"))

    private = [read for true, read in pairs if true is Kind.OTHER]
    assert private
    assert sum(read is not Kind.OTHER for read in private) <= 0.25 * len(private)
