# What is asked beside something else of the same letter: one thing or two.

story: an opinion of what was asked is part of it
a 2 09:00 tom > me | Kitchen
	Could we paint the kitchen green?
	The old colour has to go anyway.
	Let me know what you think.
now 3
	open question me tom "paint the kitchen"

story: wanted by a day, that is when the answer is due
a 2 09:00 tom > me | Kitchen
	Could we paint the kitchen green?
	Let me know your thoughts by Friday.
now 3
	open question me tom due 6 "paint the kitchen"

story: an opinion leads up to the question
a 2 09:00 me > tom | Kitchen
	I saw the green one at the fair.
	What do you think?
	Should I order a can of it?
now 3
	open question them tom "order a can"

story: an opinion of something named is a second thing
a 2 09:00 tom > me | Kitchen
	Could we paint the kitchen green?
	What do you think about the new tables?
now 3
	open question me tom "paint the kitchen"
	open question me tom "the new tables"

story: an opinion of what is delivered between stands for itself
a 2 09:00 tom > me | Invoice
	Please send Ann the invoice.
	Attached is the draft of the third chapter.
	Let me know what you think.
now 3
	open request me tom "the invoice"
	open request me tom "what you think"

story: an opinion of what is promised between stands for itself
a 2 09:00 tom > me | Invoice
	Please send Ann the invoice.
	I will write to Zoe about the roof.
	Let me know what you think.
now 3
	open request me tom "the invoice"
	open commitment them tom "the roof"
	open request me tom "what you think"

story: an opinion before a request is not of that
a 2 09:00 tom > me | Draft
	The draft of the third chapter is on the server.
	What do you think?
	Please send Ann the invoice as well.
now 3
	open question me tom "What do you think"
	open request me tom "the invoice"

story: an opinion far from what was asked is of something else
a 2 09:00 tom > me | Invoice
	Please send Ann the invoice.
	The third chapter went to the printers.
	It became much longer than the second.
	The figures are in colour now.
	Let me know what you think.
now 3
	open request me tom "the invoice"
	open request me tom "what you think"

story: whether one wants to is part of what one is asked
a 2 09:00 tom > me | Choir
	Would you sing with us at the fair?
	Please let me know if you are interested.
now 3
	open request me tom "sing with us"

story: whether one can do something else is a second thing
a 2 09:00 tom > me | Choir
	Would you sing with us at the fair?
	Please let me know if you can send the notes.
now 3
	open request me tom "sing with us"
	open request me tom "send the notes"

story: who comes to a meeting is asked with it
a 2 09:00 tom > me | Choir
	Let's meet on 16 March to go through the songs.
	The hall is warm and there will be cake.
	Please let me know if you are unable to attend.
now 3
	open meeting me tom due 16 "go through the songs"

story: when a meeting is to be is asked with it
a 2 09:00 me > tom | Choir
	We would like to invite you for dinner.
	Ann sends her regards.
	When would be most convenient for you?
now 3
	open meeting them tom "invite you for dinner"

story: the day of what is no meeting is asked for itself
a 2 09:00 tom > me | Choir
	Please send me the songs.
	Which day suits you best?
now 3
	open request me tom "send me the songs"
	open meeting me tom "Which day suits"

story: one meeting on one of two days is one
a 2 09:00 me > tom | Choir
	Next week would work for me.
	What about Friday or Saturday next week?
now 3
	open meeting them tom due 14 "Next week would work"

story: two meetings on two days are two
a 2 09:00 me > tom | Choir
	Let's have lunch on 10 March.
	Let's meet again on 17 March.
now 3
	open meeting them tom due 10 "lunch"
	open meeting them tom due 17 "meet again"

story: the same question in other words is one
a 2 09:00 tom > me | Speakers
	Is there somebody else in your choir whom you would recommend to speak at the summer concert?
	Please let me know whether there is somebody else in your choir who should speak about the summer concert, or about anything like it.
now 3
	open question me tom "whom you would recommend"

