"""The full-text index: one document an application, under the application row's own number."""

from django.db import migrations

CREATE = """
CREATE VIRTUAL TABLE highroad_search USING fts5(
    employer, role, people, mail, tokenize = "unicode61 remove_diacritics 2"
)
"""


class Migration(migrations.Migration):
    """SQLite's FTS5, which Django has no field for."""

    dependencies = [("highroad", "0001_initial")]
    operations = [migrations.RunSQL(CREATE, "DROP TABLE highroad_search")]
