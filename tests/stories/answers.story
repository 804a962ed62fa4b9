# What answers a question or a request, what repeats it, and what does not.

story: a reply with content answers
a 2 09:00 tom > me | Hotel
	Which hotel is it?
b 3 10:00 me > tom | Re: Hotel | < a
	It is the Harbour Inn, right by the station.
now 9
	done question me tom "Which hotel"

story: thanks answer nothing
a 2 09:00 tom > me | Hotel
	Which hotel is it?
b 3 10:00 me > tom | Re: Hotel | < a
	Thanks, Tom.
now 9
	open question me tom "Which hotel"

story: a counter-question answers nothing
a 2 09:00 me > tom | Hotel
	Which hotel is it?
b 3 10:00 tom > me | Re: Hotel | < a
	In which city do you mean?
now 9
	open question them tom "Which hotel"
	open question me tom "which city"

story: an automatic reply answers nothing
a 2 09:00 me > tom | Hotel
	Which hotel is it?
b 2 09:01 tom > me | Automatic reply: Hotel | < a | Auto-Submitted: auto-replied
	Your message has arrived. I answer all mail within the day.
now 9
	open question them tom "Which hotel"

story: a bounce answers nothing
a 2 09:00 me > tom | Hotel
	Which hotel is it?
b 2 09:01 tom > me | Undelivered Mail Returned to Sender | < a | Auto-Submitted: auto-replied | Content-Type: text/plain
	I am sorry to have to inform you that your message could not be
	delivered to one or more recipients.
now 9
	open question them tom "Which hotel"

story: my own copy answers nothing
a 2 09:00 tom > me | Hotel
	Which hotel is it?
b 3 10:00 me > tom, me | Re: Hotel | < a | in
	It is the Harbour Inn, right by the station.
now 9
	open question me tom "Which hotel"

story: a letter from my other address answers nothing by itself
a 2 09:00 tom > me | Hotel
	Which hotel is it?
b 3 10:00 mia > me | Fwd: Hotel | < a
	It is the Harbour Inn, right by the station.
now 9
	open question me tom "Which hotel"

story: yes gives the word that was asked for
a 2 09:00 tom > me | Thursday
	Can you confirm that the room is booked?
b 3 10:00 me > tom | Re: Thursday | < a
	Yes.
now 9
	done request me tom "Can you confirm"

story: let me know is done by letting know
a 2 09:00 me > tom | Thursday
	Please let me know whether the room is big enough.
b 3 10:00 tom > me | Re: Thursday | < a
	It is, there are forty chairs.
now 9
	done request them tom "Please let me know"

story: yes does not do what was asked
a 2 09:00 tom > me | The draft
	Could you send me the draft of the contract?
b 3 10:00 me > tom | Re: The draft | < a
	Sure.
now 9
	open request me tom "Could you send"

story: talk about it leaves work undone but asks whether it is done
a 2 09:00 tom > me | The draft
	Could you send me the draft of the contract?
b 3 10:00 me > tom | Re: The draft | < a
	The contract has changed a good deal since we saw Zoe in January.
now 9
	open request me tom likely settled "Could you send"
suggest
	close tom

story: an outsider closes nothing
a 2 09:00 tom > me / bob | Hotel
	Mia, which hotel is it?
b 3 10:00 bob > me, tom | Re: Hotel | < a
	It is the Harbour Inn, right by the station.
now 9
	open question me tom "which hotel"

story: who was asked too answers for both
a 2 09:00 tom > me, ann | Hotel
	Which hotel is it?
b 3 10:00 ann > tom, me | Re: Hotel | < a
	It is the Harbour Inn, right by the station.
now 9
	done question me tom "Which hotel"

story: an answer to somebody else does not answer
a 2 09:00 tom > me / ann | Hotel
	Which hotel is it?
b 3 10:00 me > ann | Re: Hotel | < a
	It is the Harbour Inn, right by the station.
now 9
	open question me tom "Which hotel"

story: thanks and OK leave what is still owed
a 2 09:00 me > tom | The draft
	I will send you the draft of the contract by Friday.
b 3 10:00 tom > me | Re: The draft | < a
	Thanks, OK.
now 4
	open commitment me tom due 6 "I will send you the draft"

story: many questions in one letter leave a doubt
a 2 09:00 tom > me | Visit
	Is the fair booking your hotel?

	When is your flight back?

	Is this your first visit to the coast?
