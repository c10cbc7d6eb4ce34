"""What a search finds in employers, roles, people and mail about applications; never in private writing."""

import json
import re
from dataclasses import dataclass

from django.db import connection

from highroad.app.models import ApplicationRow, OwnerRow

FIND = """
SELECT highroad_search.rowid
FROM highroad_search JOIN highroad_applicationrow AS application ON application.id = highroad_search.rowid
WHERE highroad_search MATCH %s AND application.owner_id = %s
ORDER BY bm25(highroad_search, 10, 6, 6, 1) LIMIT %s
"""
AROUND = """
SELECT rowid, snippet(highroad_search, 3, '', '', ' … ', 14) FROM highroad_search
WHERE highroad_search MATCH %s AND rowid IN (SELECT value FROM json_each(%s))
"""  # asked for only a few, because it reads the whole mail


@dataclass(frozen=True, slots=True)
class Found:
    """One application a search found, with a few words around the match in its mail."""

    application: ApplicationRow
    words: str


def search(owner: OwnerRow, words: str, *, at_most: int = 50) -> list[Found]:
    """Applications that hold every word, or one that begins with it, best first; nothing for no words."""
    terms = re.findall(r"\w+", words)
    if not terms:
        return []
    match = " ".join(f'"{term}"*' for term in terms)
    with connection.cursor() as cursor:
        cursor.execute(FIND, [match, owner.pk, at_most])
        numbers = [number for (number,) in cursor.fetchall()]
        cursor.execute(AROUND, [match, json.dumps(numbers)])
        around: dict[int, str] = dict(cursor.fetchall())
    rows = ApplicationRow.objects.in_bulk(numbers)
    return [Found(rows[number], around[number]) for number in numbers]
