# The two commands that do everything: `make extract` and `make test`.

SHELL := /bin/bash
DEBIAN_PACKAGES := libicu-dev zlib1g-dev libzstd-dev pkg-config
SWIFT := swift
# The runtime is linked in: the program starts faster and runs where no Swift is. lld, since the other
# linker warns of a function in Foundation that this program does not call.
RELEASE := -c release --static-swift-stdlib -Xswiftc -use-ld=lld
TONGBAO := .build/release/tongbao

.PHONY: extract test build lint bench inject evaluate packages

# Prints what the seed bulletin holds.
extract: build
	$(TONGBAO) extract seeds

test: packages
	$(SWIFT) test

build: packages
	$(SWIFT) build $(RELEASE) --product tongbao

lint: build
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests Dictionaries/Dictionaries.swift
	$(TONGBAO) rules lint

# Scores, with intervals, on everything annotated: a folder of further gold beside the checkout too.
GOLD = seeds Corpus $(wildcard ../shared/gold)

evaluate: build
	@for gold in $(GOLD); do echo "== $$gold"; \
	  $(TONGBAO) evaluate $$gold || exit; echo; done

# Throughput, start-up and memory beside ICU and the peers on the same text, in one run; for other
# texts and sizes: python3 Benchmarks/Scripts/bench.py --help
bench: packages
	python3 Benchmarks/Scripts/bench.py

# Recall of the consistency checks on planted errors, and their false alarms.
inject: build
	$(TONGBAO) corpus inject Corpus --minimum-recall 0.95 --maximum-false-alarms 0.02

# Installs what is missing; does nothing where all is there.
packages:
	@missing=""; for package in $(DEBIAN_PACKAGES); do \
	  dpkg -s $$package >/dev/null 2>&1 || missing="$$missing $$package"; done; \
	if [ -n "$$missing" ]; then \
	  sudo=""; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  $$sudo apt-get update -q && $$sudo apt-get install -y -q --no-install-recommends $$missing; fi
