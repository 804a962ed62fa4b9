/* SPDX-License-Identifier: ISC */
#ifndef MODEL_MEETING_H
#define MODEL_MEETING_H

#include "base/civil.h"
#include "model/letter.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* RFC 5545, 3.2.12; what a reply says. */
enum attendance {
	ATTENDANCE_OPEN, /* NEEDS-ACTION, or nothing said */
	ATTENDANCE_ACCEPTED,
	ATTENDANCE_TENTATIVE,
	ATTENDANCE_DECLINED,
	ATTENDANCE_DELEGATED
};

/* What a calendar part does (RFC 5546, 3.2); the others do nothing here. */
enum meeting_method {
	MEETING_REQUEST,
	MEETING_REPLY,
	MEETING_CANCEL,
	MEETING_COUNTER,
	MEETING_DECLINE_COUNTER,
	MEETING_METHODS
};

/* "REQUEST", ...; MEETING_METHODS when it is none of these. */
const char *meeting_method_name(enum meeting_method method);
enum meeting_method meeting_method_from_name(const char *name);

/* What a letter's calendar part says of one meeting. */
struct meeting_note {
	enum meeting_method method;
	const char *uid;
	int sequence;
	struct stamp start; /* utc_s 0: not said */
	int length_min;     /* 0: not said */
	const char *series; /* when it recurs: minutes from start to each,
			       as a JSON array, "[0,10080]"; else "" */
	int64_t instance_s; /* which of a series alone it is about, by its
			       start in the series; 0: all */
	bool is_day;        /* whole days: start is the first's midnight */
	enum attendance attendance; /* of whoever replies */
	const char *summary;
	bool is_known; /* the user's own invite, by `call` */
};

/*
 * The "sentence" of an item that a calendar part opened: no letter has so
 * many.
 */
#define SENTENCE_MEETING ((size_t)1000000)

#endif
