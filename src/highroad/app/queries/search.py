"""What a search finds in employers, roles, people and mail about applications; never in private writing."""

import re
from dataclasses import dataclass

from django.db import connection

from highroad.app.models import ApplicationRow, OwnerRow

FIND = """
SELECT highroad_search.rowid, snippet(highroad_search, 3, '', '', ' … ', 14)
FROM highroad_search JOIN highroad_applicationrow AS application ON application.id = highroad_search.rowid
WHERE highroad_search MATCH %s AND application.owner_id = %s
ORDER BY bm25(highroad_search, 10, 6, 6, 1) LIMIT %s
"""


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
    with connection.cursor() as cursor:
        cursor.execute(FIND, [" ".join(f'"{term}"*' for term in terms), owner.pk, at_most])
        found: dict[int, str] = dict(cursor.fetchall())
    rows = ApplicationRow.objects.filter(owner=owner).in_bulk(found)
    return [Found(rows[number], around) for number, around in found.items()]