b 3 10:00 me > tom | Re: Visit | < a
	I arrive on Sunday morning and leave on Saturday, and I look
	forward to the fair and to the garden by the harbour.
now 9
	open question me tom likely settled "booking your hotel"
	open question me tom likely settled "When is your"
	open question me tom likely settled "first visit"
suggest
	close tom

story: to want to talk about it is no answer
a 2 09:00 tom > me | Hotel
	Which hotel is it?
b 3 10:00 me > tom | Re: Hotel | < a
	Let's meet on Friday at 3 pm to discuss the hotel.
now 4
	open question me tom likely settled "Which hotel"
	open meeting them tom due 6 "Let's meet"

story: a question asked again is not a second one
a 2 09:00 me > tom | Hotel
	Which hotel shall I book for the fair?
b 6 10:00 me > tom | Re: Hotel | < a
	Which hotel shall I book for the fair?
now 7
	open question them tom "Which hotel"

story: a reminder is no second request
a 2 09:00 me > tom | Survey
	Could you send me the survey by Friday?
b 4 10:00 me > tom | Re: Survey | < a
	Have you had a chance to finish the survey?
now 5
	open request them tom due 6 "Could you send me the survey"

story: a reminder of another thing is its own
a 2 09:00 me > tom | Survey
	Could you send me the survey by Friday?
b 4 10:00 me > tom | Re: Survey | < a
	Please don't forget the tide tables.
now 5
	open request them tom due 6 "survey"
	open request them tom "tide tables"

story: a reminder of what is done asks anew
a 2 09:00 tom > me | Survey
	Could you send me the survey by Friday?
b 3 09:00 me > tom | Re: Survey | < a | file survey.pdf
	Here is the survey.
c 9 10:00 tom > me | Re: Survey | < a b
	Please don't forget the survey of the harbour.
now 10
	done request me tom due 6 "survey by Friday"
	open request me tom "survey of the harbour"

story: a promise is reminded of
a 2 09:00 tom > me | Survey
	I will send you the survey by Friday.
b 9 10:00 me > tom | Re: Survey | < a
	When can I expect the survey?
now 10
	overdue commitment them tom due 6 "survey"

story: that it was noted answers nothing
a 2 09:00 me > tom | Hotel
	Which hotel is it?
b 3 10:00 tom > me | Re: Hotel | < a
	Got your message, thanks.
now 9
	open question them tom "Which hotel"

story: not to know yet answers nothing
a 2 09:00 me > tom | Hotel
	Which hotel is it?
b 3 10:00 tom > me | Re: Hotel | < a
	I don't know yet.
now 9
	open question them tom "Which hotel"

story: two words without a full stop can be the answer
a 2 09:00 me > tom | Hotel
	Which hotel is it?
b 3 10:00 tom > me | Re: Hotel | < a
	Harbour Inn

	Tom
now 9
	done question them tom "Which hotel"

story: a name under a greeting is no answer
a 2 09:00 me > tom | Hotel
	Which hotel is it?
b 3 10:00 tom > me | Re: Hotel | < a
	Best regards
	Tom Hill
now 9
	open question them tom "Which hotel"

story: of many questions those are answered that are quoted
a 2 09:00 tom > me | Boat
	Is the boat still for sale? What is the lowest price that you would
	take? Has the engine been replaced at any time?
b 3 10:00 me > tom | Re: Boat | < a
	> What is the lowest price that you would
	> take?

	1,350, and not a penny less.

	> Has the engine been replaced at any time?

	It was in May.
now 9
	open question me tom likely settled "Is the boat"
	done question me tom "lowest price"
	done question me tom "engine"

story: thanks under a quoted question do not answer it
a 2 09:00 tom > me | Boat
	Is the boat still for sale? What is the lowest price that you would
	take? Has the engine been replaced at any time?
b 3 10:00 me > tom | Re: Boat | < a
	> Has the engine been replaced at any time?

	Thanks for asking.
now 9
	open question me tom "Is the boat"
	open question me tom "lowest price"
	open question me tom "engine"

story: a question quoted answers no other
a 2 09:00 tom > me | Boat
	Is the boat still for sale? Which bank is yours? Has the engine been
	replaced at any time?
b 3 10:00 me > tom | Re: Boat | < a
	> Has the engine been replaced at any time?

	It was in May.
now 9
	open question me tom likely settled "Is the boat"
	open question me tom likely settled "Which bank"
	done question me tom "engine"
