"""One reader per kind of event, all of the same shape."""
