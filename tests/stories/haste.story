# Mail of people who type in haste: no capitals, no marks, half sentences.

story: work that no list of verbs has is promised, and an order given
a 2 09:00 me > tom | shed
	will chase the roofer today.
	grab the ladder on your way over
now 2
	open commitment me tom due 2 "chase the roofer"
	open request them tom "grab the ladder"

story: what one has on somebody's desk is promised
a 2 09:00 tom > me | plan
	ill have the drawings on your desk by friday
now 3
	open commitment them tom due 6 "drawings on your desk"

story: a question behind what leads up to it
a 2 09:00 tom > me | beams
	I count twelve beams, does that look right to you
now 3
	open question me tom "twelve beams"

story: who takes what is chosen
a 2 09:00 tom > me | paint
	if the green one is out do i buy the blue or wait on you
now 3
	open question me tom "buy the blue"

story: a saying orders nothing
a 2 09:00 tom > me | paint
	give me a break.
	take your time.
	dont worry about it
now 3

story: what would follow is no order
a 2 09:00 tom > me | offer
	Take the door out and the offer is worthless.
	Ask anybody and they will say the same.
now 3

story: what one spends one's days on is owed to nobody
a 2 09:00 tom > me | news
	ill be in rome all week, then ill spend a week at home.
	I'll catch the early train and I'll sleep on it.
now 3

story: the day that suits is when it is due
a 2 09:00 tom > me | beams
	I need a list of the beams, Friday is fine.
now 3
	open request me tom due 6 "list of the beams"
