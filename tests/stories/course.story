# What other letters show to be likely done: thanks for it, a letter on to
# somebody else, a colleague who steps in. None of it closes anything.

story: thanks of one who had a copy ask whether a promise is kept
a 2 09:00 me > tom / ann | Chapter
	I will send you my comments by Friday.
b 10 10:00 ann > me, tom | Re: Chapter | < a
	Many thanks for your comments, which are in the text now and went
	off to the printers.
now 11
	overdue commitment me tom due 6 likely settled "comments"

story: thanks of one who was told of nothing say nothing
a 2 09:00 me > tom | Chapter
	I will send you my comments by Friday.
b 10 10:00 ann > me, tom | Re: Chapter | < a
	Many thanks for your comments, which are in the text now and went
	off to the printers.
now 11
	overdue commitment me tom due 6 "comments"

story: thanks for a message are for no more than that
a 2 09:00 me > tom | Chapter
	I will send a message to the printers by Friday.
b 10 10:00 tom > me | Re: Chapter | < a
	Thank you for your message, it was a pleasure to read of the printers
	and of all the other people who live by the harbour.
now 11
	overdue commitment me tom due 6 "printers"

story: thanks in advance thank for nothing yet
a 2 09:00 me > tom | Chapter
	I will send you my comments by Friday.
b 3 10:00 tom > me | Re: Chapter | < a
	Thank you in advance for your comments, which I am sure will be as
	long and as useful as they were last year.
now 4
	open commitment me tom due 6 "comments"

story: what is thanked for in a subordinate clause is not there yet
a 2 09:00 me > tom | Chapter
	I will send you my comments by Friday.
b 3 10:00 tom > me | Re: Chapter | < a
	Once I have received your comments, the printers will begin.
now 4
	open commitment me tom due 6 "comments"

story: a letter to whom the promise names asks whether it is kept
a 2 09:00 me > tom | Model
	I will write to Bob about the model.
b 3 10:00 me > bob / tom | Re: Model | < a
	Bob, we have to look under the bonnet before the model is bought.
now 4
	open commitment me tom likely settled "write to Bob"

story: a letter to whom it names that the other does not see says nothing
a 2 09:00 me > tom | Model
	I will write to Bob about the model.
b 3 10:00 me > bob | Re: Model | < a
	Bob, we have to look under the bonnet before the model is bought.
now 4
	open commitment me tom "write to Bob"

story: a letter to one whom it does not name says nothing of who was told
a 2 09:00 me > tom / ann | Model
	I will write to Bob about the model.
b 3 10:00 me > ann / tom | Re: Model | < a
	Ann, the bonnet of the old boat is green.
now 4
	open commitment me tom "write to Bob"

story: who was asked writes on to somebody else
a 2 09:00 me > ann | Membership
	Please renew my membership in the sailing club.
b 3 10:00 ann > zoe / me | Re: Membership | < a
	The form was faxed on Monday and the fee was charged to the card of
	Mia Berg.
now 4
	open request them ann likely settled "renew"

story: who asked does not do it by writing on
a 2 09:00 me > ann | Membership
	Please renew my membership in the sailing club.
b 3 10:00 me > zoe / ann | Re: Membership | < a
	The form of last year was green and had four pages.
now 4
	open request them ann "renew"

story: a promise to do it sent to somebody else is not it
a 2 09:00 me > ann | Membership
	Please renew my membership in the sailing club.
b 3 10:00 ann > zoe / me | Re: Membership | < a
	I will do it tomorrow.
now 3
	open request them ann "renew"

story: the assistant whom a promise names writes
a 2 09:00 me > tom / ann | Visit
	My assistant, Ann Lee, will call you about the time of the meeting.
b 3 10:00 ann > tom / me | Re: Visit | < a
	The gentlemen are free on Thursday from two to four.
now 4
	open commitment me tom likely settled "will call you"

story: a colleague who was told does it
a 2 09:00 me > tom / ann | Visit
	We will make a hotel reservation for you.
b 3 10:00 ann > tom / me | Re: Visit | < a
	Reservations have been made for you at the hotel by the harbour.
now 4
	open commitment me tom likely settled "hotel"

