# What delivers although it names little or nothing, and what only seems to;
# a meeting that is turned down; a word that is all that was wanted.

story: the thing stands before what is done with it
a 2 09:00 me > tom | Phase 2
	I will send you the revised quotation by Friday.
b 4 10:00 me > tom | Re: Phase 2 | < a
	Revised quotation attached, valid until the end of July. The ferry
	runs on Sundays too, by the way, and the harbour is green again
	after all the rain that we have had since the new year began.
now 9
	done commitment me tom due 6 "revised quotation"

story: another thing stands before it
a 2 09:00 me > tom | Phase 2
	I will send you the revised quotation by Friday.
b 4 10:00 me > tom | Re: Phase 2 | < a
	Photographs attached, from the garden by the harbour wall. The ferry
	runs on Sundays too, by the way, and the harbour is green again
	after all the rain that we have had since the new year began.
now 5
	open commitment me tom due 6 "revised quotation"

story: not attached is not there
a 2 09:00 me > tom | Phase 2
	I will send you the revised quotation by Friday.
b 4 10:00 me > tom | Re: Phase 2 | < a
	Quotation not attached, the printer is on fire.
now 5
	open commitment me tom due 6 "revised quotation"

story: as promised, and then the thing itself
a 2 09:00 me > tom | Rider
	I will send you two lines on paper by Friday.
b 4 10:00 me > tom | Re: Rider | < a
	As promised:

	(a) Buyer bears the costs above a fixed sum in any year, but half of
	them alone in the first;

	(b) Seller tells Buyer of all such costs as soon as they are known and
	keeps them as low as can be.
now 9
	done commitment me tom due 6 "two lines"

story: of two promises nobody knows which was meant
a 2 09:00 me > tom | Rider
	I will send you the survey by Friday.

	I will send you the tide tables by Friday.
b 4 10:00 me > tom | Re: Rider | < a
	As promised:

	(a) Buyer bears the costs above a fixed sum in any year, but half of
	them alone in the first;

	(b) Seller tells Buyer of all such costs as soon as they are known.
now 5
	open commitment me tom due 6 "survey"
	open commitment me tom due 6 "tide tables"

story: found it and sent it off
a 2 09:00 me > tom | Certificate
	Could you dig up the old certificate and get it over to her by Friday?
b 4 10:00 tom > me | Re: Certificate | < a
	Found it, just faxed to her office. The paper one is in the bag with
	the others, and Bob has signed it with his left hand since the right
	one is still in plaster from the winter.
now 9
	done request them tom due 6 "certificate"

story: asked whether it is done, nothing is
a 2 09:00 me > tom | Certificate
	Could you get the certificate over to her by Friday?
b 4 10:00 tom > me | Re: Certificate | < a
	All sent?
now 5
	open request them tom due 6 "certificate"
	open question me tom "All sent"

story: one part came, the other will follow
a 2 09:00 tom > me | Brochure
	The printers want the slides by Friday.

	Please send me the slides by Friday.
b 3 10:00 me > tom | Re: Brochure | < a
	The bio is attached. The slides will follow next week.
now 4
	done request me tom due 6 "Please send me the slides"
	open commitment me tom due 13 "slides will follow"

story: done, and another thing is promised
a 2 09:00 tom > me | Room
	Please book the room for the fair.
b 4 10:00 me > tom | Re: Room | < a
	Done. I will send you the tide tables by Friday.
now 5
	done request me tom "book the room"
	open commitment me tom due 6 "tide tables"

story: who waited says that it came
a 2 09:00 me > tom | Invoice
	Could you check why the invoice has not been paid?
b 6 10:00 me > tom | Re: Invoice | < a
	The money's here since this morning, all settled.
now 9
	done request them tom "invoice"

story: who waited says what has not come
a 2 09:00 me > tom | Invoice
	Could you check why the invoice has not been paid?
b 6 10:00 me > tom | Re: Invoice | < a
	The money isn't here yet.
now 9
	open request them tom "invoice"

story: to find out is done by telling
a 2 09:00 me > tom | Ferry
	Could you find out when the ferry is coming back?
