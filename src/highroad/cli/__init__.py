"""The same actions from the terminal."""
