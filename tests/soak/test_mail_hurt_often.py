"""Ten thousand damaged mails, other ones each time: every one is a Message, in bounded time."""

import time

import pytest
from hypothesis import HealthCheck, given, settings

from highroad.mail.parse import parse
from tests.mail.hurt import holds_only_whole_letters, hurt_mails

pytestmark = pytest.mark.soak


@given(hurt_mails())
@settings(max_examples=10_000, derandomize=False, suppress_health_check=list(HealthCheck))
def test_ten_thousand_damaged_mails_are_messages(raw: bytes):
    begun = time.process_time()
    message = parse(raw)

    assert time.process_time() - begun <= 0.5
    assert holds_only_whole_letters(message)
