"""Values to JSON and back, as rows keep them."""

from typing import Any, TypeVar

from cattrs.preconf.json import make_converter

Value = TypeVar("Value")

_converter = make_converter(detailed_validation=False)  # plain errors, and a third faster


def to_json(value: object) -> Any:
    """A frozen value as plain lists, dicts, texts and numbers."""
    return _converter.unstructure(value)


def from_json(json: Any, kind: type[Value]) -> Value:
    """The value again; raises ValueError, TypeError or KeyError when the JSON is of another shape."""
    return _converter.structure(json, kind)
