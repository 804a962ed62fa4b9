# What fulfils a promise or a request, and what does not.

story: here it is
a 2 09:00 me > tom | The survey
	I will send you the survey by Friday.
b 4 10:00 me > tom | Re: The survey | < a
	Here is the survey.
now 9
	done commitment me tom due 6 "I will send you the survey"

story: a file whose name is what was promised
a 2 09:00 tom > me | Budget
	I will send you the budget report by Thursday.
b 4 10:00 tom > me | Re: Budget | < a | file budget-report.pdf
	With best regards, Tom
now 9
	done commitment them tom due 5 "budget report"

story: a link whose words are what was promised
a 2 09:00 tom > me | Survey
	I will send you the tide tables by Thursday.
b 4 10:00 tom > me | Re: Survey | < a
	Here you go: https://work.example/files/tide-tables-2026.pdf
now 9
	done commitment them tom due 5 "tide tables"

story: a file of another name fulfils nothing
a 2 09:00 tom > me | Budget
	I will send you the budget report by Thursday.
b 4 10:00 tom > me | Holiday | file beach.pdf
	Look where we were last week!
now 5 09:00
	open commitment them tom due 5 "budget report"

story: fulfilled in a letter of its own
a 2 09:00 me > tom | Planning the year
	I will send you the tide tables by Thursday.
b 4 10:00 me > tom | Tide tables | file tide-tables.pdf
	Tom, attached are the tide tables.
now 9
	done commitment me tom due 5 "tide tables"

story: sent to the wrong people fulfils nothing
a 2 09:00 me > tom | Planning the year
	I will send you the tide tables by Thursday.
b 4 10:00 me > zoe | Tide tables | file tide-tables.pdf
	Zoe, attached are the tide tables.
now 5 09:00
	open commitment me tom due 5 "tide tables"

story: other words in another letter fulfil nothing
a 2 09:00 me > tom | Planning the year
	I will send you the tide tables by Thursday.
b 4 10:00 me > tom | Photos | file photos.pdf
	Tom, attached are the photos of the garden.
now 5 09:00
	open commitment me tom due 5 "tide tables"

story: a letter from before the promise fulfils nothing
a 1 10:00 me > tom | Tide tables | file tide-tables.pdf
	Tom, attached are the tide tables.
b 2 09:00 me > tom | Planning the year
	I will send you the tide tables for autumn by Thursday.
now 5 09:00
	open commitment me tom due 5 "tide tables"

story: that it was sent to another tells the one who waits
a 2 09:00 tom > me | Form
	Please send the registration form to Zoe by Friday.
b 4 10:00 me > tom | Re: Form | < a
	I have sent the registration form to Zoe.
now 9
	done request me tom due 6 "registration form"

story: thanks for what came ask whether a promise is kept
a 2 09:00 me > tom | Survey
	I will send you the survey by Friday.
b 4 10:00 tom > me | Re: Survey | < a
	Thank you for sending the survey so quickly.
now 9
	overdue commitment me tom due 6 likely settled "I will send you the survey"
suggest
	close tom

story: a promise again is not a second one
a 2 09:00 me > tom | Survey
	I will send you the survey by Friday.
b 4 10:00 me > tom | Re: Survey | < a
	As I said, I will send you the survey by Friday.
now 5
	open commitment me tom due 6 "I will send you the survey"

story: not yet sent fulfils nothing
a 2 09:00 me > tom | Survey
	I will send you the survey by Friday.
b 4 10:00 me > tom | Re: Survey | < a
	I have not sent the survey yet.
now 5
	open commitment me tom due 6 "I will send you the survey"

story: what is done by hand can be taken back
a 2 09:00 me > tom | Survey
	I will send you the survey by Friday.
do 4: done "survey"
do 4 10:00: undo
now 5
	open commitment me tom due 6 "survey"

story: a promised word is likely given by a later letter
a 2 09:00 me > tom | Prices
	I will let you know about the prices.
b 5 10:00 me > tom | Re: Prices | < a
	They stay as they were in January, all of them.
now 9
	open commitment me tom likely settled "I will let you know"
suggest
	close tom

story: a promised word is not given by thanks
a 2 09:00 me > tom | Prices
	I will let you know about the prices.
b 5 10:00 me > tom | Re: Prices | < a
	Thanks, Tom.
now 9
	open commitment me tom "I will let you know"
suggest
	nothing

story: a short word about another thing fulfils nothing
a 2 09:00 tom > me | Budget
	Could you send me the budget report?
b 3 10:00 me > tom | Re: Budget | < a
	This is a copy of my London presentation.
now 3 12:00
	open request me tom likely settled "budget report"

story: a link of another name fulfils nothing
a 2 09:00 tom > me | Survey
	I will send you the tide tables by Thursday.
b 4 10:00 tom > me | Holiday
	Here you go: https://work.example/files/garden-photos.html
now 5 09:00
	open commitment them tom due 5 "tide tables"

story: as promised fulfils
a 2 09:00 me > tom | Survey
	I will send you the survey by Friday.
b 4 10:00 me > tom | Re: Survey | < a | file survey.pdf
	As promised.
now 9
	done commitment me tom due 6 "survey"