b 3 10:00 tom > me | Re: Ferry | < a
	Talked to Zoe. Ferry back on the 19th, she thinks, with a new coat of
	paint.
now 9
	done question them tom "ferry"

story: to find out is not done by promising to
a 2 09:00 me > tom | Ferry
	Could you find out when the ferry is coming back?
b 3 10:00 tom > me | Re: Ferry | < a
	Will do.
now 9
	open question them tom "ferry"

story: go is the word that was wanted
a 2 09:00 tom > me | Motion
	May I have your go-ahead by Thursday?
b 3 10:00 me > tom | Re: Motion | < a
	Go. The rest is up to the court and the weather.
now 9
	done request me tom due 5 "go-ahead"

story: go is no deed
a 2 09:00 tom > me | Motion
	Could you send me the motion by Thursday?
b 3 10:00 me > tom | Re: Motion | < a
	Go ahead with the rest.
now 4
	open request me tom due 5 "motion"

story: not looking turns the talk down
a 2 09:00 tom > me | Confidential
	Could we talk for twenty minutes on Thursday?
b 3 10:00 me > tom | Re: Confidential | < a
	not looking. after the summer maybe
now 9
	dropped meeting me tom due 5 "talk"

story: cannot make it, says one who leaves out who
a 2 09:00 tom > me | Walk
	Can we meet on Thursday at 3 pm?
b 3 10:00 me > tom | Re: Walk | < a
	nope, can't make it, dentist
now 9
	dropped meeting me tom due 5 "Can we meet"

story: a day that does not do leaves the meeting
a 2 09:00 tom > me | Walk
	Can we meet on Thursday at 3 pm?
b 3 10:00 me > tom | Re: Walk | < a
	Thursday is too early for me.
now 4
	open meeting me tom due 5 "Can we meet"

story: who would rather not do one thing leaves the question beside it
a 2 09:00 tom > me | Audit
	Where are we on the audit of the harbour?

	Can you spare Bob for two weeks?
b 3 10:00 me > tom | Re: Audit | < a
	Bob is busy, I'd rather not.
now 4
	done question me tom "Where are we"
	dropped request me tom "spare Bob"

story: what one of many sends is their own part
a 2 09:00 me > tom, ann, bob, zoe | Lists
	Please send me your list of projects by Friday.
b 4 10:00 zoe > me | Re: Lists | < a
	My list of projects is attached.
now 5
	open request them tom due 6 likely settled "list of projects"

story: of two one sends it for both
a 2 09:00 me > tom, ann | Lists
	Please send me the list of projects by Friday.
b 4 10:00 ann > me, tom | Re: Lists | < a
	The list of projects is attached.
now 5
	done request them tom due 6 "list of projects"

story: passt gives the word
a 2 09:00 tom > me | Therme
	Am Dienstag kommt die Firma zum Tausch. Geben Sie mir bitte kurz
	Bescheid, ob das bei Ihnen klappt.
b 3 10:00 me > tom | Re: Therme | < a
	Guten Morgen, passt, mein Mann ist den ganzen Vormittag daheim.
now 4
	done request me tom "Bescheid"

story: passt sends nothing
a 2 09:00 tom > me | Therme
	Bitte schicken Sie mir den Plan der Wohnung.
b 3 10:00 me > tom | Re: Therme | < a
	Passt, mache ich.
now 4
	open request me tom "Plan"

story: what is said on a Sunday of later in the week is of the next
a 1 09:00 tom > me | Plan
	I will send you the floor plan later in the week.
	Could you send me the keys later this week?
now 2
	open commitment them tom due 6 "floor plan"
	open request me tom due 6 "keys"

story: what one plans, lets follow and waits for
a 2 09:00 tom > me | Plan
	I am planning to finish the floor plan by Friday.
	We're wiring the refund on Tuesday.
	I still owe you the receipts.
	We await your decision on the roof.
	The keys should be with you by Thursday.
	I plan to be in Rome on Friday.
	I owe you a beer.
	Guess who called?
	How was your weekend?
now 3
	open commitment them tom due 6 "floor plan"
	open commitment them tom due 3 "wiring the refund"
	open commitment them tom "receipts"
	open commitment them tom due 5 "keys"
	open request me tom "decision on the roof"