story: the same words about somebody else are two
a 2 09:00 tom > me | Speakers
	Is there somebody else in Leeds whom you would recommend to speak at the summer concert?
	Is there perhaps also somebody from Whitby you would recommend to speak at a concert?
now 3
	open question me tom "Leeds"
	open question me tom "Whitby"

story: two things asked for are two
a 2 09:00 tom > me | Report
	Please send me the report.
	Could you also book the room?
now 3
	open request me tom "send me the report"
	open request me tom "book the room"

story: a list of questions has each of them
a 2 09:00 tom > me | House
	1. What does the roof cost?
	2. Who mends the fence?
	3. What do you think of the garden?
now 3
	open question me tom "the roof"
	open question me tom "the fence"
	open question me tom "the garden"

story: in German an opinion of what was asked is part of it
a 2 09:00 tom > me | Küche
	Sollen wir die Küche grün streichen?
	Sag mir bitte, was du davon hältst.
now 3
	open question me tom "streichen"

story: in German an opinion of something named is a second thing
a 2 09:00 tom > me | Küche
	Kannst du die Küche grün streichen?
	Was hältst du von den neuen Tischen?
now 3
	open request me tom "streichen"
	open question me tom "Tischen"

story: in German who comes is asked with the meeting
a 2 09:00 tom > me | Chor
	Wollen wir uns am 16. März um 18 Uhr treffen?
	Bitte sag mir Bescheid, ob du kommst.
now 3
	open meeting me tom due 16 "treffen"

story: in German when a meeting is to be is asked with it
a 2 09:00 tom > me | Chor
	Können wir uns nächste Woche treffen?
	Die Halle ist geheizt.
	Wann passt es dir am besten?
now 3
	open meeting me tom due 13 "treffen"

story: the same asked of two things is two
a 2 09:00 tom > me | House
	Please let me know what the roof would cost.
	Please let me know what the fence would cost.
now 3
	open request me tom "the roof"
	open request me tom "the fence"

story: the same asked for two people is two
a 2 09:00 tom > me | Choir
	Could you send the new songs of the choir to Ann Lee?
	Could you send the new songs of the choir to Bob Stone?
now 3
	open request me tom "Ann Lee"
	open request me tom "Bob Stone"

story: the same asked twice is one
a 2 09:00 tom > me | Choir
	Could you send the new songs of the choir to Ann Lee?
	So please send the new songs of the choir to Ann Lee.
now 3
	open request me tom "Could you send"

story: whoever is invited to speak is asked once whether they will
a 2 09:00 tom > me | Harbour day
	It is my pleasure to invite you to speak at our harbour day. The programme has two parts. The first is about cranes. The second is about tides. Please let me know if you would like to participate by return email.
now 3
	open request me tom "invite you to speak"

story: an invitation to speak leaves other asks alone
a 2 09:00 tom > me | Harbour day
	It is my pleasure to invite you to speak at our harbour day. Please send me your portrait.
now 3
	open request me tom "invite you to speak"
	open request me tom "portrait"

story: to be told if so belongs to the question
a 2 09:00 tom > me | Kitchen
	Is there a green tin left in the cellar?
	If so, please advise by return.
now 3
	open question me tom "green tin"

story: what one is to do if so is a second thing
a 2 09:00 tom > me | Kitchen
	Is there a green tin left in the cellar?
	If so, please send it to Ann.
now 3
	open question me tom "green tin"
	open request me tom "send it to Ann"

story: help with this is help with what was asked
a 2 09:00 tom > me | Kitchen
	Could you mend the third chair?
	I do need your help on this.
now 3
	open request me tom "third chair"

story: a favour is what is asked after it
a 2 09:00 tom > me | Kitchen
	Could you do me a favour?
	Please water the plants on Friday.
now 3
	open request me tom due 6 "water the plants"

story: or something to be asked about
a 2 09:00 tom > me | Kitchen
	Could you do me a favour?
now 3
	open request me tom "a favour"
