"""Which mails belong together."""

import pytest

from highroad.mail.message import Message
from highroad.mail.thread import bare_subject, message_ids, thread_ids


def test_the_ids_of_a_mail_come_in_order_each_once():
    message = Message(
        key="k", message_id="<c@X.example>", in_reply_to="b@x.example", references=("a@x.example", "b@x.EXAMPLE")
    )

    assert thread_ids(message) == ("c@x.example", "b@x.example", "a@x.example")


def test_a_mail_without_ids_belongs_to_no_thread():
    assert thread_ids(Message(key="k")) == ()


def test_ids_are_found_among_other_words():
    assert message_ids("your mail of Monday <a@x.example> (and <b@x.example>)") == ("a@x.example", "b@x.example")


@pytest.mark.parametrize(
    "subject",
    ["Your talk", "Re: Your talk", "RE: AW: Your talk", "Fwd: Re: Your talk", "WG: Your talk", "Re[2]: Your talk",
     "Antw: Your talk", "TR: Your talk", "RV: Your talk", "R: Your talk", "[EXT] Re: Your talk", "re : Your talk"],
)  # fmt: skip
def test_a_subject_is_the_same_through_a_thread(subject: str):
    assert bare_subject(subject) == "Your talk"


@pytest.mark.parametrize(
    "subject", ["Role: Analyst", "Update: your application", "Interview", "", "Re-opening: a post"]
)
def test_a_subject_of_its_own_is_left_alone(subject: str):
    assert bare_subject(subject) == subject
