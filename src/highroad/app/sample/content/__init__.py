"""The sample mail and what Ana did with it."""
