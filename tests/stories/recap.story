# What was agreed, as one of two recalls it.

story: what the reader is said to have promised is asked for
a 3 09:00 tom > me | Our call
	You said you would send me the floor plan by Friday.
now 4
	open request me tom due 6 "floor plan"

story: what was promised in writing is not asked for twice
a 2 09:00 me > tom | Plan
	I will send you the floor plan by Friday.
b 9 10:00 tom > me | Re: Plan | < a
	You said you would send me the floor plan.
now 10
	overdue commitment me tom due 6 "floor plan"

story: each side has its part
a 3 09:00 tom > me | Our call
	You'll talk to the neighbours, I'll talk to the bank.
	Your side: chairs and tables.
	On my side: plates.
now 4
	open request me tom "talk to the neighbours"
	open commitment them tom "talk to the bank"
	open request me tom "chairs and tables"
	open commitment them tom "plates"

story: what was agreed is owed
a 3 09:00 tom > me | Our call
	We agreed that you'd book the hall by 10 March.
	I said I'd print the posters.
now 4
	open request me tom due 10 "book the hall"
	open commitment them tom "posters"

story: what was agreed and done is not
a 3 09:00 tom > me | Our call
	You said you would send me the floor plan, and you did.
	You said that it would rain.
	You said you would be in Rome.
	I said I'd print the posters, and here they are.
now 4
	nothing

story: minutes speak of the reader by name
a 3 09:00 tom > me | Minutes
	Mia agreed to book the hall by 10 March.
	Zoe agreed to paint the signs by 11 March.
	Tom agreed to print the posters.
now 4
	open request me tom due 10 "book the hall"
	open commitment them tom "print the posters"
