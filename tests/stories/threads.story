# Which letters belong together, and what that does to their items.

story: a reply under another subject belongs to what it refers to
a 2 09:00 me > tom | Hotel
	Which hotel is it?
b 3 10:00 tom > me | Our stay in March | < a
	It is the Harbour Inn, right by the station.
now 9
	done question them tom "Which hotel"
threads
	Hotel: 2 next nobody

story: a reply without references belongs by subject and person
a 2 09:00 me > tom | The hotel in March
	Which hotel is it?
b 3 10:00 tom > me | Re: The hotel in March
	It is the Harbour Inn, right by the station.
now 9
	done question them tom "Which hotel"

story: another subject without references starts anew
a 2 09:00 me > tom | The hotel in March
	Which hotel is it?
b 3 10:00 tom > me | The plan for April
	It is the plan that we had before.
now 9
	open question them tom "Which hotel"
threads
	The hotel in March: 1 next them
	The plan for April: 1 next nobody

story: a letter of one conversation belongs there without references
a 2 09:00 me > tom | Hotel | Thread-Index: AdyrAAAAQUJDREVGR0hJSktMTU5PUA==
	Which hotel is it?
b 3 10:00 tom > me | AW: Hotel | Thread-Index: AdyrAAAAQUJDREVGR0hJSktMTU5PUAAAAAAB | Thread-Topic: Hotel
	It is the Harbour Inn, right by the station.
now 9
	done question them tom "Which hotel"
threads
	Hotel: 2 next nobody

story: another conversation of the same person does not
a 2 09:00 me > tom | Hotel | Thread-Index: AdyrAAAAQUJDREVGR0hJSktMTU5PUA==
	Which hotel is it?
b 20 10:00 tom > me | Re: Hotel | Thread-Index: AdyrAAAAWkJDREVGR0hJSktMTU5PUAAAAAAB
	It is the Harbour Inn, right by the station.
now 21
	open question them tom likely settled "Which hotel"

story: a letter that refers to two threads makes them one
a 2 09:00 me > tom | Hotel
	I will send you the survey by Friday.
b 2 10:00 me > tom | Survey
	I will send you the survey by Friday.
c 4 10:00 me > tom | Both | < a b
	Here is the survey.
now 9
	done commitment me tom due 6 "I will send you the survey"
threads
	Hotel: 3 next nobody

story: a fresh letter with an old subject starts anew
a 2 09:00 me > tom | Weekly report for the board
	I will send you the report by Friday.
b 10 09:00 me > tom | Weekly report for the board
	I will send you the report by Friday.
now 12
	overdue commitment me tom due 6 "I will send you the report"
	open commitment me tom due 13 "I will send you the report"

story: a quoted header that shows the Message-ID refers to it
a 2 09:00 me > tom | The hotel in March
	Which hotel is it?
b 3 10:00 tom > me | From my telephone
	It is the Harbour Inn, right by the station.

	-----Original Message-----
	From: Mia Berg <mia@home.example>
	To: Tom Hill <tom@work.example>
	Subject: The hotel in March
	Date: Mon, 02 Mar 2026 09:00:00 +0000
	Message-ID: <a@story.example>

	Which hotel is it?
now 9
	done question them tom "Which hotel"

story: a Message-ID that is talked about refers to nothing
a 2 09:00 me > tom | The hotel in March
	Which hotel is it?
b 3 10:00 tom > me | From my telephone
	Your mail server adds this line to all that you write.
	Message-ID: <a@story.example>
	It does so twice.
now 9
	open question them tom "Which hotel"

story: quoted words tell what a letter answers
a 2 09:00 me > tom | The fair in March
	Which hotel shall I book for the harbour fair?
b 3 10:00 tom > me | From my telephone
	It is the Harbour Inn, right by the station.

	On 2 March 2026 Mia Berg wrote:
	> Which hotel shall I book for
	> the harbour fair?
now 9
	done question them tom "Which hotel"
threads
	The fair in March: 2 next nobody

story: words quoted by somebody else tell nothing
a 2 09:00 me > tom | The fair in March
	Which hotel shall I book for the harbour fair?
b 3 10:00 zoe > me | From my telephone
	It is the Harbour Inn, right by the station.

	On 2 March 2026 Mia Berg wrote:
	> Which hotel shall I book for
	> the harbour fair?
now 9
	open question them tom "Which hotel"

story: a few quoted words that anybody says tell nothing
a 2 09:00 me > tom | The fair in March
	Which hotel is it?
b 3 10:00 tom > me | From my telephone
	It is the Harbour Inn, right by the station.

	On 2 March 2026 Mia Berg wrote:
	> Which hotel is it?
now 9
	open question them tom "Which hotel"

story: the same question in another letter is not the quoted one
a 2 09:00 me > tom | The fair in March
	Which hotel shall I book for the harbour fair?
b 3 10:00 tom > me | From my telephone
	Which hotel shall I book for the harbour fair?
now 4
	open question them tom "Which hotel"
	open question me tom "Which hotel"

story: another person with the same subject starts anew
a 2 09:00 me > tom | The hotel in March
	Which hotel is it?
b 3 10:00 zoe > me | Re: The hotel in March
	It is the Harbour Inn, right by the station.
now 9
	open question them tom likely settled "Which hotel"

story: a subject changed on purpose starts anew
a 2 09:00 me > tom | The hotel in March
	Which hotel is it?
b 3 10:00 tom > me | Re: The stand in April (was: The hotel in March)
	The stand is paid for, and the paint is dry.
now 9
	open question them tom "Which hotel"

story: a letter long after with the same subject starts anew
a 2 09:00 me > tom | The hotel
	Which hotel is it?
b 40 10:00 tom > me | Re: The hotel
	It is the Harbour Inn, right by the station.
now 41
	open question them tom likely settled "Which hotel"
