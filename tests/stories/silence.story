# What nobody comes back to: asked about once it likely is settled elsewhere.

story: three weeks of silence ask whether it is settled
a 2 09:00 me > tom | Tide tables
	Could you send me the tide tables?
now 24
	open request them tom likely settled "tide tables"
suggest
	close tom

story: two weeks of silence say nothing
a 2 09:00 me > tom | Tide tables
	Could you send me the tide tables?
now 20
	open request them tom "tide tables"

story: silence counts from the day when it is due
a 2 09:00 me > tom | Tide tables
	I will send you the tide tables by March 13.
now 50
	overdue commitment me tom due 13 "tide tables"

story: silence counts from the last letter of the thread
a 2 09:00 me > tom | Tide tables
	Could you send me the tide tables?
b 20 10:00 me > tom | Re: Tide tables | < a
	The tables of the year before had a blue cover.
now 30
	open request them tom "tide tables"

story: a letter about another thing tells more than none
a 2 09:00 me > tom | Tide tables
	Could you send me the tide tables?
b 10 10:00 tom > me | Harbour wall
	The harbour wall is being painted.
now 12
	open request them tom likely settled "tide tables"
suggest
	close tom

story: of what is late one letter about another thing tells nothing
a 2 09:00 me > tom | Tide tables
	I will send you the tide tables by March 5.
b 13 10:00 tom > me | Harbour wall
	The harbour wall is being painted.
now 14
	overdue commitment me tom due 5 "tide tables"

story: letters within a week tell nothing
a 2 09:00 me > tom | Tide tables
	Could you send me the tide tables?
b 4 10:00 tom > me | Harbour wall
	The harbour wall is being painted.
c 8 10:00 me > tom | Paint
	The new paint looks good.
now 12
	open request them tom "tide tables"

story: letters before a week after it was due tell nothing
a 2 09:00 me > tom | Tide tables
	I will send you the tide tables by March 13.
b 14 10:00 tom > me | Harbour wall
	The harbour wall is being painted.
c 19 10:00 tom > me | Paint
	The new paint looks good.
now 24
	overdue commitment me tom due 13 "tide tables"

story: two letters after it tell that lateness no longer matters
a 2 09:00 me > tom | Tide tables
	I will send you the tide tables by March 5.
b 13 10:00 tom > me | Harbour wall
	The harbour wall is being painted.
c 14 10:00 me > tom | Paint
	The new paint looks good.
now 16
	overdue commitment me tom due 5 likely settled "tide tables"
suggest
	close tom

story: letters of others tell nothing
a 2 09:00 me > tom | Tide tables
	Could you send me the tide tables?
b 18 10:00 ann > me | Harbour wall
	The harbour wall is being painted.
c 19 10:00 me > ann / tom | Paint
	The new paint looks good.
now 20
	open request them tom "tide tables"

story: what machines write for them tells nothing
a 2 09:00 me > tom | Tide tables
	Could you send me the tide tables?
b 18 10:00 tom > me | Out of office | Auto-Submitted: auto-replied
	I read no mail at the moment.
c 19 10:00 tom > me | Out of office | Auto-Submitted: auto-replied
	I read no mail at the moment.
now 20
	open request them tom "tide tables"

story: who reminds still wants it
a 2 09:00 me > tom | Tide tables
	Could you send me the tide tables?
b 18 10:00 me > tom | Re: Tide tables | < a
	Just a reminder about the tide tables.
c 19 10:00 tom > me | Paint
	The new paint looks good.
d 20 10:00 tom > me | Harbour wall
	The harbour wall is being painted.
now 22
	open request them tom "tide tables"

story: what was put off is not asked about before its day
a 2 09:00 me > tom | Tide tables
	Could you send me the tide tables?
do 30: snooze "tide tables" 2026-04-09
now 45
	open request them tom "tide tables"

story: letters that are still to come tell nothing yet
a 2 09:00 me > tom | Tide tables
	Could you send me the tide tables?
b 21 08:00 tom > me | Harbour wall
	The harbour wall is being painted.
now 20 09:00
	open request them tom "tide tables"

story: what the user keeps open rests for three more weeks
a 2 09:00 me > tom | Tide tables
	Could you send me the tide tables?
do 25: suggest
do 26: dismiss s1
now 40
	open request them tom "tide tables"

story: what the user keeps open is open whatever a letter looked like
a 2 09:00 me > tom | Survey
	I will send you the survey by Friday.
b 6 10:00 tom > me | Re: Survey | < a
	Thanks for the files.
do 7: suggest
do 8: dismiss s1
now 9
	overdue commitment me tom due 6 "survey"

story: a subject that goes on with others is no longer between the two
a 2 09:00 me > tom | Tide tables of the old harbour
	Could you send me the drawing?
b 5 10:00 ann > me | Tide tables of the old harbour
	The harbour master has them all in his office.
now 6
	open request them tom likely settled "drawing"

story: a subject that says little goes on with anybody
a 2 09:00 me > tom | Lunch
	Could you send me the drawing?
b 5 10:00 ann > me | Lunch
	The harbour master has them all in his office.
now 6
	open request them tom "drawing"

story: what was asked about for a week is let rest
a 2 09:00 me > tom | Tide tables
	Could you send me the tide tables?
now 33
	open request them tom likely settled "tide tables"
suggest
	nothing
