# Longwave: the way in. On Windows without make: py tools\bootstrap.py lab
PYTHON ?= python3
ARGS ?=

.PHONY: help lab doctor check test coverage site browser teach setup
help:
	@echo 'make lab      set up once, then open the course in JupyterLab'
	@echo 'make doctor   check this machine, and say how to mend what fails'
	@echo 'make check    set up once, then check what you changed, in about a minute'
	@echo 'make test     set up once, then run the tests'
	@echo 'make coverage set up once, then run the tests and count the lines they reach'
	@echo 'make site     set up once, then write the reading site into the folder site'
	@echo 'make browser  the same site, with notebooks that run in a page; needs npm'
	@echo 'make teach    set up once, with what an instructor needs to grade'
	@echo 'make setup    only set up'
	@echo 'Options go in ARGS, another Python in PYTHON:'
	@echo '  make lab ARGS="--no-browser --port 9000"'
	@echo '  make PYTHON=/path/to/python3.12 lab'

lab doctor check test coverage site browser teach setup:
	@"$(PYTHON)" tools/bootstrap.py $@ $(ARGS)
