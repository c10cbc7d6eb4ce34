"""One try at one posting: from events to applications."""
