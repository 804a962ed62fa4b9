# SPDX-License-Identifier: ISC
# make [all|check|lint|fuzz|bench|train|install|uninstall|clean] [PREFIX=]
#      [DESTDIR=] [DATA=] [CC=] [V=1]: V=1 shows the commands

PREFIX = /usr/local
CC = gcc
VARIANT = release
B = build/$(VARIANT)

WARNINGS = -Wall -Wextra -Wshadow -Wconversion -Wformat=2 \
	-Wstrict-prototypes -Wmissing-prototypes -Wvla
CPPFLAGS = -D_POSIX_C_SOURCE=200809L -D_XOPEN_SOURCE=700 -Ifilter
CFLAGS_release = -O3 -g -D_FORTIFY_SOURCE=3 -fstack-protector-strong
CFLAGS_asan = -O1 -g -fsanitize=address,undefined \
	-fno-sanitize-recover=undefined -fno-omit-frame-pointer
CFLAGS_fuzz = $(CFLAGS_asan) -fsanitize=fuzzer-no-link
LDFLAGS_release = -Wl,-z,relro,-z,now -Wl,--as-needed \
	-Wl,-z,pack-relative-relocs
LDFLAGS_asan = -fsanitize=address,undefined
LDFLAGS_fuzz = $(LDFLAGS_asan)
ALL_CFLAGS = -std=c11 $(WARNINGS) $(CFLAGS_$(VARIANT)) -fPIE \
	-ffunction-sections -fdata-sections $(CFLAGS)
ALL_LDFLAGS = -pie -Wl,--gc-sections $(LDFLAGS_$(VARIANT)) $(LDFLAGS)

# libetpan's MIME objects need libc alone when linked from the archive; its
# pkg-config file asks for a non-PIE link and is not used.
LIBS = -l:libpcre2-8.a -l:libsqlite3.a -l:libetpan.a -ldl -lm
XML_CFLAGS = $(shell pkg-config --cflags libxml-2.0)
XML_LIBS = -lxml2
ICAL_LIBS = -lical

# Libraries that cost a millisecond to load stay out of the program: each is
# behind a module that is opened when a message needs it.
HTML_MODULE_SRC = filter/mail/html_module.c
CALENDAR_MODULE_SRC = $(filter-out \
	filter/calendar/calendar.c filter/calendar/slots.c, \
	$(wildcard filter/calendar/*.c))
# What both the program and the module need.
CALENDAR_BOTH_SRC = filter/calendar/uid.c
MODULE_SRC = $(HTML_MODULE_SRC) $(CALENDAR_MODULE_SRC)
SRC = $(filter-out $(MODULE_SRC), $(wildcard filter/*/*.c)) \
	$(CALENDAR_BOTH_SRC)
