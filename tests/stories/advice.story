# What is suggested, and above all what is not: a suggestion that is wrong
# costs more than one that is missing.

story: who asked days ago is to be answered
a 2 09:00 tom > me | Survey
	Could you please send me the survey?
now 6
	open request me tom "survey"
suggest
	reply tom

story: what is told asks for no answer
a 2 09:00 tom > me | Party
	Just a reminder that the party is on March 19 from 5:30 to 7:30 pm.
b 2 10:00 ann > me | Review
	A meeting has been scheduled for March 12 at 4:00 pm in room 19.
now 6
	open meeting me ann due 12 "scheduled"
	open meeting me tom due 19 "party"
suggest
	nothing

story: who will see me waits for nothing
a 2 09:00 tom > me | Oslo
	I look forward to meeting you in Oslo on March 20.
now 6
	open meeting me tom due 20 "Oslo"
suggest
	nothing

story: an invitation wants a word
a 2 09:00 tom > me | Lunch
	Can we meet for lunch on March 20?
now 6
	open meeting me tom due 20 "lunch"
suggest
	reply tom

story: a promise that is late is for a call
a 2 09:00 tom > me | Survey
	I will send you the survey by Wednesday.
now 6
	overdue commitment them tom due 4 "survey"
suggest
	call tom

story: whoever writes of other things is called all the same
a 2 09:00 tom > me | Survey
	I will send you the survey by Wednesday.
b 5 09:00 tom > me | Fair
	The fair was a great success.
now 6
	overdue commitment them tom due 4 "survey"
suggest
	call tom

story: whoever goes on about it is not called
a 2 09:00 tom > me | Survey
	I will send you the survey by Wednesday.
b 5 09:00 tom > me | Re: Survey | < a
	The weather was against us on the coast.
now 6
	overdue commitment them tom due 4 "survey"
suggest
	nothing

story: what was promised to talk over with others is not ours to press
a 2 09:00 tom > me | Survey
	I will ring Ann tonight.
b 2 10:00 me > bob | Prices
	I shall talk to Ann about the prices on Wednesday.
now 6
	overdue commitment me bob due 4 "Ann"
	overdue commitment them tom due 2 "ring"
suggest
	nothing

story: what was promised to be told after that is
a 2 10:00 me > bob | Prices
	I shall talk to Ann on Wednesday and let you know the prices.
now 6
	overdue commitment me bob due 4 "Ann"
suggest
	acknowledge bob

story: a day that was asked about passes
a 2 09:00 me > tom | Workshop
	Can I call you around 6:00 pm on Tuesday?
b 2 10:00 ann > me | Course
	Is Wednesday OK?
now 6
	overdue question them tom due 3 "call"
	overdue question me ann due 4 "Wednesday"
suggest
	nothing

story: a letter since is a word with them
a 2 09:00 tom > me | Survey
	Could you please send me the survey?
b 4 09:00 me > tom | Fair
	The fair was a great success.
now 6
	open request me tom "survey"
suggest
	nothing

story: who goes on in the thread does not wait
a 2 09:00 tom > me | Article
	Did you get the article last week?
b 3 09:00 tom > me | Re: Article | < a
	The second part is longer than the first.
now 6
	open question me tom "article"
suggest
	nothing

story: after a talk nobody waits
a 2 09:00 tom > me | Survey
	Could you please send me the survey?
do 4: talked tom
now 5
	open request me tom "survey"
suggest
	follow-up tom

story: what many are asked waits for no word of mine
a 2 09:00 tom > me, ann, bob | Lists
	Could you please send me your lists?
now 6
	open request me tom "lists"
suggest
	nothing

story: silence is asked about
a 2 09:00 me > tom | Survey
	Could you please send me the survey?
now 10
	open request them tom "survey"
suggest
	check-in tom

story: who writes is not silent
a 2 09:00 me > tom | Survey
	Could you please send me the survey?
b 5 09:00 tom > me | Fair
	The fair was a great success.
now 10
	open request them tom "survey"
suggest
	nothing

story: a wish without an end is not asked about
a 2 09:00 me > tom | Fair
	Please keep me posted about the fair.
b 2 10:00 me > ann | Fair
	If you set up a meeting with them, please let me know.
now 10
	open request them tom "posted"
	open request them ann "meeting"
suggest
	nothing

story: an order that wants no answer is not asked about
a 2 09:00 me > tom | Course
	Please include our names in the list.
b 2 10:00 me > ann | Course
	Please talk to Bob.
now 10
	open request them tom "names"
	open request them ann "Bob"
suggest
	nothing
