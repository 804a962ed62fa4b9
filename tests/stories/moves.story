# Dates that move, owners that change, what is called off or turned down.

story: the owner needs longer
a 2 09:00 me > tom | Survey
	I will send you the survey by Friday.
b 4 10:00 me > tom | Re: Survey | < a
	I need until Wednesday for the survey.
now 9
	open commitment me tom due 11 "I will send you the survey"

story: a new date for one thing leaves the other
a 2 09:00 me > tom | Survey
	I will send you the survey by Friday.

	I will call the printers tomorrow.
b 4 10:00 me > tom | Re: Survey | < a
	I need until Wednesday for the survey.
now 3
	open commitment me tom due 11 "I will send you the survey"
	open commitment me tom due 3 "printers"

story: somebody who is known takes over
a 2 09:00 me > tom / ann | Survey
	Could you send me the survey by Friday?
b 3 10:00 tom > me / ann | Re: Survey | < a
	Ann will take this over.
now 4
	open request them ann due 6 "survey"

story: somebody who is not known takes nothing over
a 2 09:00 me > tom | Survey
	Could you send me the survey by Friday?
b 3 10:00 tom > me | Re: Survey | < a
	Peter will take this over.
now 4
	open request them tom due 6 "survey"

story: what I hand on is theirs
a 2 09:00 tom > me | Survey
	Could you send me the survey by Friday?
b 3 10:00 me > tom / ann | Re: Survey | < a
	Ann will take care of this.
now 4
	open request them ann due 6 "survey"

story: an outsider hands nothing on
a 2 09:00 me > tom / ann, bob | Survey
	Tom, could you send me the survey by Friday?
b 3 10:00 bob > me, tom, ann | Re: Survey | < a
	Ann will take care of this.
now 4
	open request them tom due 6 "survey"

story: who asked lets go
a 2 09:00 tom > me | Survey
	Could you send me the survey by Friday?
b 3 10:00 tom > me | Re: Survey | < a
	Never mind, I found it.
now 4
	dropped request me tom due 6 "survey"

story: who was asked cannot let go of it
a 2 09:00 me > tom | Survey
	Could you send me the survey by Friday?
b 3 10:00 tom > me | Re: Survey | < a
	Never mind the weather here.
now 4
	open request them tom due 6 likely settled "survey"

story: will do accepts and leaves open
a 2 09:00 tom > me | Survey
	Could you send me the survey by Friday?
b 3 10:00 me > tom | Re: Survey | < a
	Will do.
now 4
	open request me tom due 6 "survey"

story: I cannot turns down
a 2 09:00 tom > me | Survey
	Could you send me the survey by Friday?
b 3 10:00 me > tom | Re: Survey | < a
	Sorry, I can't do that.
now 4
	dropped request me tom due 6 "survey"

story: two days for one thing are a conflict
a 2 09:00 me > tom | Survey
	I will send you the survey by Friday.
b 3 10:00 tom > me | Re: Survey | < a
	Could you send me the survey by Thursday?
now 4
	open commitment me tom due 6 or 5 "I will send you the survey"

story: a new day of whose it is to say is none
a 2 09:00 me > tom | Survey
	I will send you the survey by Friday.
b 3 10:00 me > tom | Re: Survey | < a
	I will send you the survey by Thursday.
now 4
	open commitment me tom due 5 "I will send you the survey"

story: a conflict ends with a word about it
a 2 09:00 me > tom | Survey
	I will send you the survey by Friday.
b 3 10:00 tom > me | Re: Survey | < a
	Could you send me the survey by Thursday?
c 3 11:00 me > tom | Re: Survey | < a b
	I will send you the survey by Thursday.
now 4
	open commitment me tom due 5 "I will send you the survey"

story: will do can be said of a known day
a 2 09:00 tom > me | Survey
	Could you send me the survey by Friday?
b 3 10:00 me > tom | Re: Survey | < a
	I will send you the survey on Thursday.
now 4
	done request me tom due 6 "Could you send me the survey"
	open commitment me tom due 5 "I will send you the survey"

story: running late moves the day
a 2 09:00 tom > me | Survey
	I will send you the survey by Friday.
b 4 10:00 tom > me | Re: Survey | < a
	I am running late with the survey, you will have it by Wednesday.
now 9
	open commitment them tom due 11 "I will send you the survey"

story: who waits can give longer
a 2 09:00 me > tom | Survey
	Could you send me the survey by Friday?
b 4 10:00 me > tom | Re: Survey | < a
	Take until Wednesday for the survey, there is no hurry.
now 9
	open request them tom due 11 "Could you send me the survey"

story: an outsider moves no day
a 2 09:00 me > tom / bob | Survey
	Tom, could you send me the survey by Friday?
