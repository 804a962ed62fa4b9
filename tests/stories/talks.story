# Talks, absences, and threads that end.

story: a talk settles what was to be talked about
a 2 09:00 me > tom | Prices
	Can we talk about the prices on Wednesday?
b 5 10:00 tom > me | Re: Prices | < a
	It was good talking to you yesterday.
now 9
	done meeting them tom due 4 "prices"

story: a talk told in another letter settles it too
a 2 09:00 me > tom | Prices
	Can we talk about the prices on Wednesday?
b 5 10:00 tom > me | Your visit
	It was good talking to you yesterday.
now 9
	done meeting them tom due 4 "prices"

story: a talk by hand settles what was to be talked about
a 2 09:00 me > tom | Prices
	Can we talk about the prices this week?
do 6: talked tom
now 9
	done meeting them tom due 6 "prices"

story: a talk with another settles nothing
a 2 09:00 me > tom | Prices
	Can we talk about the prices this week?
b 5 10:00 ann > me | Your visit
	It was good talking to you yesterday.
now 5 12:00
	open meeting them tom due 6 "prices"

story: a talk before it was asked for settles nothing
a 2 09:00 ann > me | Your visit
	It was good talking to you yesterday.
b 3 09:00 me > ann | Prices
	Can we talk about the prices on Friday?
now 4
	open meeting them ann due 6 "prices"

story: a talk that is still to come settles nothing
a 2 09:00 me > tom | Prices
	Can we talk about the prices on Wednesday?
b 3 10:00 tom > me | Re: Prices | < a
	It will be good talking to you again.
now 4
	open meeting them tom due 4 "prices"

story: an agreed day to check in is an item
a 2 09:00 tom > me | Prices
	Let's touch base on Tuesday.
b 2 10:00 me > tom | Re: Prices | < a
	Sounds good.
now 2 12:00
	open meeting me tom due 3 "touch base"

story: an absence moves what falls into it
a 2 09:00 me > tom | Survey
	Could you send me the survey by Friday?
b 2 09:01 tom > me | Automatic reply: Survey | < a | Auto-Submitted: auto-replied
	I am out of the office until March 16.
now 10
	open request them tom due 16 "survey"
suggest
	nothing

story: an absence moves what was asked in another thread
a 2 09:00 me > tom | Survey
	Could you send me the survey by Friday?
b 3 09:00 me > tom | Lunch
	We had a good time in Rome.
c 3 09:01 tom > me | Automatic reply: Lunch | < b | Auto-Submitted: auto-replied
	I am out of the office until March 16.
now 10
	open request them tom due 16 "survey"
suggest
	nothing

story: an absence moves nothing that is due before or after it
a 2 09:00 me > tom | Survey
	Could you send me the survey by March 20?
b 2 09:01 tom > me | Automatic reply: Survey | < a | Auto-Submitted: auto-replied
	I am out of the office until March 16.
now 10
	open request them tom due 20 "survey"

story: the absence of one moves nothing of another
a 2 09:00 me > tom | Survey
	Could you send me the survey by Friday?
b 2 09:01 ann > me | Automatic reply: Survey | < a | Auto-Submitted: auto-replied
	I am out of the office until March 16.
now 6 09:00
	open request them tom due 6 "survey"

story: an automatic reply promises and asks nothing
a 2 09:00 me > tom | Survey
	We had a good time in Rome.
b 2 09:01 tom > me | Automatic reply: Survey | < a | Auto-Submitted: auto-replied
	I am out of the office until March 16.
	Please write to Ann in the meantime. I will answer when I am back.
now 9
	nothing

story: a thread in which nobody owes a next step is told
a 2 09:00 tom > me | Hotel
	Which hotel is it?
b 3 10:00 me > tom | Re: Hotel | < a
	It is the Harbour Inn, right by the station.
now 9
	done question me tom "Which hotel"
threads
	Hotel: 2 next nobody

story: a thread with something open waits for its owner
a 2 09:00 tom > me | Hotel
	Which hotel is it?
now 3
	open question me tom "Which hotel"
threads
	Hotel: 1 next me

story: a meeting agreed without a day is asked about
a 2 09:00 me > tom | Fair
	Can you join me at the fair?
b 3 10:00 tom > me | Re: Fair | < a
	I would be very happy to participate.
now 9
	open meeting them tom likely settled "Can you join me"
