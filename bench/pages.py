"""CPU time and questions of each page with ten thousand applications: python -m bench.pages [number]."""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from statistics import median

NUMBER = 10_000
TIMES = 30
TEXT = "Dear Ana, thank you for your application as {role} at {employer}. " + "We read every one with care. " * 20
ROLES = ("Data Analyst", "Product Designer", "Backend Engineer", "Office Coordinator", "QA Engineer")
ENDS = ("rejection",) * 6 + ("waitlist", "withdrawal", "offer", "")

folder = tempfile.TemporaryDirectory(prefix="highroad-bench-")
os.environ.update(HIGHROAD_DATA_DIR=folder.name, DJANGO_SETTINGS_MODULE="highroad.app.settings")

import django  # noqa: E402

django.setup()

from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from highroad.app import clock, defence  # noqa: E402
from highroad.app.actions.record import rebuild_all, rebuild_touched  # noqa: E402
from highroad.app.actions.start import make_ready  # noqa: E402
from highroad.app.codec import to_json  # noqa: E402
from highroad.app.models import EventRow, MessageRow, OwnerRow, PersonRow  # noqa: E402
from highroad.app.queries.owners import the_owner  # noqa: E402
from highroad.events.event import Kind, Part, Person, Reading, Stage  # noqa: E402
from highroad.events.recognise import READER_VERSION, event_id  # noqa: E402
from highroad.mail.message import Address, Message  # noqa: E402

now = datetime.now(UTC)


def main(number: int) -> None:
    """Fill a record, measure its pages, print a table."""
    make_ready(now=clock.now())
    owner = the_owner()
    MessageRow.objects.bulk_create(rows(owner, number), batch_size=500)
    print(f"{number} applications, {MessageRow.objects.count()} mails")
    print(f"rebuild of all      {cpu(lambda: rebuild_all(owner)):8.1f} s CPU")
    one = EventRow.objects.filter(kind=Kind.INTERVIEW).order_by("-at")[:1].get()
    print(f"rebuild of one mail {cpu(lambda: rebuild_touched(owner, [one.event_id])) * 1000:8.1f} ms CPU")
    one = EventRow.objects.get(event_id=one.event_id)  # its row is a new one
    client = Client(headers={"host": "127.0.0.1:8747", "sec-fetch-site": "same-origin"})
    client.get("/", {"launch": defence.launch_token})
    print(f"{'page':<34}{'p50 ms':>8}{'worst':>8}{'questions':>11}{'kB':>7}")
    for name, ask in pages(client, one).items():
        print(measured(name, ask))


def rows(owner: OwnerRow, number: int) -> Iterator[MessageRow]:
    """The mail of so many applications: confirmed, every third one talked to, most of them ended."""
    for one in range(number):
        begun = now - timedelta(days=25, hours=one)
        employer, role = f"Employer {one // 2} Works", ROLES[one % len(ROLES)]
        met = Person(f"Person {one % 3000}", f"person{one % 3000}@employer{one // 2}.example", Part.RECRUITER)
        told = [(Kind.CONFIRMATION, None, 0)]
        told += [(Kind.INTERVIEW, Stage.SCREEN, 5), (Kind.INTERVIEW, Stage.FINAL, 12)] if one % 3 == 0 else []
        told += [(Kind(end), None, 20)] if (end := ENDS[one % len(ENDS)]) else []
        for place, (kind, stage, day) in enumerate(told):
            sure = (one + place) % 25 != 0
            reading = Reading(
                kind=kind,
                certainty=0.98 if sure else 0.5,
                sure=sure,
                employer=employer,
                role=role,
                stage=stage,
                people=(met,) if stage else (),
                language="en",
                evidence="We read every one with care.",
            )
            yield row(owner, f"{one}-{place}", begun + timedelta(days=day), reading)


def row(owner: OwnerRow, name: str, at: datetime, reading: Reading) -> MessageRow:
    """One stored mail."""
    sender = Address("Careers", f"careers@{(reading.employer or '').split()[1]}.example")
    message = Message(
        key=name,
        message_id=f"<{name}@bench.example>",
        sender=sender,
        to=(Address("Ana Duarte", "ana@duarte.example"),),
        subject="Your application",
        sent_at=at,
        text=TEXT.format(role=reading.role, employer=reading.employer),
    )
    return MessageRow(
        owner=owner,
        key=name,
        event_id=event_id(name),
        sender=f"{sender.name} {sender.email}",
        subject=message.subject,
        sent_at=at,
        message=to_json(message),
        reading=to_json(reading),
        reader_version=READER_VERSION,
    )


def pages(client: Client, one: EventRow) -> dict[str, Callable[[], object]]:
    """What is asked for, by the name it is printed under."""
    person = PersonRow.objects.order_by("pk")[0].person_id
    paths = {
        "Today": "/",
        "Applications": "/applications",
        "Applications, page 200": "/applications?page=200",
        "Applications, a no": "/applications?outcome=rejected",
        "Applications, quiet": "/applications?outcome=quiet",
        "one application": f"/applications/{one.application.application_id}",
        "one mail": f"/read/{one.event_id}",
        "The whole search": "/picture",
        "People": "/people",
        "one person": f"/people/{person}",
        "Review": "/review",
        "Merge": f"/applications/{one.application.application_id}/merge",
        "Your data": "/settings/data",
        "More": "/more",
    }
    asked: dict[str, Callable[[], object]] = {
        name: lambda path=path: client.get(path)  # type: ignore[misc]
        for name, path in paths.items()
    }
    asked["Search, one employer"] = lambda: client.post("/search", {"words": "employer 77"})
    asked["Search, a common word"] = lambda: client.post("/search", {"words": "care"})
    return asked


def measured(name: str, ask: Callable[[], object]) -> str:
    """One line of the table."""
    with CaptureQueriesContext(connection) as captured:
        answer = ask()
    questions = len(captured)
    assert answer.status_code == 200, f"{name} answered {answer.status_code}"  # type: ignore[attr-defined]
    times = [cpu(ask) * 1000 for _ in range(TIMES)]
    size = len(answer.content) / 1000  # type: ignore[attr-defined]
    return f"{name:<34}{median(times):8.1f}{max(times):8.1f}{questions:11}{size:7.1f}"


def cpu(act: Callable[[], object]) -> float:
    """CPU seconds of one call."""
    before = time.process_time()
    act()
    return time.process_time() - before


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else NUMBER)
