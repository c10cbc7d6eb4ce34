"""Which addresses are the user's own, by where they stand."""

from collections import Counter

from highroad.mail.folders import SENT
from highroad.mail.message import Message
from highroad.mail.mine import likely_mine, places
from tests.cast import ANA, ELI, NOOR, SAM


def received(number: int) -> list[Message]:
    return [Message(key=f"r{one}", sender=SAM, to=(ANA,)) for one in range(number)]


def test_the_address_mail_is_written_to_is_the_users():
    assert likely_mine(places(received(5))) == {ANA.email}


def test_sent_mail_tells_more_than_received_mail():
    sent = [Message(key=f"s{one}", sender=NOOR, to=(SAM,), folder=SENT) for one in range(3)]

    counts = places([*received(2), *sent])

    assert counts == Counter({NOOR.email: 15, ANA.email: 2})
    assert likely_mine(counts) == {NOOR.email}


def test_a_second_address_in_use_is_theirs_too():
    second = [Message(key=f"t{one}", sender=SAM, to=(ELI,)) for one in range(4)]

    assert likely_mine(places([*received(8), *second])) == {ANA.email, ELI.email}


def test_a_mail_to_many_people_says_nothing():
    to_many = Message(key="m", sender=SAM, to=(ANA, ELI, NOOR, SAM, ANA, ELI))

    assert places([to_many]) == Counter()


def test_no_mail_is_no_guess():
    assert likely_mine(Counter()) == frozenset()