suggest
	close tom

story: a talk settles who was to call
a 2 09:00 tom > me | Prices
	I will call you about the prices.
b 5 10:00 tom > me | Your visit
	It was good talking to you yesterday.
now 9
	done commitment them tom "I will call you"

story: a call to another is no talk with me
a 2 09:00 tom > me | Prices
	I will call Bob about the prices.
b 5 10:00 tom > me | Your visit
	It was good talking to you yesterday.
now 9
	open commitment them tom "I will call Bob"

story: what presses for an ask is no second one
a 2 09:00 tom > me | Rooms
	Would you like the large room? Or perhaps the hall?
	Please let me know.
now 3
	open question me tom "large room"

story: what presses says by when
a 2 09:00 tom > me | Rooms
	I have a small favour to ask.
	Could you send me the plan of the house? I need it by Thursday.
now 3
	open request me tom due 5 "plan of the house"

story: what presses alone is an ask
a 2 09:00 tom > me | Rooms
	The large room is taken.
	Please let me know.
now 3
	open request me tom "let me know"

story: who was asked to call is not asked twice
a 2 09:00 me > tom | Prices
	Please call me about the prices.

	Could you call me before you leave?
now 3
	open request them tom "Please call me"

story: as discussed on the phone tells of a talk
a 2 09:00 me > tom | Prices
	Can we talk about the prices on Wednesday?
b 5 10:00 tom > me | Re: Prices | < a
	As we discussed on the phone yesterday, they stay as they are.
now 9
	done meeting them tom due 4 "prices"

story: a talk by hand with another settles nothing
a 2 09:00 me > tom / ann | Prices
	Tom, can we talk about the prices this week?
do 5: talked ann
now 5 12:00
	open meeting them tom due 6 "prices"

story: a day on which one has checked in is no item
a 2 09:00 tom > me | Prices
	We touched base on Tuesday.
now 9
	nothing

story: my absence silences what falls into it
a 2 09:00 me > tom | Survey
	I will send you the survey by Friday.
do 3: away 2026-03-04 2026-03-15
now 10
	open commitment me tom due 6 "survey"
suggest
	nothing

story: a good-bye until one of two days is no meeting
a 2 09:00 tom > me | Masts
	The masts are up, and nobody was hurt.

	Talk to you later tomorrow or Thursday.
b 2 10:00 ann > me | Sails
	The sails are dry.

	Bis dann, morgen oder am Freitag!
now 4
	nothing

story: but one for an hour is
a 2 09:00 tom > me | Masts
	The masts are up, and nobody was hurt.

	See you on Friday at 3.
b 2 10:00 ann > me | Sails
	Talk to you tomorrow at 10.
now 2
	open meeting me tom due 6 "See you"
	open meeting me ann due 3 "Talk to you"

story: one meets when the subject says, where the sentence says nothing
a 2 09:00 tom > me | Meeting at 2:00pm Friday
	Can you join us? I may be late.
b 2 10:00 ann > me | Dinner on March 12
	I would like to invite you.
c 2 11:00 me > bob | Re: Lunch on March 5
	Would you like to join us?
now 3
	open meeting me tom due 6 "join us"
	open meeting me ann due 12 "invite"
	open meeting them bob due 5 "join us"

story: not when the subject is of something else, or of the past
a 2 09:00 tom > me | Report on March 12
	Can we meet to talk about it?
b 10 10:00 ann > me | Re: Dinner on March 5
	I would like to meet you again.
c 10 11:00 bob > me | Minutes of the meeting on March 12
	Can we meet to talk about them?
d 10 12:00 zoe > me | Re: Lunch on Friday
	Can you join us?
now 11
	open meeting me tom "Can we meet"
	open meeting me ann "meet you again"
	open meeting me bob "Can we meet"
	open meeting me zoe "join us"

story: nor when it says two times, or the letter another one
a 2 09:00 tom > me | Meeting on March 5 or March 12
	Can you join us?
b 2 10:00 ann > me | Meeting on March 12
	Can you join us? I have a room for the 5th of March.
c 2 11:00 bob > me | Lunch at noon
	Can you join us?
d 2 12:00 zoe > me | Meeting on Friday
	Please send me the report.
now 3
	open meeting me tom "join us"
	open meeting me ann "join us"
	open meeting me bob "join us"
	open request me zoe "report"
