# The commands a newcomer needs are `make run`, `make dev` and `make test`; each sets up what it needs and is safe to run twice.

.PHONY: help run dev client words check test licences audit torment promises bench release setup format lint
.DEFAULT_GOAL := help

# The target folder may be set in several places; cargo knows.
target = $$(cargo metadata --no-deps --format-version 1 | sed 's/.*"target_directory":"\([^"]*\)".*/\1/')

step = @printf '\n\033[1m— %s\033[0m\n'

help: ## what there is
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{ printf "  make %-8s %s\n", $$1, $$2 }'

run: ## open the demo school
	@.ci/setup build
	$(step) 'Building Kinfolio (the first time takes about ten minutes on two cores)'
	cargo build --profile quick --package kinfolio-server
	$(step) 'Opening the demo school; Ctrl-C closes it'
	@cargo run --quiet --profile quick --package kinfolio-server -- demo

dev: ## the demo school, built again and opened again with every file that is saved
	@.ci/setup build
	@.ci/setup dev
	$(step) 'Building (the first time takes minutes), opening the demo school, watching'
	@.ci/dev

client: ## build what runs in the browser anew, for `make dev`
	KINFOLIO_CLIENT=now cargo build --package kinfolio-server

words: ## what each language lacks
	@cargo run --quiet --package kinfolio-words

check: ## format, lints and the unit tests: what to run before a commit
	cargo fmt --all --check
	KINFOLIO_CLIENT=skip cargo clippy --quiet --workspace --all-targets -- -D warnings
	KINFOLIO_CLIENT=skip cargo test --quiet --workspace --lib

test: ## format, lints, the tests on both databases and in a real browser, the docs
	$(step) 'Setting up'
	@.ci/setup test
	$(step) 'Format'
	cargo fmt --all --check
	$(step) 'Lints'
	KINFOLIO_CLIENT=skip cargo clippy --workspace --all-targets -- -D warnings
	$(MAKE) --no-print-directory licences
	$(step) 'Tests'
	cargo test --workspace --no-run
	"$(target)"/debug/testkit-postgres run -- \
	    cargo test --workspace
	$(step) 'Docs'
	RUSTDOCFLAGS='-D warnings' cargo doc --workspace --no-deps --lib

licences: ## what comes along: licences, sources, known holes
	@.ci/setup licences
	$(step) 'What comes along'
	cargo deny --workspace check licenses sources bans
	@# The list of known holes is a repository elsewhere: where it cannot be had, that is said and is no failure.
	@.ci/known-holes

audit: licences ## the same, and a bill of materials of the program
	@.ci/setup audit
	cargo cyclonedx --manifest-path server/Cargo.toml --format json --target-in-filename --override-filename kinfolio.sbom
	@mkdir -p target/sbom && mv -v server/kinfolio.sbom*.json target/sbom/ && find . -name 'kinfolio.sbom*.json' -not -path './target/*' -delete

torment: ## kills, full disks, wrong clocks, errors, hostile input, two servers: minutes, on the release binary, with figures
	@.ci/setup test
	cargo build --release --package kinfolio-server
	@# What torments need not be fast; what is tormented is the release binary.
	KINFOLIO_TORMENT=long KINFOLIO_PROGRAM="$(target)/release/kinfolio" \
	    cargo test --package kinfolio-server --test torment -- --nocapture --test-threads 1

promises: ## every promise on both databases; `make test` tries a third of them on PostgreSQL, others every day
	@.ci/setup test
	cargo test --workspace --test promises --no-run
	KINFOLIO_PROMISES=all "$(target)"/debug/testkit-postgres run -- cargo test --workspace --test promises

release: ## the program as it is given to schools: optimised as a whole, in target/release/kinfolio
	@.ci/setup build
	cargo build --release --package kinfolio-server

bench: ## measure everything that has a figure; `make bench only=NAME` measures one
	@.ci/setup test
	@.ci/setup bench
	cargo build --release --package kinfolio-server
	cargo bench --package kinfolio --bench figures -- $(only)
	@# With no name, the figures of the torments too, and every promise on both databases.
	$(if $(only),,$(MAKE) --no-print-directory torment promises)

setup: ## install what the tests need
	@.ci/setup test

format: ## write every file the way it is checked
	cargo fmt --all

lint: ## the lints alone
	KINFOLIO_CLIENT=skip cargo clippy --workspace --all-targets -- -D warnings
