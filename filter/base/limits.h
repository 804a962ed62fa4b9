/* SPDX-License-Identifier: ISC */
#ifndef BASE_LIMITS_H
#define BASE_LIMITS_H

/* Every bound on input, with its reason. Sizes in bytes unless named. */

/* Delivery: larger mail goes to an unlinked file, its head is analysed. */
#define LIMIT_MESSAGE_BYTES (16 * 1024 * 1024)
/* What is parsed: text after this much is attachments or a log. */
#define LIMIT_ANALYSED_BYTES (16 * 1024 * 1024)
/* Pigeonhole kills at 10 s and may lose the mail: be done before. */
#define LIMIT_FILTER_MS          8000
#define LIMIT_CHILD_MS           6000
#define LIMIT_SPOOLING_MS        1500 /* at the end, when all else failed */
#define LIMIT_STDIN_MS           5000 /* leaves 1.5 s for the child */
#define LIMIT_CHILD_CPU_S        5
#define LIMIT_CHILD_MEMORY_BYTES (1024LL * 1024 * 1024)
/* Waiting for another rapport's transaction: well within the child's time. */
#define LIMIT_BUSY_MS 4000
/* A child's report (X-Rapport headers): one pipe buffer, never blocks. */
#define LIMIT_REPORT_BYTES 4096
/* One round of flush: a hundred messages, and time for slow disks. */
#define LIMIT_FLUSH_CPU_S 60
#define LIMIT_FLUSH_MS    120000
/* Waiting messages that are looked at in one run: a month of heavy mail. */
#define LIMIT_SPOOL_FILES 20000
/* Waiting messages that a delivery takes in beside its own: some 5 ms each. */
#define LIMIT_SPOOL_PER_RUN 16

/* Headers: RFC 5322 lines are under 1 KB; libetpan is fine at these. */
#define LIMIT_HEADER_BYTES (1024 * 1024)
#define LIMIT_FIELD_BYTES  (64 * 1024)
#define LIMIT_FIELDS       1000
#define LIMIT_ADDRESSES    500
/* Of a meeting that recurs: daily for a year, or weekly for two. */
#define LIMIT_SERIES      400
#define LIMIT_SERIES_DAYS 731
#define LIMIT_REFERENCES  200
/* libetpan recurses on "(" and dies at 20,000 on a small stack. */
#define LIMIT_COMMENT_DEPTH 50
/* libetpan walks parts recursively and is quadratic in depth. */
#define LIMIT_MIME_DEPTH 30
#define LIMIT_MIME_PARTS 1000
/* Shown to libetpan in all: messages in messages are shown again. */
#define LIMIT_PARSED_BYTES (64LL * 1024 * 1024)
/* Lines that may begin a part: 350 bytes each in libetpan. */
#define LIMIT_DASH_LINES 50000
/* RFC 2046, 5.1.1. */
#define LIMIT_BOUNDARY_CHARS 70
#define LIMIT_HTML_DEPTH     200
/* Text and markup; what is longer has images in its attributes. */
#define LIMIT_HTML_BYTES (4 * 1024 * 1024)

/* Text that is searched: a letter is a few KB, a pasted log is not read. */
#define LIMIT_TEXT_BYTES (512 * 1024)
/* Of one text part, encoded: pages are mostly tags. */
#define LIMIT_PART_BYTES     (4 * 1024 * 1024)
#define LIMIT_NEW_TEXT_BYTES (128 * 1024)
/* A newsletter's small print is two pages; it is matched in one piece. */
#define LIMIT_TAIL_BYTES     (8 * 1024)
#define LIMIT_SENTENCE_BYTES 2000
#define LIMIT_SENTENCES      2000
#define LIMIT_ACTS           200
#define LIMIT_TIMES          400
#define LIMIT_ATTACHMENTS    100

/*
 * PCRE2 counts the match limit anew at each start offset, so it is low:
 * with 10,000 the worst known pattern stops at once on a sentence.
 */
#define LIMIT_REGEX_MATCH    10000
#define LIMIT_REGEX_DEPTH    1000
#define LIMIT_REGEX_HEAP_KIB 2048

/* Files a user writes. */
#define LIMIT_CONFIG_BYTES    (1024 * 1024)
#define LIMIT_RULE_FILE_BYTES (4 * 1024 * 1024)
#define LIMIT_RULES           5000
/* English dates need 580 symbols and 760 phrases; multiples of 64. */
#define LIMIT_DATE_SYMBOLS 704
#define LIMIT_DATE_PHRASES 1024
/*
 * Steps through the phrases of dates, from one word on and for one text; a
 * sentence with three dates takes 400. More would be 5 ms for a sentence.
 */
#define LIMIT_TIME_STEPS 4000
#define LIMIT_TEXT_STEPS 100000
#define LIMIT_ICS_BYTES  (8 * 1024 * 1024)
/* libical recurses on nesting and copies lines; events have one alarm. */
#define LIMIT_ICS_LINE_BYTES (1024 * 1024)
#define LIMIT_ICS_DEPTH      8
#define LIMIT_ICS_COMPONENTS 100000
#define LIMIT_ICS_FILES      20000

/* Archives: names fit into some hundred MB, links cannot loop for ever. */
#define LIMIT_FOLDER_FILES 2000000
#define LIMIT_FOLDER_DEPTH 32
/* Import: the slowest mail takes a second, a sleeping disk some more. */
#define LIMIT_IMPORT_MESSAGE_S 60

/* Threads longer than this are replayed from their newest part. */
#define LIMIT_THREAD_MESSAGES 500
/* Letters that are looked at to find the thread of a new one. */
#define LIMIT_THREAD_CANDIDATES 200
/* Threads that are summed up: active this lately or with something open. */
#define LIMIT_LISTED_DAYS    90
#define LIMIT_LISTED_THREADS 1000
/* Unreferenced replies join by subject within this distance. */
#define LIMIT_SUBJECT_THREAD_DAYS 30
/* A topic of one word ("status") says little: only close in time. */
#define LIMIT_WORD_THREAD_DAYS 14
/* Of clocks that disagree: a reply may be dated this much too early. */
#define LIMIT_CLOCK_SKEW_S (15 * 60)

#endif