OBJ = $(SRC:%.c=$B/%.o)
MAIN_OBJ = $B/filter/main.o
BASE_OBJ = $(filter $B/filter/base/%.o $B/filter/model/%.o, $(OBJ))
MODULES = $B/html.so $B/calendar.so
MAN = $(wildcard man/*.[157])
UNIT_SRC = $(wildcard tests/unit/test_*.c)
UNIT = $(UNIT_SRC:tests/unit/%.c=$B/unit/%)
# What several unit tests share.
UNIT_HELP = $(patsubst %.c,$B/%.o, \
	$(filter-out $(UNIT_SRC), $(wildcard tests/unit/*.c)))

LIBRARY = $B/librapport.a

Q = $(if $(V),,@)
say = $(if $(V),,@echo "  $(1)	$@")

all: rapport

# The program finds rules/ beside itself, and its modules too.
rapport: $B/rapport $(MODULES)
	$(Q)ln -sf $B/rapport rapport

$B/rapport: $(MAIN_OBJ) $(LIBRARY) | $B/rules
	$(call say,LINK)
	$(Q)$(CC) $(ALL_LDFLAGS) -o $@ $^ $(LIBS)

# Made anew, so that an object whose source is gone does not stay.
$(LIBRARY): $(OBJ)
	$(call say,AR)
	$(Q)rm -f $@ && $(AR) rcs $@ $^

$B/html.so: $(HTML_MODULE_SRC:%.c=$B/module/%.o)
	$(call say,LINK)
	$(Q)$(CC) -shared $(LDFLAGS_$(VARIANT)) -o $@ $^ $(XML_LIBS)

$B/calendar.so: $(CALENDAR_MODULE_SRC:%.c=$B/module/%.o) \
		$(BASE_OBJ:$B/%=$B/module/%)
	$(call say,LINK)
	$(Q)$(CC) -shared -Wl,--gc-sections $(LDFLAGS_$(VARIANT)) -o $@ $^ \
		$(ICAL_LIBS) -lpcre2-8

$B/module/%.o: %.c
	@mkdir -p $(@D)
	$(call say,CC)
	$(Q)$(CC) $(CPPFLAGS) $(XML_CFLAGS) $(ALL_CFLAGS:-fPIE=-fPIC) \
		-fvisibility=hidden -MMD -MP -c -o $@ $<

$B/%.o: %.c
	@mkdir -p $(@D)
	$(call say,CC)
	$(Q)$(CC) $(CPPFLAGS) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

$B/rules:
	@mkdir -p $(@D)
	$(Q)ln -sfn ../../rules $@

# Modules are looked for beside the running program.
$B/unit/%: $B/tests/unit/%.o $(UNIT_HELP) $(LIBRARY) | $(MODULES)
	@mkdir -p $(@D)
	@ln -sf ../html.so ../calendar.so $(@D)/
	$(call say,LINK)
	$(Q)$(CC) $(ALL_LDFLAGS) -o $@ $^ $(LIBS) -lcmocka

-include $(shell find build -name '*.d' 2>/dev/null)

check:
	@STORY_ORDERS=0 $(MAKE) --no-print-directory VARIANT=asan check-variant
	@$(MAKE) --no-print-directory VARIANT=release stories

# Each story in all its orders; `make check` sanitizes the one as written.
stories: $B/rapport $(MODULES)
	RAPPORT=$(CURDIR)/$B/rapport MODULES=$(CURDIR)/$B SOURCE=$(CURDIR) \
		STORY_ORDERS=20 prove --timer tests/cli/stories.t

check-variant: $B/rapport $(MODULES) $(UNIT) replay
	sh tests/layers.sh
	perl tests/words.pl
	mandoc -T lint -W warning $(MAN)
	RAPPORT=$(CURDIR)/$B/rapport MODULES=$(CURDIR)/$B \
	SOURCE=$(CURDIR) prove --timer $(PROVE_FLAGS) tests/run-unit.t tests/cli/

unit: $(UNIT)

# What is read from strangers: each has a fuzz target. `make check` reads all
# that the fuzzers start from once.
FUZZ = header mime html quote
SEED_DIRS_mail = tests/mail tests/sample/inbox tests/sample/sent
SEED_DIRS_header = $(SEED_DIRS_mail)
SEED_DIRS_mime = $(SEED_DIRS_mail)
SEED_DIRS_html = tests/fuzz/html
SEED_DIRS_quote = tests/fuzz/quote $(SEED_DIRS_mail)
seeds = $(filter-out %.md,$(wildcard $(SEED_DIRS_$(1):%=%/*.*)))
REPLAY = $(FUZZ:%=$B/replays/%)

$B/replays/%: $B/tests/fuzz/%.o $B/tests/fuzz/check.o $B/tests/fuzz/replay.o \
		$(LIBRARY) | $(MODULES)
	@mkdir -p $(@D)
	@ln -sf ../html.so ../calendar.so $(@D)/
	$(call say,LINK)
	$(Q)$(CC) $(ALL_LDFLAGS) -o $@ $^ $(LIBS)

replay: $(REPLAY)
	$(Q)$(foreach f,$(FUZZ),$B/replays/$f $(call seeds,$f) &&) true

# ---- checks on demand

FUZZ_S = 600

# Builds all targets and runs them for FUZZ_S seconds each; FUZZ=html: one.
fuzz:
	@$(MAKE) --no-print-directory VARIANT=fuzz CC=clang fuzz-variant

fuzz-variant: $(FUZZ:%=$B/fuzzers/%)
	$(foreach f,$(FUZZ),$(call fuzz_one,$f))

# A finding is kept beside the program, what was learnt in corpus/.
define fuzz_one
	@mkdir -p $B/corpus/$(1)
	$B/fuzzers/$(1) -max_total_time=$(FUZZ_S) -max_len=16384 -timeout=5 \
		-dict=tests/fuzz/$(1).dict -artifact_prefix=$B/$(1)- \
		$B/corpus/$(1) $(SEED_DIRS_$(1))

endef

$B/fuzzers/%: $B/tests/fuzz/%.o $B/tests/fuzz/check.o $(LIBRARY) | $(MODULES)
	@mkdir -p $(@D)
	@ln -sf ../html.so ../calendar.so $(@D)/
	$(call say,LINK)
	$(Q)$(CC) $(ALL_LDFLAGS) -fsanitize=fuzzer -o $@ $^ $(LIBS)

C_FILES = $(shell find filter tests -name '*.[ch]')
SH_FILES = $(shell grep -lr '^#!/bin/sh' tests contrib .ci)
TIDY = $(SRC:%=tidy/%) tidy/filter/main.c $(MODULE_SRC:%=tidy/%)

# Mail, and what is in other languages.
UNSPELLED = ./tests/sample,./tests/mail,./tests/unit,./tests/fuzz,$(\
	)./tests/german,./tests/cli/german.t,./tests/cli/bulk.t,$(\
	)./tests/stories/deutsch.story

lint: $(TIDY)
	clang-format --dry-run -Werror $(C_FILES)
	cppcheck -q --std=c11 --inline-suppr --error-exitcode=1 \
		--enable=warning,portability --suppress=missingIncludeSystem \
		-Ifilter filter
	shellcheck -x $(SH_FILES)
	codespell -q 3 --ignore-words=tests/codespell.txt \
		--ignore-regex='\\[nt]' --skip=build,.git,rules,$(UNSPELLED)
	mandoc -T lint -W warning $(MAN)
	sh tests/layers.sh

tidy/%.c:
	clang-tidy --quiet $*.c -- -std=c11 $(CPPFLAGS) $(XML_CFLAGS)

# BENCH_MAIL=PATH: a mailbox to read beside the sample; in each of its messages
# detection must find the same with the prefilter and without.
bench: all $B/bench/cpu $B/bench/stages $B/bench/analysis $B/unit/test_prefilter
	sh tests/bench/run.sh $(CURDIR)/$B

$B/bench/%: $B/tests/bench/%.o $(LIBRARY)
	@mkdir -p $(@D)
	$(call say,LINK)
	$(Q)$(CC) $(ALL_LDFLAGS) -o $@ $^ $(LIBS)

# ---- weights of the shipped rules

# Labels, in folders of DATA: sentences, and messages with labels beside them.
LABELS = $(sort $(wildcard $(DATA)/*/*.tsv) $(patsubst \
	%.labels.jsonl,%.jsonl,$(wildcard $(DATA)/*/*.labels.jsonl)))

# make train DATA=FOLDER, see rapport-rules(5); rules of one's own stay out.
train: all
	XDG_CONFIG_HOME=/nonexistent ./rapport rules train \
		--output rules/en/95-weights.rules $(LABELS)

# ---- installation

SHARE = $(DESTDIR)$(PREFIX)/share/rapport
RULES = $(wildcard rules/*/*)

install: all
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/lib/rapport
	install -m 755 $B/rapport $(DESTDIR)$(PREFIX)/bin/rapport
	install -m 644 $(MODULES) $(DESTDIR)$(PREFIX)/lib/rapport
	for f in $(RULES); do \
		install -D -m 644 $$f $(SHARE)/$$f || exit 1; done
	for f in $(MAN); do \
		install -D -m 644 $$f \
		$(DESTDIR)$(PREFIX)/share/man/man$${f##*.}/$${f##*/} || \
		exit 1; done

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/rapport
	rm -rf $(DESTDIR)$(PREFIX)/lib/rapport $(SHARE)
	for f in $(MAN); do \
		rm -f $(DESTDIR)$(PREFIX)/share/man/man$${f##*.}/$${f##*/}; done

clean:
	rm -rf build rapport

.PHONY: all check check-variant stories unit replay lint fuzz fuzz-variant bench train \
	install uninstall clean
.SECONDARY:
