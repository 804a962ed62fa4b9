# Dates that are asked for, agreed to, turned down; answers that stand in a row.

story: an acceptance that names the day alone leaves the hour
a 2 09:00 me > tom | Fair
	Can we meet on Thursday at 3 pm?
b 3 10:00 tom > me | Re: Fair | < a
	Thursday is perfect for me.
now 5 14:00
	open meeting them tom due 5 "Can we meet"

story: the day alone, with its date, leaves the hour too
a 2 09:00 me > tom | Fair
	What about Thursday, March 12, 11:30 at the harbour?
b 3 10:00 tom > me | Re: Fair | < a
	Thursday the 12th is perfect for me.
now 12 11:00
	open meeting them tom due 12 "What about Thursday"

story: an acceptance that names the hour gives it
a 2 09:00 me > tom | Fair
	Can we meet on Thursday?
b 3 10:00 tom > me | Re: Fair | < a
	Thursday at 3 pm works for me.
now 5 14:00
	open meeting them tom due 5 "Can we meet"

story: an acceptance that names another day moves the meeting
a 2 09:00 me > tom | Fair
	Can we meet on Thursday at 3 pm?
b 3 10:00 tom > me | Re: Fair | < a
	Friday at 3 pm works for me.
now 4
	open meeting them tom due 6 "Can we meet"

story: who asks for another date has it not yet
a 2 09:00 me > tom | Survey
	Could you send me the survey by Friday?
b 3 10:00 tom > me | Re: Survey | < a
	Would Monday be early enough for the survey?
now 4
	open request them tom due 6 or 9 "Could you send me the survey"

story: who agrees to the date moves it
a 2 09:00 me > tom | Survey
	Could you send me the survey by Friday?
b 3 10:00 tom > me | Re: Survey | < a
	Would Monday be early enough for the survey?
c 3 11:00 me > tom | Re: Survey | < a b
	Monday is fine.
now 4
	open request them tom due 9 "Could you send me the survey"

story: a yes without the date agrees where nothing else was asked
a 2 09:00 me > tom | Survey
	Could you send me the survey by Friday?
b 3 10:00 tom > me | Re: Survey | < a
	Would Monday be early enough for the survey?
c 3 11:00 me > tom | Re: Survey | < a b
	Sure, no problem.
now 4
	open request them tom due 9 "Could you send me the survey"

story: a yes to another question agrees to no date
a 2 09:00 me > tom | Survey
	Could you send me the survey by Friday?
b 3 10:00 tom > me | Re: Survey | < a
	Does the survey have to have a map?

	Would Monday be early enough for the survey?
c 3 11:00 me > tom | Re: Survey | < a b
	Yes.
now 4
	open request them tom due 6 or 9 "Could you send me the survey"
	done question me tom "have a map"

story: who turns the date down leaves the old one
a 2 09:00 me > tom | Survey
	Could you send me the survey by Friday?
b 3 10:00 tom > me | Re: Survey | < a
	Would Monday be early enough for the survey?
c 3 11:00 me > tom | Re: Survey | < a b
	Monday is too late.
now 4
	open request them tom due 6 "Could you send me the survey"

story: a no to the date does not turn down the thing
a 2 09:00 tom > me | Survey
	Could you send me the survey by Friday?
b 3 10:00 me > tom | Re: Survey | < a
	Would Monday be early enough for the survey?
c 3 11:00 tom > me | Re: Survey | < a b
	Sorry, I can't wait until Monday.
now 4
	open request me tom due 6 "Could you send me the survey"

story: an outsider agrees to no date
a 2 09:00 me > tom / bob | Survey
	Tom, could you send me the survey by Friday?
b 3 10:00 tom > me / bob | Re: Survey | < a
	Would Monday be early enough for the survey?
c 3 11:00 bob > me, tom | Re: Survey | < a b
	Sure, no problem.
now 4
	open request them tom due 6 or 9 "could you send me the survey"

story: who asks cannot agree for the other
a 2 09:00 me > tom | Survey
	Could you send me the survey by Friday?
b 3 10:00 tom > me | Re: Survey | < a
	Would Monday be early enough for the survey?
c 3 11:00 tom > me | Re: Survey | < a b
	Monday is fine for the printers.
now 4
	open request them tom due 6 or 9 "Could you send me the survey"

story: of several the date that one asks for is not that of the others
a 2 09:00 me > tom, ann, bob | Lists
	Please send me your list of projects by Friday.
b 3 10:00 ann > me | Re: Lists | < a
	I need until Wednesday for the list of projects.
now 4
	open request them tom due 6 "list of projects"

story: another hour is no date for what has none
a 2 09:00 me > tom | Session
	Would you let me know who is coming from your side?
b 3 10:00 tom > me | Re: Session | < a
	Does 10:00 instead of 9 work?
now 3 09:30
	open request them tom "who is coming"
	open meeting me tom due 3 "instead of 9"

story: numbered answers belong to the questions in their order
a 2 09:00 tom > me | Week
	1. Is the fair booking your hotel?
	2. Can you bring the ladder?
	3. Is this your first visit?
b 3 10:00 me > tom | Re: Week | < a
	1. OK.
	2. Sorry, I can't.
	3. Yes.
now 4
	done question me tom "hotel"
	dropped request me tom "ladder"
	done question me tom "first visit"

story: fewer answers than questions are nobody's
a 2 09:00 tom > me | Week
	1. Is the fair booking your hotel?
	2. Can you bring the ladder?
	3. Is this your first visit?
b 3 10:00 me > tom | Re: Week | < a
	OK.
	Sorry, I can't.
now 4
	open question me tom likely settled "hotel"
	dropped request me tom "ladder"
	open question me tom likely settled "first visit"
suggest
	close tom

story: a promise beside a yes stands for itself
a 2 09:00 tom > me | Roof
	Did you see the roof?
b 3 10:00 me > tom | Re: Roof | < a
	Yes, I will call the roofer on Thursday.
now 4
	done question me tom "see the roof"
	open commitment me tom due 5 "call the roofer"

story: will do promises no second thing
a 2 09:00 tom > me | Survey
	Could you send me the survey by Friday?
b 3 10:00 me > tom | Re: Survey | < a
	Will do, on the way home if they let me out of here.
now 4
	open request me tom due 6 "survey"

story: what stands between them breaks the row
a 2 09:00 tom > me | Week
	Which hotel is it?

	Who books the ferry?
b 3 10:00 me > tom | Re: Week | < a
	> Which hotel is it?

	The Harbour Inn, by the station.

	> Who books the ferry?

	Will do.

	> I can bring the boat.

	Yes, please.
now 4
	done question me tom "Which hotel"
	done question me tom "Who books"
	open commitment me tom "Will do"
