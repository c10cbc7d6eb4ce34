"""Fields for private words: sealed on their way into the record, open on their way out."""

import json
from typing import Any

from django.db import models

from highroad.app import private

MAY_BE_ASKED = ("exact", "isnull")  # and `exact` only for the empty text, which is not sealed


class PrivateText(models.TextField):  # type: ignore[type-arg]
    """Text that only its key opens: no search can look into it, and a copy of the record holds it sealed.

    Reading it raises private.KeyMissing when the key is gone; the stored words stay as they are.
    """

    def from_db_value(self, value: str | None, *_: object) -> str | None:
        """The words."""
        return None if value is None else private.unseal(value)

    def get_prep_value(self, value: Any) -> str | None:
        """The sealed words; another text each time."""
        return None if value is None else private.seal(value if isinstance(value, private.Unreadable) else str(value))

    def get_lookup(self, lookup_name: str) -> Any:
        """Nothing can be asked of sealed words but whether there are any."""
        return super().get_lookup(lookup_name) if lookup_name in MAY_BE_ASKED else None


class UnreadableList(list[str]):
    """Stands where a list was damaged, with what is stored of it."""

    def __init__(self, text: private.Unreadable) -> None:
        super().__init__()
        self.text = text


class PrivateList(PrivateText):
    """A list of words, sealed as one text."""

    _pyi_private_set_type: list[str]  # type: ignore[assignment]  # what the type checker takes a value for
    _pyi_private_get_type: list[str]  # type: ignore[assignment]

    def from_db_value(self, value: str | None, *rest: object) -> Any:
        """The list; one with nothing in it where it was damaged."""
        text = super().from_db_value(value, *rest)
        if isinstance(text, private.Unreadable):
            return UnreadableList(text)
        return json.loads(text) if text else []

    def get_prep_value(self, value: Any) -> str | None:
        """The sealed list; an empty one is stored as nothing, a damaged one as it is."""
        if isinstance(value, UnreadableList) and not value:
            return super().get_prep_value(value.text)
        return super().get_prep_value(json.dumps(value) if value else "")

    def to_python(self, value: Any) -> Any:
        """A list, also when it comes from an export."""
        return json.loads(value) if isinstance(value, str) and value else value or []
