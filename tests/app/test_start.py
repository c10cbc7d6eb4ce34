"""The first start: one person's tables are made while she waits."""

from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations import CreateModel


def test_each_table_is_made_whole_and_never_changed_on_the_way():
    first = MigrationLoader(None).disk_migrations["highroad", "0001_initial"]

    assert {type(step) for step in first.operations} == {CreateModel}  # each later change costs as much as a table