b 4 10:00 bob > me, tom | Re: Survey | < a
	Tom needs until Wednesday for the survey.
now 5
	open request them tom due 6 "could you send me the survey"

story: never mind another thing leaves the one
a 2 09:00 tom > me | Survey
	Could you send me the survey by Friday?

	Could you send me the tide tables?
b 3 10:00 tom > me | Re: Survey | < a
	I no longer need the tide tables.
now 4
	open request me tom due 6 "survey"
	dropped request me tom "tide tables"

story: an outsider calls nothing off
a 2 09:00 tom > me / bob | Survey
	Mia, could you send me the survey by Friday?
b 3 10:00 bob > me, tom | Re: Survey | < a
	Never mind, I found it.
now 4
	open request me tom due 6 "survey"

story: somebody else's refusal turns nothing down
a 2 09:00 tom > me / bob | Survey
	Mia, could you send me the survey by Friday?
b 3 10:00 bob > me, tom | Re: Survey | < a
	Sorry, I can't do that.
now 4
	open request me tom due 6 "survey"

story: what is handed on to me is mine
a 2 09:00 tom > me, ann | Survey
	Ann, could you send me the survey by Friday?
b 3 10:00 ann > tom, me | Re: Survey | < a
	Mia will take care of this.
now 4
	nothing

story: a question whether somebody takes over hands nothing on
a 2 09:00 me > tom / ann | Survey
	Could you send me the survey by Friday?
b 3 10:00 tom > me / ann | Re: Survey | < a
	Ann will take this over?
now 4
	open request them tom due 6 "survey"
	open question me tom "Ann will take this over"

story: two days for two things are no conflict
a 2 09:00 me > tom | Survey
	I will send you the survey by Friday.
b 3 10:00 tom > me | Re: Survey | < a
	Could you send me the tide tables by Thursday?
now 4
	open commitment me tom due 6 "survey"
	open request me tom due 5 "tide tables"

story: both sides of one meeting are one
a 2 09:00 me > tom | Fair
	Can we meet on Thursday at 3 pm?
b 2 10:00 tom > me | Re: Fair | < a
	Yes, let's meet on Thursday at 3 pm.
now 3
	open meeting them tom due 5 "Can we meet"

story: a meeting is moved by either side
a 2 09:00 me > tom | Fair
	Can we meet on Thursday at 3 pm?
b 3 10:00 tom > me | Re: Fair | < a
	Can we move it to Friday at 3 pm instead?
now 4
	open meeting them tom due 6 "Can we meet"

story: somebody who will do it takes over
a 2 09:00 me > tom / ann | Survey
	Could you send me the survey by Friday?
b 3 10:00 tom > me / ann | Re: Survey | < a
	Ann will send you the survey.
now 4
	open request them ann due 6 "survey"

story: somebody who will do another thing takes nothing over
a 2 09:00 me > tom / ann | Survey
	Could you send me the survey by Friday?
b 3 10:00 tom > me / ann | Re: Survey | < a
	Ann will send you the tide tables.
now 4
	open request them tom due 6 "survey"

story: what is passed on is not done
a 2 09:00 me > tom / ann | Survey
	Could you send me the survey by Friday?
b 3 10:00 tom > me / ann | Re: Survey | < a
	I've passed this on to Ann.
now 4
	open request them ann due 6 "survey"

story: what was to be passed on is done then
a 2 09:00 me > tom / ann | Survey
	Could you pass the survey on to Ann by Friday?
b 3 10:00 tom > me / ann | Re: Survey | < a
	I've passed this on to Ann.
now 4
	done request them tom due 6 "survey"

story: a day that is missed turns nothing down
a 2 09:00 me > tom | Survey
	I will send you the survey by Friday.
b 4 10:00 me > tom | Re: Survey | < a
	I will not make Friday.
now 5
	open commitment me tom due 6 "survey"

story: do not forget it calls nothing off
a 2 09:00 tom > me | Survey
	Could you send me the survey by Friday?
b 4 10:00 tom > me | Re: Survey | < a
	Please don't forget the survey.
now 5
	open request me tom due 6 "survey"

story: who asked says that a later day will do
a 2 09:00 me > tom | Survey
	Could you send me the survey by Wednesday?
b 3 10:00 me > tom | Re: Survey | < a
	No rush, Friday is OK.
now 4
	open request them tom due 6 "survey"

story: to be away on that day turns a meeting down
a 2 09:00 me > tom | Fair
	Can we meet on Thursday at 3 pm?
b 3 10:00 tom > me | Re: Fair | < a
	Sorry, I'm away that day.
now 4
	dropped meeting them tom due 5 "Can we meet"
