"""Keep the full-text index in step with the applications."""

from collections.abc import Iterable, Sequence

from django.db import connection

ADD = "INSERT INTO highroad_search(rowid, employer, role, people, mail) VALUES (%s, %s, %s, %s, %s)"
Document = tuple[int, str, str, str, str]


def add(documents: Iterable[Document]) -> None:
    """Put applications in: row number, employer, role, people, mail text."""
    with connection.cursor() as cursor:
        cursor.executemany(ADD, list(documents))


def remove(numbers: Sequence[int]) -> None:
    """Take applications out by their row numbers."""
    with connection.cursor() as cursor:
        cursor.executemany("DELETE FROM highroad_search WHERE rowid = %s", [(number,) for number in numbers])