story: a colleague who says something else does nothing
a 2 09:00 me > tom / ann | Visit
	We will make a hotel reservation for you.
b 3 10:00 ann > tom / me | Re: Visit | < a
	The minutes of last year have been sent to your office.
now 4
	open commitment me tom "hotel"

story: a colleague who writes to me alone does nothing for others
a 2 09:00 me > tom / ann | Visit
	We will make a hotel reservation for you.
b 3 10:00 ann > me | Re: Visit | < a
	Reservations have been made for us at the hotel by the harbour.
now 4
	open commitment me tom "hotel"

story: thanks for an answer that went another way
a 2 09:00 tom > me | Seminar
	Which of the two halls would be better?
b 3 10:00 tom > me | Re: Seminar | < a elsewhere
	Excellent. Thank you.
now 4
	open question me tom likely settled "two halls"

story: thanks to what was said before the question answer nothing
a 2 09:00 me > tom | Seminar
	The hall has forty chairs.
b 3 10:00 tom > me | Re: Seminar | < a
	Which of the two halls would be better?
c 3 11:00 tom > me | Re: Seminar | < a
	Excellent. Thank you.
now 4
	open question me tom "two halls"

story: thanks for a promise do not tell of the deed
a 2 09:00 tom > me | Cases
	Please send me the cases that we spoke of.
b 3 10:00 tom > me | Re: Cases | < a elsewhere
	Thanks. I look forward to working with you.
now 4
	open request me tom "cases"

story: who asks again has no answer
a 2 09:00 tom > me | Seminar
	Which of the two halls would be better?
b 3 10:00 tom > me | Re: Seminar | < a elsewhere
	Thanks. Did you have a chance to think about the halls?
now 4
	open question me tom "two halls"

story: enough was done
a 2 09:00 tom > me | Interview
	I will call him again and get back to you.
b 3 10:00 me > tom | Re: Interview | < a
	I think that we have done enough for this man.
now 4
	dropped commitment them tom "call him"

story: one of two who were asked for a word gives it
a 2 09:00 tom > me, ann | Hotel
	Please let me know the name of the hotel by the harbour.
b 3 10:00 ann > tom, me | Re: Hotel | < a
	It is the Harbour Inn, right by the station.
now 4
	open request me tom likely settled "Please let me know"

story: what one of many says is said for one
a 2 09:00 tom > me, ann, bob, zoe | Party
	Please let me know what you would like to eat.
b 3 10:00 ann > tom, me, bob, zoe | Re: Party | < a
	Soup and bread, and a great deal of both.
now 4
	open request me tom "Please let me know"

story: two requests for one thing are done together
a 2 09:00 me > tom | Survey
	Could you send me the survey of the harbour walls?

	Could you send it before the council meets, as a file of the survey
	that has every stone of the harbour in it?
b 3 10:00 tom > me | Re: Survey | < a | file survey-harbour-walls.pdf
	Attached is the survey of the harbour walls.
now 4
	done request them tom "harbour walls"
	done request them tom "every stone"

story: what shares words with what was asked beside it is likely done too
a 2 09:00 me > tom | Walls
	Could you send me the survey of the harbour walls?

	Please tell the council how old the harbour walls are.

	Please bring the ladder back.
b 3 10:00 tom > me | For you | file survey-harbour.pdf
	Attached is the survey of the harbour.
now 4
	done request them tom "survey"
	open request them tom likely settled "council"
	open request them tom "ladder"

story: that one may do as before is no task
a 2 09:00 tom > me | Choir
	May I stay in the choir?
b 3 10:00 me > tom | Re: Choir | < a
	We like to see people sing, and I think you should continue your work with the choir.
now 4
	done question me tom "May I stay"

story: but to call somebody is one, reply or not
a 2 09:00 tom > me | Choir
	May I stay in the choir?
b 3 10:00 me > tom | Re: Choir | < a
	I think you should call Ann about the choir.
c 2 11:00 tom > me | Survey
	May I stop the survey?
d 3 11:00 me > tom | Re: Survey | < c
	I think you should continue to send me the survey.
now 4
	done question me tom "May I stay"
	open request them tom "call Ann"
	done question me tom "May I stop"
	open request them tom "continue to send"
