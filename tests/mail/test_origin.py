"""Only what the user's own server says of a mail's origin counts."""

import pytest

from highroad.mail.message import Authentication
from highroad.mail.parse import parse

PASSED, FAILED, UNKNOWN = Authentication.PASSED, Authentication.FAILED, Authentication.UNKNOWN
RECEIVED = "Received: from out.elsewhere.example by mx3.duarte.example with ESMTPS; Tue, 3 Nov 2026 10:12:05 +0100\n"


def authentication_of(*lines: str, received: str = RECEIVED) -> Authentication:
    head = received + "".join(f"Authentication-Results: {line}\n" for line in lines)
    return parse((head + "From: sam@haldenfrey.example\nSubject: No\n\nDear Ana.\n").encode()).authentication


@pytest.mark.parametrize(
    ("said", "authentication"),
    [
        ("mx.duarte.example; spf=pass smtp.mailfrom=haldenfrey.example; dkim=pass; dmarc=pass", PASSED),
        ("mx.duarte.example; dkim=none; spf=softfail (not a sender) smtp.mailfrom=x; dmarc=fail (p=NONE)", FAILED),
        ("mx.duarte.example; dmarc=fail header.from=haldenfrey.example; dkim=pass header.d=elsewhere.example", FAILED),
        ("mx.duarte.example 1; spf=fail", FAILED),
        ("mx.duarte.example; spf=fail; dkim=pass header.d=haldenfrey.example", PASSED),
        ("mx.duarte.example; dkim=fail (body changed); dkim=pass", PASSED),
        ("mx.duarte.example; dkim=permerror; spf=none", FAILED),
        ("mx.duarte.example; spf=temperror; dmarc=none", UNKNOWN),
        ("mx.duarte.example; none", UNKNOWN),
        ("mx.duarte.example (dmarc=pass; ok); DMARC = Fail", FAILED),
        ('"mx.duarte.example"; dmarc/1=fail', FAILED),
        ("spf=fail (sender IP is 192.0.2.1) smtp.mailfrom=x; dkim=none; dmarc=fail action=none", FAILED),
        ("", UNKNOWN),
        (";;;===", UNKNOWN),
    ],
)
def test_what_a_server_says_is_read(said: str, authentication: Authentication):
    assert authentication_of(said) is authentication


def test_another_server_is_not_believed():
    assert authentication_of("lists.elsewhere.example; dmarc=fail") is UNKNOWN
    assert authentication_of("lists.elsewhere.example; dmarc=fail", "mx.duarte.example; dmarc=pass") is UNKNOWN


def test_where_no_line_says_who_received_it_the_topmost_is_believed():
    assert authentication_of("mx.duarte.example; dmarc=fail", received="") is FAILED
    assert authentication_of("dmarc=fail", received="") is FAILED
    assert authentication_of("mx.duarte.example; spf=none", "elsewhere.example; dmarc=fail", received="") is UNKNOWN


INSIDE = """\
Received: from store7.internal (store7.house.internal [192.0.2.7]) by slot1n5 with LMTPA; Tue, 3 Nov 2026 10:12:08 +0100
Received: from mx5 ([192.0.2.8]) by store7.internal with LMTP; Tue, 3 Nov 2026 10:12:07 +0100
Received: from mx5.duarte.example (localhost [127.0.0.1]) by queue.house.internal; Tue, 3 Nov 2026 10:12:06 +0100
"""


def test_hops_between_servers_without_a_name_outside_are_passed_over():
    assert authentication_of("mx5.duarte.example; dmarc=fail", received=INSIDE + RECEIVED) is FAILED
    assert authentication_of("lists.elsewhere.example; dmarc=fail", received=INSIDE + RECEIVED) is UNKNOWN


def test_of_two_senders_nobody_can_tell_which_was_confirmed():
    passed = "mx.duarte.example; dmarc=pass"

    assert authentication_of(passed + "\nFrom: eve@elsewhere.example") is FAILED
    assert authentication_of(passed + "\nFrom: sam@haldenfrey.example") is PASSED


def test_what_stands_below_cannot_take_it_back():
    assert authentication_of("mx.duarte.example; dmarc=fail", "mx.duarte.example; dmarc=pass") is FAILED


def test_two_programs_on_one_server_are_read_together():
    assert authentication_of("mx.duarte.example; spf=none", "mx.duarte.example; dkim=fail") is FAILED
