# The commands of the project; `make help` lists them.

SHELL := /bin/bash
SWIFT ?= swift
SCRATCH ?= .build
PROGRAM := $(SCRATCH)/release/lenduong
DEMO := $(or $(XDG_DATA_HOME),$(HOME)/.local/share)/lenduong-demo

# One static file: the runtime, ncurses and the plan are inside; the linker is the toolchain's own. Functions of equal
# code are kept once (--icf), and unwinding tables are left out with their index (START),
# which nothing here asks for: 2.2 MB less.
# Every function can be left out or moved by itself; what a start executes lies together (START), beside the data.
START := $(CURDIR)/Scripts/start.ld
LINKED := -c release --static-swift-stdlib -Xswiftc -static-executable -Xswiftc -use-ld=lld \
  -Xswiftc -Xfrontend -Xswiftc -function-sections \
  -Xlinker --gc-sections -Xlinker --icf=all -Xlinker --no-eh-frame-hdr -Xlinker -z -Xlinker norelro
RELEASE := $(LINKED) -Xlinker --script=$(START) -Xlinker -s

BUILD_PACKAGES := ca-certificates g++ git libc6-dev libncurses-dev ncurses-base
TEST_PACKAGES := $(BUILD_PACKAGES) btrfs-progs e2fsprogs fiu-utils python3 sqlite3 strace tmux util-linux valgrind xfsprogs
LONG_TEST_PACKAGES := $(TEST_PACKAGES) openssh-client openssh-server
BENCH_PACKAGES := $(BUILD_PACKAGES) fzf hledger-ui less mawk nano newsboat python3 python3-venv sqlite3 taskwarrior tig \
  valgrind vim
BENCH_RESULTS := $(SCRATCH)/bench/results.json
GROWTH_RESULTS := $(SCRATCH)/bench/growth.json
GROWTH_SIZES := 1000,3000,10000,30000,100000,300000,1000000,3000000,5000000

export SWIFT SCRATCH PROGRAM

.PHONY: help run demo test test-long bench growth release order picture recording toolchain clean

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

test-long: toolchain ## the same, then sanitizers and many more of all; installs OpenSSH, whose server Debian starts
	@Scripts/install.sh $(LONG_TEST_PACKAGES)
	@Scripts/suites.sh --long

bench: ## measures everything beside other programs; BENCH="--sizes 1500000" for the nation
	@Scripts/install.sh $(BENCH_PACKAGES)
	@$(MAKE) --no-print-directory release
	@python3 -u Benchmarks/bench.py $(PROGRAM) --json $(BENCH_RESULTS) $(BENCH)
	@python3 Benchmarks/report.py $(BENCH_RESULTS) --into docs/performance.md

growth: ## measures ever larger registers and draws docs/growth.svg; GROWTH="--sizes 1000,10000,100000" for less
	@Scripts/install.sh $(BENCH_PACKAGES)
	@$(MAKE) --no-print-directory release
	@python3 -u Benchmarks/bench.py $(PROGRAM) --json $(GROWTH_RESULTS) --sizes $(GROWTH_SIZES) --growth $(GROWTH)
	@python3 Benchmarks/growth.py $(GROWTH_RESULTS) docs/growth.svg

release: toolchain ## builds the one static file and checks it
	@$(SWIFT) build $(RELEASE) --scratch-path $(SCRATCH)
	@Scripts/check_release.sh $(PROGRAM)

order: toolchain ## finds anew what a start executes, and writes Scripts/start.ld
	@Scripts/install.sh $(TEST_PACKAGES)
	@python3 -u Scripts/order.py $(START) -- $(SWIFT) build $(LINKED) --scratch-path $(SCRATCH)-order

picture: release ## draws docs/progress.png anew (needs Python's pyte and pillow, and fonts)
	@python3 Scripts/picture.py $(PROGRAM) docs/progress.png

recording: release ## types a batch of five anew into docs/batch.cast and the screens of docs/batch.md
	@Scripts/install.sh $(TEST_PACKAGES)
	@python3 Scripts/recording.py $(PROGRAM) docs/batch.cast docs/batch.md

toolchain:
	@Scripts/toolchain.sh $(SWIFT)

clean: ## removes everything that was built
	rm -rf $(SCRATCH)
