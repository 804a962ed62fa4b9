# Who is meant, when names stand about.

story: an entry of a list that ends in a name heads nothing
a 2 09:00 me > tom ann bob | Checklist
	1. Contract - Bob.
	2. Keys - Ann.

	See you all on the 8:30 call on Wednesday.
now 3
	open meeting them tom due 4 "8:30 call"

story: a line of one name does
a 2 09:00 me > tom ann bob | Checklist
	Ann,

	Can we meet on Wednesday at 9?
now 3
	open meeting them ann due 4 "we meet"

story: a name behind a dash is asked, and the promise before it stands
a 2 09:00 me > tom / ann | Lease
	I'll get you a new draft by Friday - Ann, can you take the pen?
now 3
	open commitment me tom due 6 "new draft"
	open request them ann "take the pen"
