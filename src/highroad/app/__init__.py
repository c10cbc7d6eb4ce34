"""The web application: rows, queries, actions and pages."""
