"""Words shown on more than one page."""
