"""Who asks, in tests of the app: Ana, whose record it is, and Bo, who must see nothing of it."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial

import pytest
import time_machine
from django.test import Client
from django.test.client import ClientHandler

from highroad.app.defence import launch_token
from highroad.app.models import AccountRow, OutgoingRow, OwnerRow
from tests.app.outgoing import account_of, to_sam
from tests.cast import NOW


@pytest.fixture(autouse=True)
def on_monday_morning() -> Iterator[None]:
    """Pages are asked for at NOW, whenever the tests run."""
    with time_machine.travel(NOW):
        yield


@pytest.fixture
def ana(db: None) -> OwnerRow:
    """The owner of this computer's record."""
    return OwnerRow.objects.create(name="Ana Duarte", created_at=datetime(2026, 11, 1, tzinfo=UTC))


@pytest.fixture
def bo(ana: OwnerRow) -> OwnerRow:
    """Another owner in the same tables."""
    return OwnerRow.objects.create(name="Bo Lindgren", created_at=datetime(2026, 11, 1, tzinfo=UTC))


@pytest.fixture(scope="session")
def handler() -> ClientHandler:
    """The app behind its middleware, put together once as when it runs; not again for each browser."""
    return ClientHandler(enforce_csrf_checks=False)


@pytest.fixture
def client(ana: OwnerRow, handler: ClientHandler) -> Client:
    """Ana's browser, let in by the launch token."""
    let_in = Client(headers={"host": "127.0.0.1:8747", "sec-fetch-site": "same-origin"})
    let_in.handler = handler
    let_in.get("/", {"launch": launch_token})
    return let_in


@pytest.fixture
def account(ana: OwnerRow) -> AccountRow:
    """Ana's account, which mail can leave from."""
    return account_of(ana)


@pytest.fixture
def write(ana: OwnerRow) -> Callable[..., OutgoingRow]:
    """Write a text of Ana's to Sam."""
    return partial(to_sam, ana)
