"""One mail as plain values: from bytes to a Message, and a draft back to bytes."""
