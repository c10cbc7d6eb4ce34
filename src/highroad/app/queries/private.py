"""Private writing as a whole: where its key lies, and whether some of it is locked."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.db import models
from django.db.models.functions import Substr

from highroad.app import private
from highroad.app.models.private import PrivateText


@dataclass(frozen=True, slots=True)
class Keys:
    """Where a key lies (keyring or file), and in how many places words are locked whose key is not here."""

    place: str
    locked: int


def keys() -> Keys:
    """How it stands with the key; asks for no word that was written."""
    return Keys(private.place(), sum(rows.count() for rows in locked_rows()))


def prints() -> set[str]:
    """Of every key that sealed something in this record."""
    first, *more = (rows.values_list(_print(field), flat=True) for rows, field in _sealed())
    return set(first.union(*more))


def missing() -> set[str]:
    """The prints of keys that are not here."""
    return {name for name in prints() if not private.is_here(name)}


def locked_rows() -> Iterator["models.QuerySet[models.Model]"]:
    """The rows of each kind that hold something locked; nothing when every key is here."""
    gone = missing()
    if not gone:
        return
    for table, fields in _tables():
        locked = models.Q()
        for field in fields:
            locked |= models.Q(**{f"print_of_{field}__in": gone})
        yield table._default_manager.annotate(**{f"print_of_{field}": _print(field) for field in fields}).filter(locked)


def _sealed() -> Iterator[tuple["models.QuerySet[models.Model]", str]]:
    for table, fields in _tables():
        for field in fields:
            yield table._default_manager.exclude(**{field: ""}).exclude(**{field: None}), field


def _tables() -> Iterator[tuple[type[models.Model], list[str]]]:
    """Every kind of row with private fields, and their names."""
    for table in apps.get_app_config("highroad").get_models():
        fields = [field.name for field in table._meta.concrete_fields if isinstance(field, PrivateText)]
        if fields:
            yield table, fields


def _print(field: str) -> Substr:
    return Substr(field, private.PRINT_AT, private.PRINT_LETTERS)
