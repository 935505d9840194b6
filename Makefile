# The commands of the project; `make help` lists them.

SHELL := /bin/bash
SWIFT ?= swift
SCRATCH ?= .build
PROGRAM := $(SCRATCH)/release/lenduong
DEMO := $(or $(XDG_DATA_HOME),$(HOME)/.local/share)/lenduong-demo

# One static file: the runtime, ncurses and the plan are inside; the linker is the toolchain's own.
RELEASE := -c release --static-swift-stdlib -Xswiftc -static-executable -Xswiftc -use-ld=lld \
  -Xlinker --gc-sections -Xlinker -s

BUILD_PACKAGES := ca-certificates g++ git libc6-dev libncurses-dev ncurses-base
TEST_PACKAGES := $(BUILD_PACKAGES) python3 tmux
BENCH_PACKAGES := $(BUILD_PACKAGES) less nano python3 sqlite3 taskwarrior valgrind vim

export SWIFT SCRATCH PROGRAM

.PHONY: help run demo test test-long bench release picture toolchain clean

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 12

run: toolchain ## installs what is missing, builds, and opens the program on your own data
	@Scripts/install.sh $(BUILD_PACKAGES)
	@$(MAKE) --no-print-directory release
	@exec $(PROGRAM)

demo: toolchain ## the same on an invented province, on 30/09/2024
	@Scripts/install.sh $(BUILD_PACKAGES)
	@$(MAKE) --no-print-directory release
	@test -e "$(DEMO)/format" || $(PROGRAM) demo "$(DEMO)"
	@LENDUONG_DATA="$(DEMO)" LENDUONG_TODAY=2024-09-30 exec $(PROGRAM)

test: toolchain ## every suite, with its time; stops at the first that fails
	@Scripts/install.sh $(TEST_PACKAGES)
	@Scripts/suites.sh

test-long: toolchain ## the same, then sanitizers and many more random folders
	@Scripts/install.sh $(TEST_PACKAGES)
	@Scripts/suites.sh --long

bench: ## start, keys, saving, folding, memory, size, beside other programs on this machine
	@Scripts/install.sh $(BENCH_PACKAGES)
	@$(MAKE) --no-print-directory release
	@python3 Benchmarks/bench.py $(PROGRAM) $(BENCH)

release: toolchain ## builds the one static file and checks it
	@$(SWIFT) build $(RELEASE) --scratch-path $(SCRATCH)
	@Scripts/check_release.sh $(PROGRAM)

picture: release ## draws docs/progress.png anew (needs Python's pyte and pillow, and fonts)
	@python3 Scripts/picture.py $(PROGRAM) docs/progress.png

toolchain:
	@Scripts/toolchain.sh $(SWIFT)

clean: ## removes everything that was built
	rm -rf $(SCRATCH)