story: a bounce says that nothing was sent
a 2 09:00 me > tom | Survey
	I will send you the survey by Friday.
b 4 10:00 me > tom | Re: Survey | < a | Content-Type: text/plain
	I will be at the fair.
c 4 10:01 tom > me | Undelivered Mail Returned to Sender | < b | Auto-Submitted: auto-replied
	I am sorry to have to inform you that your message could not be
	delivered. The survey is attached.
now 5
	open commitment me tom due 6 "survey"

story: a letter from my other address keeps no promise of another
a 2 09:00 tom > me | Survey
	I will send you the survey by Friday.
b 4 10:00 mia > me | Survey | file survey.pdf
	Here is the survey.
now 5
	open commitment them tom due 6 "survey"

story: my other address sends what I promised
a 2 09:00 me > tom | Survey
	I will send you the survey by Friday.
b 4 10:00 mia > tom | Re: Survey | < a | out
	Here is the survey.
now 9
	done commitment me tom due 6 "survey"

story: just sent it fulfils
a 2 09:00 tom > me | Survey
	Could you send me the survey by Friday?
b 4 10:00 me > tom | Re: Survey | < a
	I just sent it.
now 5
	done request me tom due 6 "survey"

story: done is all that need be said
a 2 09:00 tom > me | Room
	Please book the room for the fair.
b 4 10:00 me > tom | Re: Room | < a
	Done.
now 5
	done request me tom "book the room"

story: not done is not done
a 2 09:00 tom > me | Room
	Please book the room for the fair.
b 4 10:00 me > tom | Re: Room | < a
	It is not done yet.
now 5
	open request me tom "book the room"

story: what was kept can be promised anew
a 2 09:00 me > tom | Survey
	I will send you the survey by Friday.
b 4 10:00 me > tom | Re: Survey | < a
	Here is the survey.
c 9 10:00 me > tom | Re: Survey | < a b
	I will send you the survey by Friday.
now 10
	done commitment me tom due 6 "survey"
	open commitment me tom due 13 "survey"

story: the file that comes when it is due is what was promised
a 2 09:00 tom > me | Boiler
	The inspector wants the certificate.
b 2 10:00 me > tom | Re: Boiler | < a
	You will have it tonight even if I must type it myself.
c 2 19:00 me > tom | Re: Boiler | < b | file photo.pdf
	Photo and test sheet (no. 4) attached.
now 9
	done commitment me tom due 2 "tonight"

story: the file that comes a week before it is due may be another
a 2 10:00 me > tom | Boiler
	You will have it on Friday next week.
b 3 19:00 me > tom | Re: Boiler | < a | file photo.pdf
	Attached is a photo of the wall behind it, with the crack in the
	plaster that we both saw on the stairs.
now 4
	open commitment me tom due 13 likely settled "You will have it"

story: the file that comes when it is due with more to follow settles nothing
a 2 10:00 me > tom | Boiler
	You will have it on Thursday.
b 5 19:00 me > tom | Re: Boiler | < a | file photo.pdf
	Attached is a photo of the wall.
	I will send you the rest on Monday.
now 6 09:00
	overdue commitment me tom due 5 "You will have it"
	open commitment me tom due 9 "the rest"

story: under another subject, on the day, of the same thing
a 2 10:00 me > tom | Harbour lease
	You will have it on Thursday.
b 5 12:00 me > tom | The harbour lease, our version | file lease-3.pdf
	Here is our turn of it.
now 9
	done commitment me tom due 5 "You will have it"

story: under another subject, on the day, of another thing
a 2 10:00 me > tom | Harbour lease
	You will have it on Thursday.
b 5 12:00 me > tom | Summer concert | file programme.pdf
	Here is the programme.
now 5 13:00
	open commitment me tom due 5 "You will have it"

story: a reply answers the question that it reports on
a 2 10:00 me > tom | Signed copies
	Any idea what happened to the signed copies after the meeting?
b 2 14:00 tom > me | Re: Signed copies | < a
	They were in a folder on my desk while I was away for the surgery.
	One copy is on its way to Ann, and the other is in the vault.
now 9
	done question them tom "signed copies"

story: what is approved is agreed to
a 2 10:00 tom > me | Summer
	Is it ok by you when I am away in July?
b 2 14:00 me > tom | Re: Summer | < a
	Leave approved.
now 9
	done question me tom "ok by you"

story: what is reported in few words is done
a 2 09:00 me > tom | Trip
	Could you book the flights by Friday?
b 3 10:00 tom > me | Re: Trip | < a
	Flights are booked.
now 4
	done request them tom due 6 "flights"

story: what was cancelled for somebody is done
a 2 09:00 me > tom | Paper
	Could you cancel the subscription by Friday?
b 3 10:00 tom > me | Re: Paper | < a
	Cancelled the subscription for you.
now 4
	done request them tom due 6 "subscription"

story: of two things that are due a file may be either
a 2 10:00 me > tom | Boiler
	You will have the certificate on Friday.
	I will send you the warranty on Friday.
b 6 19:00 me > tom | Re: Boiler | < a | file photo.pdf
	Attached.
now 7
	overdue commitment me tom due 6 "certificate"
	overdue commitment me tom due 6 "warranty"
