"""Where a mail asks its answer to go."""

import pytest

from highroad.mail.parse import parse


@pytest.mark.parametrize(
    ("reply_to", "domain"),
    [
        ("", ""),
        ("hr@haldenfrey.example", "haldenfrey.example"),
        ("eve@elsewhere.example", "elsewhere.example"),
        ("hr@haldenfrey.example, eve@elsewhere.example", "elsewhere.example"),
        ("hr@haldenfrey.example\nReply-To: eve@elsewhere.example", "elsewhere.example"),
    ],
)
def test_one_address_elsewhere_among_many_is_where_it_goes(reply_to: str, domain: str):
    answers = f"Reply-To: {reply_to}\n" if reply_to else ""

    mail = parse(f"From: Sam Reyes <sam@haldenfrey.example>\n{answers}Subject: No\n\nDear Ana.\n".encode())

    assert mail.reply_domain == domain


def test_the_first_address_is_the_one_to_write_to():
    head = "From: no-reply@haldenfrey.example\nReply-To: hr@haldenfrey.example, eve@elsewhere.example\nSubject: No\n\n"

    mail = parse(f"{head}Dear Ana.\n".encode())

    assert mail.reply_to and mail.reply_to.email == "hr@haldenfrey.example"
