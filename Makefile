# What one does with this folder. `python3 start.py` alone is enough to use and to test High Road.
BIN := .venv/bin

.PHONY: test check soak fuzz bench measure reader-version broken train docs-screens pins remigrate clean

test:  ## every check and every test
	python3 start.py test

check:  ## lint, format, types, imports, dependencies, templates, migrations
	python3 start.py test --checks

soak:  ## the tests that are too long for every day
	python3 start.py test -m soak -n 2 --dist loadfile

fuzz:  ## bytes made up to break the reading of mail, for SECONDS seconds
	$(BIN)/uv pip install --quiet --python $(BIN)/python --group fuzz
	$(BIN)/python -m tests.mail.fuzz -max_total_time=$(or $(SECONDS),600)

bench:  ## import of 100,000 messages (3 GB, in the temporary folder), and the pages with ten thousand applications
	$(BIN)/python -m bench.run

reader-version:  ## note that the reader has changed, so that all mail is read again; SAME=1 when it reads everything as before
	$(BIN)/python -m measure.version $(if $(SAME),--same)

measure:  ## how well mail, tone, dark words and thoughts are read: make measure DATA=path/to/labelled.jsonl first, then those kept aside
	$(if $(DATA),$(BIN)/python -m measure.given $(DATA))
	$(BIN)/python -m measure.reader measure/kept_aside/reader_*.jsonl measure/kept_aside/unseen_*.jsonl
	$(BIN)/python -m measure.tone measure/kept_aside/tone.jsonl
	$(BIN)/python -m measure.grouping
	$(BIN)/python -m measure.sent
	$(BIN)/python -m measure.spoofs
	$(BIN)/python -m measure.forecast
	$(BIN)/python -m measure.crisis
	$(BIN)/python -m measure.crisis measure/kept_aside/dark_hard.jsonl
	$(BIN)/python -m measure.hints
	$(BIN)/python -m measure.feedback
	$(BIN)/python -m measure.proofread measure/kept_aside/proofread.jsonl

broken:  ## what the broken mails, bombs and boxes of the tests cost, and how many of their words are read
	$(BIN)/python -m measure.broken

train:  ## the weights of the reader, from the text in training/
	$(BIN)/uv pip install --quiet --python $(BIN)/python --group train
	OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(BIN)/python -m training.train
	OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(BIN)/python -m training.fit_sent
	$(BIN)/python -m training.fit_names
	$(BIN)/python -m training.fit_reasons
	$(BIN)/python -m training.fit_people
	$(BIN)/python -m training.fit_stages
	OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(BIN)/python -m training.fit_distortions
	OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(BIN)/python -m training.fit_tone
	OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(BIN)/python -m training.fit_dark

docs-screens:  ## the pictures in docs/, taken from the demo
	$(BIN)/python docs/screens.py

pins:  ## constraints.txt anew: every package at its newest version that fits
	$(BIN)/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --upgrade \
		--no-header --no-annotate --quiet --output-file constraints.txt

remigrate:  ## one first migration anew; only before the first release, for it forgets every database
	rm -f src/highroad/app/migrations/0*.py
	HIGHROAD_DATA_DIR=$$(mktemp -d) $(BIN)/django-admin makemigrations highroad --settings highroad.app.settings

clean:  ## everything that can be made again
	rm -rf .venv build dist .mypy_cache .ruff_cache .import_linter_cache .hypothesis
