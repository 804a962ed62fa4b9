# Lists of what is to do, whoever it is that is to do it.

story: what stands below a request is asked for, by the day of the head
a 3 09:00 tom > me | Papers
	Please send me the following documents by Friday:
	
	- passport copy
	- two references by 10 March
	
	Could you please also:
	* rebook the van
now 4
	open request me tom due 6 "passport copy"
	open request me tom due 10 "two references"
	open request me tom "rebook the van"

story: a list below a name is that one's
a 3 09:00 tom > me / ann | Fair
	Next steps:
	
	Mia:
	 - rent the tent
	Tom:
	 - hire the band
	Ann:
	 - bake the bread
now 4
	open request me tom "rent the tent"
	open commitment them tom "hire the band"

story: a name alone is no head of prose
a 3 09:00 tom > me / ann | Fair
	It went well.
	
	Mia:
	
	The tent is dry again.
	
	Ann:
	- loved the band
now 4
	nothing

story: a list of tasks ends where another text begins
a 3 09:00 tom > me | Fair
	To do:
	- tent: Mia
	
	The band was good.
	The bread - Mia would have liked it - was better.
now 4
	open request me tom "tent"
