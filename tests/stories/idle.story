# What sounds like an ask, a promise or a meeting and is none.

story: old stories between friends ask nothing
a 2 09:00 tom > me | Hello
	Remember when we lost the oars on the lake?
	Is that even legal?
	Who else would have stayed out in the rain?
	Had I known how cold it gets I would have stayed at home.
	Still alive?
now 3
	nothing

story: a question behind them is asked all the same
a 2 09:00 tom > me | Hello
	Remember when we lost the oars on the lake?
	Do you remember where we bought the new ones?
now 3
	open question me tom "the new ones"

story: headings of an outline are put to nobody
a 2 09:00 tom > me | Course
	Here is the outline of the second day.
	- What is volatility?
	- Why do firms need insurance?
	Could you look at it by Friday?
now 3
	open request me tom due 6 "look at it"

story: the subject's own questions are put to nobody
a 2 09:00 tom > me | Course
	The chapter deals with risk.
	What model would one use to describe it?
	How should one measure a loss?
now 3
	nothing

story: a stance is no promise
a 2 09:00 tom > me | Rent
	I believe it is the owner's responsibility to mend the roof, and we will say so in court.
	Of course we look for the lowest rent.
now 3
	nothing

story: what the sentence itself rules out is not promised
a 2 09:00 tom > me | Copies
	We can have the copies made by Friday, but you won't be here to sign them.
now 3
	nothing

story: a letter's words about itself promise nothing
a 2 09:00 tom > me | Copies
	I will keep it short.
	You may want to sit down before you read the bill.
	Draft lease and letter attached.
	I hope to see you all again soon.
now 3
	nothing

story: an abstract tells what a talk will show
a 2 09:00 me > tom | Abstract
	In this talk we will review three models of rain.
	We shall then present a fourth one.
now 3
	nothing

story: entries of a list that are agreed to are no hours
a 2 09:00 tom > me | Points
	1 and 3 are fine with me.
	September is full but October looks good.
now 3
	nothing

story: a call with somebody else is not mine
a 2 09:00 tom > me | Today
	My call got moved to 15:30.
	There will be no staff meeting this Friday.
	I am planning to meet with the mayor next week.
	ACME confirmed the meeting on the 20th.
now 3
	nothing

story: leave that is asked for is a question
a 2 09:00 tom > me | Leave
	I'd like to take vacation from Monday, is that OK with you?
now 3
	open question me tom "vacation"

story: a call that is suggested is a meeting
a 2 09:00 tom > me | Roof
	I would suggest a call among the three of us on Thursday.
now 3
	open meeting me tom due 5 "suggest a call"

story: a party that one is reminded of is a meeting
a 2 09:00 tom > me | Party
	Just a reminder that Friday is the garden party.
now 3
	open meeting me tom due 6 "garden party"

story: what is to stand in a calendar is a request
a 2 09:00 me > ann | Fair
	Ann, please put it on my calendar.
now 3
	open request them ann "on my calendar"

story: who is told to expect a report is promised one
a 2 09:00 tom > me | Report
	Please expect my report by Friday.
now 3
	open commitment them tom due 6 "my report"

story: somebody of one's office who will call is promised
a 2 09:00 me > tom | Talk
	My assistant Ann Hall will call you on Friday to set up a talk.
now 3
	open commitment me tom due 6 "My assistant"

story: for the case of an error nobody meets
a 2 09:00 tom > me | Lease
	Should you find any error in the copy, please call me tonight.
now 3
	nothing

story: an opinion that was wanted asks nothing
a 2 09:00 tom > me | Ann
	My recommendation is to give her the job.
now 3
	nothing

story: advice to the reader does
a 2 09:00 tom > me | Ann
	My recommendation is that you talk to her first.
now 3
	open request me tom "talk to her"
