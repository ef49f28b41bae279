# What a person does with this repository. `make help` lists it.

SWIFT ?= swift
PARLEY = .build/release/parley
EXAMPLE = Examples/terms-after-the-summit.txt

.PHONY: help run build test test-browser lint format evaluate record bench fuzz soak train

help: ## list what can be made
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 18

run: build ## build in release and read the example
	@$(PARLEY) read $(EXAMPLE)

build: ## install what is missing and build the program in release
	@./setup
	$(SWIFT) build -c release --product parley

test: ## build and run all tests
	@./setup
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build

test-browser: build ## look at the workbench with a real browser
	@Scripts/test-browser

lint: ## check the format of the sources
	$(SWIFT) format lint --strict -r Sources Tests Package.swift

format: ## format the sources
	$(SWIFT) format -i -r Sources Tests Package.swift

evaluate: build ## score the readings against labelled articles (PARLEY_SHARED or ../shared)
	@Scripts/evaluate
	@Scripts/evaluate-territory

record: build ## score, and write the scores into the records and the documentation
	@Scripts/evaluate --record

bench: build ## measure speed and memory (PARLEY_SHARED or ../shared)
	@Benchmarks/speed
	@Benchmarks/pages
	@Benchmarks/dossier
	@Benchmarks/workbench
	@Benchmarks/territory --shapely

fuzz: ## read a million damaged texts, looking for crashes and hangs
	@./setup
	$(SWIFT) build -c release --product parley-fuzz
	.build/release/parley-fuzz --count 1000000
	@pages="$${PARLEY_SHARED:-../shared}/data/pages/html"; [ ! -d "$$pages" ] || \
	  .build/release/parley-fuzz --pages "$$pages" --count 100000

soak: build ## disturb 'parley add' in every way, and look for losses in the record
	@Scripts/soak

train: ## train the models from corpora (PARLEY_SHARED or ../shared)
	@./setup
	$(SWIFT) build -c release --product parley-train
	for model in language vectors attributions positions figures; do \
	  .build/release/parley-train $$model --corpora "$${PARLEY_SHARED:-../shared}" || exit 1; \
	done
	.build/release/parley-train pages --corpora "$${PARLEY_SHARED:-../shared}"
