story: what is vouched for, allowed, wished or exclaimed asks and promises nothing
a 2 09:00 tom > me | Rome
	The corner room was gone, so I put you into the green one (it's quiet, I promise!).
	The waiver came back today, so you are free to talk to the press.
	I don't think we should talk about the sale now either.
b 3 09:00 zoe > me | Pie
	Did you see that goal??
	I totally understand if you would rather not.
	Sleep late, eat too much, call your mothers.
now 9

story: a yes to a day that was proposed is no promise of its own
a 2 09:00 tom > me | Visit
	Could we meet on Wednesday the 18th or Thursday the 19th?
b 3 10:00 me > tom | Re: Visit | < a
	We can do Wednesday the 18th.
now 9
	open meeting me tom due 18 "Could we meet"

story: favours in a list are each an order
a 2 09:00 me > ann | this week
	Back, slowly. Please also:
	- find me a table for two on Wednesday 12:30, somewhere quiet
	- get me and Tom an hour on Thursday, any time after 2
	- ask Bob if the lease is signed
now 9
	open request them ann "find me a table"
	open request them ann "get me and Tom"
	open request them ann "ask Bob if"

story: orders behind a name, a topic or a condition
a 2 09:00 me > tom ann | Friday
	Tom: pull the list of towns in the county, names only.
	Ann - the lease, finish the summary and get it to Bob by 3/13.
c 2 10:00 me > tom | Price
	If they ask for the price in writing, call me first.
b 2 10:00 zoe > me | Plan
	Send me the form and I'll get it signed.
now 3
	open request them tom "pull the list"
	open request them ann due 13 "the lease"
	open request them tom "If they ask"
	open request me zoe "Send me the form"
	open commitment them zoe "get it signed"

story: the end of the week that is said on a Sunday is that of the next
a 8 19:00 tom > me | Print
	I'll have a print made and mail it to you by the end of the week.
now 9
	open commitment them tom due 13 "a print made"

story: an hour is of the zone whose name alone stands behind it
a 2 12:00 tom > me | Model | Date: Mon, 2 Mar 2026 06:00:00 -0600
	I'll have it to you by 3 Eastern.
now 2 20:30
	overdue commitment them tom due 2 "I'll have it"
