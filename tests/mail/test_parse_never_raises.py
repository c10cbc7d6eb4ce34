"""Whatever bytes come, a Message comes out that a database takes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from highroad.mail.body import forwarded, own_words
from highroad.mail.parse import from_parts, parse, parse_file, parse_pasted
from highroad.mail.thread import bare_subject, thread_ids
from tests.mail.hurt import MAILS, PIECES, holds_only_whole_letters, hurt_mails


@given(st.binary(max_size=2_000))
def test_any_bytes_are_a_message(raw: bytes):
    assert holds_only_whole_letters(parse(raw))


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.binary(max_size=8)), max_size=60).map(b"".join))
@settings(max_examples=300)
def test_any_pieces_of_mail_are_a_message(raw: bytes):
    message = parse(raw)

    assert holds_only_whole_letters(message)
    assert own_words(message.text) and thread_ids(message) is not None
    assert not (inner := forwarded(message)) or holds_only_whole_letters(inner)


@given(hurt_mails())
@settings(max_examples=1_500)
def test_a_damaged_mail_is_a_message(raw: bytes):
    assert holds_only_whole_letters(parse(raw))


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
def test_a_mail_cut_anywhere_is_a_message(part: float):
    assert all(holds_only_whole_letters(parse(mail[: int(len(mail) * part)])) for mail in MAILS)


@given(st.text(max_size=500))
def test_any_text_can_be_pasted(text: str):
    assert holds_only_whole_letters(parse_pasted(text))
    assert holds_only_whole_letters(parse_file(text.encode("utf-8", "surrogatepass")))
    assert holds_only_whole_letters(from_parts(text, text, text, text, text))
    assert isinstance(bare_subject(text), str)
