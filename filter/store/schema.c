/* SPDX-License-Identifier: ISC */
/*
 * The schema, as the ordered list of migrations that leads to it. Each runs
 * in one transaction with its bump of user_version, so that an interrupted
 * one is as if it had not begun. Never change one that was released: add.
 *
 * What mail says is kept by message (message, participant, reference, act);
 * what follows from it (item, event by mail) is derived by replaying a
 * thread and can be derived again; what the user ordered (event by the user,
 * talk, mute, outcome) is original, numbered by change for undo.
 *
 * Each index is one more page that every delivery writes: those that only
 * erasing needs are made by store/forget.c when it does.
 */
#include "store/sql.h"
#include "store/store.h"

#include <stdio.h>

struct migration {
	int version;
	const char *sql;
};

static const struct migration migrations[] = {
    {1, "PRAGMA application_id=0x72617070;"

	"CREATE TABLE meta("
	" key TEXT PRIMARY KEY, value ANY) STRICT, WITHOUT ROWID;"

	/* ---- People. An address belongs to one person. */
	"CREATE TABLE person("
	" id INTEGER PRIMARY KEY,"
	" name TEXT NOT NULL DEFAULT ''" /* when the user gave one */
	") STRICT;"
	"CREATE TABLE address("
	" id INTEGER PRIMARY KEY,"
	" addr TEXT NOT NULL UNIQUE," /* lower case */
	" person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE"
	") STRICT;"
	"CREATE INDEX address_person ON address(person);"

	/* ---- Mail. A merged thread's number leads to the one it joined. */
	"CREATE TABLE thread("
	" id INTEGER PRIMARY KEY,"
	" merged INTEGER REFERENCES thread ON DELETE CASCADE"
	") STRICT;"
	"CREATE TABLE message("
	" id INTEGER PRIMARY KEY,"
	" message_id TEXT NOT NULL UNIQUE,"
	" thread INTEGER NOT NULL REFERENCES thread,"
	" refs TEXT NOT NULL," /* Message-IDs, a line each */
	" date_s INTEGER NOT NULL, date_zone INTEGER NOT NULL,"
	" recorded_s INTEGER NOT NULL,"
	" direction TEXT NOT NULL," /* in, out */
	" evidence TEXT NOT NULL,"  /* of the direction: wiring, headers */
	" digest INTEGER NOT NULL," /* of this row: chooses among copies */
	" flags INTEGER NOT NULL,"  /* enum letter_flags */
	" subject TEXT NOT NULL, topic TEXT NOT NULL,"
	" topic_key TEXT NOT NULL," /* in lower case */
	" is_reply INTEGER NOT NULL, addresses_me INTEGER NOT NULL,"
	" is_automatic INTEGER NOT NULL, has_content INTEGER NOT NULL,"
	" n_attachments INTEGER NOT NULL,"
	" attachment_names TEXT NOT NULL,"
	" new_words INTEGER NOT NULL,"
	" bears INTEGER NOT NULL," /* enum bears: on other threads */
	" language TEXT NOT NULL,"
	" bulk REAL NOT NULL," /* confidence that it is bulk */
	" error TEXT"          /* why the body could not be read */
	") STRICT;"
	"CREATE INDEX message_thread ON message(thread, date_s);"
	"CREATE INDEX message_topic ON message(topic_key, date_s);"
	"CREATE INDEX message_bears ON message(date_s) WHERE bears>0;"
	"CREATE TABLE participant("
	" message INTEGER NOT NULL REFERENCES message ON DELETE CASCADE,"
	" role INTEGER NOT NULL," /* 0 from, 1 to, 2 cc */
	" position INTEGER NOT NULL,"
	" address INTEGER NOT NULL REFERENCES address ON DELETE CASCADE,"
	" name TEXT NOT NULL," /* as that message has it */
	" PRIMARY KEY(message, role, position)) STRICT, WITHOUT ROWID;"
	"CREATE TABLE reference("
	" message_id TEXT NOT NULL,"
	" message INTEGER NOT NULL REFERENCES message ON DELETE CASCADE,"
	" PRIMARY KEY(message_id, message)) STRICT, WITHOUT ROWID;"
	"CREATE TABLE act("        /* all, also below the threshold */
	" id INTEGER PRIMARY KEY," /* by message: store/sql.h, ACTS_OF() */
	" message INTEGER NOT NULL REFERENCES message ON DELETE CASCADE,"
	" kind TEXT NOT NULL, sentence INTEGER NOT NULL,"
	" text TEXT," /* NULL: that of the act before, of the same sentence */
	" confidence REAL NOT NULL,"
	" who INTEGER NOT NULL," /* 0 sender, 1 recipient, 2 named */
	" who_name TEXT NOT NULL,"
	" due_s INTEGER, due_zone INTEGER, due_grain TEXT,"
	" due_vague INTEGER NOT NULL, due_text TEXT NOT NULL,"
	" rules TEXT NOT NULL) STRICT;" /* names, a blank between them */
	"CREATE INDEX act_rare ON act(kind, message)"
	" WHERE kind IN ('talked', 'absence');"

	/* What the calendar parts of a few of them say (RFC 5546). */
	"CREATE TABLE meeting("
	" message INTEGER PRIMARY KEY"
	"  REFERENCES message ON DELETE CASCADE,"
	" method TEXT NOT NULL, uid TEXT NOT NULL,"
	" sequence INTEGER NOT NULL,"
	" start_s INTEGER NOT NULL, start_zone INTEGER NOT NULL,"
	" length_min INTEGER NOT NULL, is_day INTEGER NOT NULL,"
	" attendance INTEGER NOT NULL," /* enum attendance */
	" series TEXT NOT NULL, instance_s INTEGER NOT NULL,"
	" summary TEXT NOT NULL) STRICT;"

	/* ---- The ledger. */
	"CREATE TABLE item("
	" id INTEGER PRIMARY KEY,"
	" message INTEGER NOT NULL REFERENCES message ON DELETE CASCADE,"
	" sentence INTEGER NOT NULL, kind TEXT NOT NULL,"
	" owner TEXT NOT NULL," /* me, them */
	" who INTEGER REFERENCES address ON DELETE SET NULL,"
	" who_name TEXT NOT NULL,"
	" what TEXT NOT NULL,"
	" due_s INTEGER, due_zone INTEGER, due_grain TEXT,"
	" due_vague INTEGER NOT NULL, due_text TEXT NOT NULL,"
	" first_s INTEGER, first_zone INTEGER, first_grain TEXT,"
	" first_vague INTEGER NOT NULL, first_text TEXT NOT NULL,"
	" state TEXT NOT NULL," /* open, snoozed, done, dropped */
	" snoozed_s INTEGER NOT NULL, snoozed_zone INTEGER NOT NULL,"
	" closed_s INTEGER NOT NULL, closed_zone INTEGER NOT NULL,"
	" accepted INTEGER NOT NULL,"
	" nudges INTEGER NOT NULL,"
	" nudged_s INTEGER NOT NULL, nudged_zone INTEGER NOT NULL,"
	" presumed_s INTEGER NOT NULL, presumed_zone INTEGER NOT NULL,"
	" conflict_s INTEGER NOT NULL, conflict_zone INTEGER NOT NULL,"
	" confidence REAL NOT NULL,"
	" rules TEXT NOT NULL,"
	" hidden INTEGER NOT NULL DEFAULT 0," /* no longer derived */
	" UNIQUE(message, sentence, kind)) STRICT;"
	"CREATE INDEX item_state ON item(state, who, closed_s)"
	" WHERE hidden=0;"
	"CREATE TABLE change(" /* every order of the user, in its order */
	" id INTEGER PRIMARY KEY,"
	" at_s INTEGER NOT NULL, at_zone INTEGER NOT NULL,"
	" kind TEXT NOT NULL,"     /* event, talk, mute, outcome, ... */
	" after INTEGER NOT NULL," /* the newest message then */
	" undone_s INTEGER) STRICT;"
	"CREATE TABLE event("
	" id INTEGER PRIMARY KEY,"
	" item INTEGER NOT NULL REFERENCES item ON DELETE CASCADE,"
	" kind TEXT NOT NULL,"
	" change INTEGER REFERENCES change ON DELETE CASCADE,"   /* by user */
	" message INTEGER REFERENCES message ON DELETE CASCADE," /* by mail */
	" position INTEGER NOT NULL," /* in the replay, for equal dates */
	" at_s INTEGER NOT NULL, at_zone INTEGER NOT NULL,"
	" text TEXT NOT NULL,"
	" due_s INTEGER, due_zone INTEGER, due_grain TEXT,"
	" due_vague INTEGER NOT NULL, due_text TEXT NOT NULL,"
	" undone_s INTEGER,"                 /* by the user */
	" void INTEGER NOT NULL DEFAULT 0,"  /* no longer derived */
	" erased INTEGER NOT NULL DEFAULT 0" /* its letter is forgotten */
	") STRICT;"
	"CREATE INDEX event_item ON event(item, at_s);"
	"CREATE INDEX event_change ON event(change) WHERE change IS NOT NULL;"

	/*
	 * ---- Talks, absences, silence. What the user does by hand is
	 * little: an index would cost more at every start, which reads the
	 * schema, than it saves when something is forgotten.
	 */
	"CREATE TABLE talk("
	" id INTEGER PRIMARY KEY,"
	" change INTEGER REFERENCES change ON DELETE CASCADE,"
	" person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,"
	" at_s INTEGER NOT NULL, at_zone INTEGER NOT NULL,"
	" source TEXT NOT NULL" /* user, invite */
	") STRICT;"
	"CREATE TABLE absence("
	" id INTEGER PRIMARY KEY,"
	" change INTEGER REFERENCES change ON DELETE CASCADE,"
	" message INTEGER REFERENCES message ON DELETE CASCADE,"
	" person INTEGER REFERENCES person ON DELETE CASCADE," /* or me */
	" from_s INTEGER NOT NULL, until_s INTEGER,"
	" zone INTEGER NOT NULL) STRICT;"
	"CREATE TABLE mute("
	" id INTEGER PRIMARY KEY,"
	" change INTEGER NOT NULL REFERENCES change ON DELETE CASCADE,"
	" person INTEGER REFERENCES person ON DELETE CASCADE,"
	" thread INTEGER REFERENCES thread ON DELETE CASCADE,"
	" until_s INTEGER) STRICT;"

	/*
	 * What the user says of a person or an item; the last one counts.
	 * An alias names an address and whose it was before.
	 */
	"CREATE TABLE setting("
	" id INTEGER PRIMARY KEY,"
	" change INTEGER NOT NULL REFERENCES change ON DELETE CASCADE,"
	" person INTEGER REFERENCES person ON DELETE CASCADE,"
	" item INTEGER REFERENCES item ON DELETE CASCADE,"
	" key TEXT NOT NULL," /* store/settings.h */
	" value TEXT NOT NULL,"
	" before INTEGER) STRICT;" /* a person, who may be gone */

	/* ---- Advice and what became of it. */
	"CREATE TABLE suggestion("
	" id INTEGER PRIMARY KEY,"
	" key TEXT NOT NULL UNIQUE,"
	" who INTEGER REFERENCES address ON DELETE CASCADE,"
	" item INTEGER REFERENCES item ON DELETE CASCADE," /* of the key */
	" thread INTEGER REFERENCES thread ON DELETE SET NULL,"
	" first_s INTEGER NOT NULL, first_zone INTEGER NOT NULL,"
	" last_s INTEGER NOT NULL, last_zone INTEGER NOT NULL,"
	" times INTEGER NOT NULL) STRICT;" /* days on which it was shown */
	"CREATE TABLE outcome("
	" id INTEGER PRIMARY KEY,"
	" change INTEGER NOT NULL REFERENCES change ON DELETE CASCADE,"
	" suggestion INTEGER NOT NULL"
	"  REFERENCES suggestion ON DELETE CASCADE,"
	" kind TEXT NOT NULL," /* dismissed, taken */
	" at_s INTEGER NOT NULL, at_zone INTEGER NOT NULL) STRICT;"
	"CREATE TABLE invite("
	" id INTEGER PRIMARY KEY,"
	" key TEXT NOT NULL UNIQUE,"
	" uid TEXT NOT NULL UNIQUE,"
	" sequence INTEGER NOT NULL,"
	" start_s INTEGER NOT NULL, start_zone INTEGER NOT NULL,"
	" made_s INTEGER NOT NULL, changed_s INTEGER NOT NULL"
	") STRICT;"
	"CREATE TABLE digest("
	" id INTEGER PRIMARY KEY,"
	" token TEXT NOT NULL UNIQUE," /* random, for one reply */
	" made_s INTEGER NOT NULL, used_s INTEGER) STRICT;"
	"CREATE TABLE digest_entry("
	" digest INTEGER NOT NULL REFERENCES digest ON DELETE CASCADE,"
	" number INTEGER NOT NULL,"
	" item INTEGER REFERENCES item ON DELETE CASCADE,"
	" suggestion INTEGER REFERENCES suggestion ON DELETE CASCADE,"
	" PRIMARY KEY(digest, number)) STRICT, WITHOUT ROWID;"

	/* ---- So that an import that is repeated brings nothing back. */
	"CREATE TABLE forgotten(hash INTEGER PRIMARY KEY) STRICT;"},
};

#define N_MIGRATIONS (sizeof(migrations) / sizeof(migrations[0]))

int schema_version(void)
{
	return migrations[N_MIGRATIONS - 1].version;
}

void schema_migrate(struct store *s)
{
	char bump[48];

	for (size_t i = 0; i < N_MIGRATIONS && s->status == STATUS_OK; i++) {
		store_begin(s);
		/* Another process may have done it while this one waited. */
		if (store_pragma(s, "PRAGMA user_version") <
		    migrations[i].version) {
			(void)snprintf(bump, sizeof(bump),
			    "PRAGMA user_version=%d", migrations[i].version);
			(void)store_exec(s, migrations[i].sql, "migrate");
			(void)store_exec(s, bump, "migrate");
		}
		(void)store_exec(s, "COMMIT", "migrate");
		s->in_transaction = false;
	}
}
