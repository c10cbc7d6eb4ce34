"""The first lines of a mail in plain words, whatever they were encoded in."""

import base64

import pytest

from highroad.mail.glance import LOOKED_AT, glance

HEAD = b"From: Sam Reyes <sam@haldenfrey.example>\nSubject: =?utf-8?b?WW91ciBpbnRlcnZpZXc=?=\n"
NO = b"Unfortunately the position was filled."
WORDS = b" unfortunately the position was filled "
FILLED = b"the kettle sang " * 2_000
PART = b'Content-Type: multipart/mixed; boundary="x"\n\n--x\n%s\n--x--\n'


@pytest.mark.parametrize(
    "rest",
    [
        b"\n" + NO,
        b"\r\n".join([b"Content-Type: text/plain", b"", NO]),
        b"Content-Transfer-Encoding: base64\n\n" + base64.encodebytes(NO),
        b"Content-Transfer-Encoding: quoted-printable\n\n" + NO.replace(b"posi", b"po=\nsi"),
        b"Content-Type: text/html\n\n<p>" + NO.replace(b" ", b"</p>\n<p class='x'>"),
        PART % (b"Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n" + base64.encodebytes(NO)),
        PART % (b"Content-Transfer-Encoding: Base64\n\n" + base64.encodebytes(NO.decode().encode("utf-16"))),
        PART % (b"Content-Type: message/rfc822\n\nFrom: a@b.example\nContent-Transfer-Encoding: base64\n\n"
                + base64.encodebytes(NO)),
    ],
)  # fmt: skip
def test_words_are_seen_however_they_were_encoded(rest: bytes):
    seen = glance(HEAD + rest)

    assert seen
    assert WORDS.strip() in b" ".join(seen.words.split())
    assert b" your interview " in seen.words
    assert b" haldenfrey " in seen.sender


def test_styles_tags_and_pictures_are_no_words():
    picture = b"--x\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\n" + base64.encodebytes(b"hired" * 9)
    page = b"<style>.a { position: fixed }</style><!-- career --><a href='job'>Dinner</a> 3 < 4"
    seen = glance(HEAD + b"Content-Type: multipart/mixed; boundary=x\n\n" + picture + b"--x\n\n" + page)

    assert seen
    assert b"dinner" in seen.words
    assert not {b"position", b"career", b"job", b"hired"} & set(seen.words.split())


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"only words and no head",
        b"some words\n\nand more of them",
        (HEAD + b"\n" + NO).decode().encode("utf-16"),
        HEAD + b"Content-Type: text/html\n\n<style>" + b".a { color: teal }\n" * 2_000 + b"</style><p>" + NO,
    ],
)
def test_where_the_first_lines_tell_nothing_the_whole_is_to_be_read(raw: bytes):
    assert glance(raw) is None


def test_no_more_is_looked_at_than_said():
    seen = glance(HEAD + b"\n" + FILLED + NO)

    assert seen
    assert len(seen.words) < LOOKED_AT + 100
    assert b"position" not in seen.words
