"""Bring an export back: into an empty record, so that nothing is mixed or lost."""

import json
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DatabaseError, models, transaction

from highroad.app.actions.record import rebuild_all
from highroad.app.models import OwnerRow
from highroad.app.queries.exports import FORMAT, OWNER_FIELDS, PRIVATE, STORED
from highroad.app.says import says

# What a file can raise that is not what it says it is, or was cut, or changed by hand.
BROKEN = (
    OSError,
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    RecursionError,
    OverflowError,
    ValidationError,
    DatabaseError,
)


class NotAnExport(Exception):
    """The file is no export of High Road."""

    def __init__(self, name: str) -> None:
        super().__init__(says("bring_back.no_export", name=name))


class RecordNotEmpty(Exception):
    """There is a record already, which an export would be mixed with."""

    def __init__(self) -> None:
        super().__init__(says("bring_back.not_empty"))


def bring_back(owner: OwnerRow, file: Path) -> None:
    """Fill an empty record from an export and work it out again; raises NotAnExport or RecordNotEmpty."""
    try:
        export = json.loads(file.read_text(encoding="utf-8"))
        if export["high_road_export"] != FORMAT:
            raise NotAnExport(file.name)
        with transaction.atomic():
            _fill(owner, export)
            rebuild_all(owner)
    except BROKEN as error:
        raise NotAnExport(file.name) from error


def _fill(owner: OwnerRow, export: dict[str, Any]) -> None:
    if any(table._default_manager.exists() for table in (STORED | PRIVATE).values()):
        raise RecordNotEmpty
    OwnerRow.objects.filter(pk=owner.pk).update(
        **_typed(OwnerRow, {name: export["owner"][name] for name in OWNER_FIELDS})
    )
    for name, table in (STORED | PRIVATE).items():
        rows = export["tables"].get(name, [])
        table._default_manager.bulk_create((table(owner=owner, **_typed(table, row)) for row in rows), batch_size=500)


def _typed(table: type[models.Model], row: dict[str, Any]) -> dict[str, Any]:
    fields: dict[str, models.Field[Any, Any]] = {field.attname: field for field in table._meta.concrete_fields}
    return {name: _as(fields[name], value) for name, value in row.items()}


def _as(field: "models.Field[Any, Any]", value: Any) -> Any:
    """A value of JSON as its column wants it."""
    is_bytes = isinstance(field, models.BinaryField) and value is not None
    return bytes.fromhex(value) if is_bytes else field.to_python(value)
