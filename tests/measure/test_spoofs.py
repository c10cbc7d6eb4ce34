"""A forged no is marked, and a true one is not."""

from measure.spoofs import noes, rows


def test_of_the_noes_of_a_mailbox_only_forged_ones_are_marked():
    found = list(noes("nurse"))

    marked = {name: rate for name, rate, _ in rows(found)}

    assert len(found) > 10
    assert marked["not changed"].startswith("0.000 ")
    assert marked["the check of the user's own server failed"].startswith("1.000 ")
    assert float(marked["sent from a look-alike of its domain"].split()[0]) > 0.4
