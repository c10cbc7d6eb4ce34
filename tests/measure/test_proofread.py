"""The proof-reader finds what was asked of it on the mails kept aside, and leaves clean ones alone."""

from measure.proofread import KEPT_ASIDE, read_all

FOUND, ALARMS = 0.8, 1.0  # at least, of the slips; at most, a mail


def test_four_in_five_slips_are_found_with_at_most_one_false_alarm_a_mail():
    mails = read_all([KEPT_ASIDE])
    found = [hit for mail in mails for _, hit in mail.found]

    assert len(found) > 100
    assert sum(found) / len(found) >= FOUND
    assert sum(len(mail.false_alarms) for mail in mails) / len(mails) <= ALARMS
