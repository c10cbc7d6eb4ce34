"""Numbers that no row has, however long they are written, get a clear answer and break nothing."""

import pytest

from highroad.app.models import ReviewRow
from highroad.app.numbers import number_in
from tests.app.everything import everything
from tests.app.noes import text_of

pytestmark = pytest.mark.django_db
HUGE = "1" * 5_000
POSTS = [
    ("/mantras/{huge}", {"belief": "7"}, 404),
    ("/mantras/{huge}/shown", {"true_when": "always"}, 404),
    ("/mantras/{huge}/let-go", {}, 404),
    ("/practice/own-{huge}", {"mark": "3"}, 404),
    ("/outbox/{huge}/stop", {}, 404),
    ("/no/{event_id}/keep-going", {"deed": "planned:{huge}"}, 302),
    ("/plan", {"lines": "{huge}"}, 200),
]


@pytest.mark.parametrize(("written", "number"), [("7", 7), ("007", 7), ("9" * 18, int("9" * 18))])
def test_a_number_is_read(written: str, number: int):
    assert number_in(written) == number


@pytest.mark.parametrize("written", ["", "-1", "1.0", "²", "one", "9" * 19, HUGE])
def test_what_is_no_number_of_ours_is_none(written: str):
    assert number_in(written) is None


def test_a_mark_of_five_thousand_digits_gets_a_clear_sentence(client, ana):
    everything(ana)
    before = ReviewRow.objects.count()

    answer = client.post("/practice/own-1", {"mark": HUGE})

    assert answer.status_code == 422
    assert 'role="alert"' in text_of(answer)
    assert ReviewRow.objects.count() == before


@pytest.mark.parametrize(("address", "told", "code"), POSTS)
def test_a_number_of_five_thousand_digits_breaks_no_page(client, ana, address: str, told: dict[str, str], code: int):
    ids = everything(ana) | {"huge": HUGE}
    client.raise_request_exception = False

    answer = client.post(address.format(**ids), {name: text.format(**ids) for name, text in told.items()})

    assert answer.status_code == code
