# Meetings that calendars arrange by mail (RFC 5546).

story: an invitation is a meeting
a 2 09:00 tom > me | Invitation: pumps | calendar REQUEST pumps 5 14:00
	Tom invites you to a meeting on Thursday at 2pm.
now 4
	open meeting me tom due 5 "Call about pumps"

story: programs write invitations
a 2 09:00 tom > me | Invitation: pumps | Auto-Submitted: auto-generated | calendar REQUEST pumps 5 14:00
	You have been invited to this event.
now 4
	open meeting me tom due 5 "Call about pumps"

story: an invitation that was accepted and is over was a talk, which settles what was to be talked about
a 2 09:00 tom > me | Prices
	Can we talk about the prices this week?
b 2 10:00 tom > me | Invitation: pumps | calendar REQUEST pumps 5 14:00
c 2 11:00 me > tom | Accepted: pumps | calendar REPLY pumps 5 14:00 0 ACCEPTED
now 5 14:30
	done meeting me tom due 6 "prices"
	done meeting me tom due 5 "Call about pumps"

story: one that is not over yet settles nothing
a 2 09:00 tom > me | Prices
	Can we talk about the prices this week?
b 2 10:00 tom > me | Invitation: pumps | calendar REQUEST pumps 5 14:00
c 2 11:00 me > tom | Accepted: pumps | calendar REPLY pumps 5 14:00 0 ACCEPTED
now 5 14:29
	open meeting me tom due 6 "prices"
	done meeting me tom due 5 "Call about pumps"

story: nor does one that nobody accepted
a 2 09:00 tom > me | Prices
	Can we talk about the prices this week?
b 2 10:00 tom > me | Invitation: pumps | calendar REQUEST pumps 5 14:00
now 5 15:00
	open meeting me tom due 6 "prices"
	done meeting me tom due 5 "Call about pumps"

story: they accept mine
a 2 09:00 me > tom | Prices
	Can we talk about the prices this week?
b 2 10:00 me > tom | Pumps | calendar REQUEST pumps 5 14:00
c 2 11:00 tom > me | Accepted: pumps | < b | calendar REPLY pumps 5 14:00 0 ACCEPTED
now 5 15:00
	done meeting them tom due 6 "prices"
	done meeting them tom due 5 "Call about pumps"

story: they decline mine
a 2 10:00 me > tom | Pumps | calendar REQUEST pumps 5 14:00
b 2 11:00 tom > me | Declined: pumps | calendar REPLY pumps 5 14:00 0 DECLINED
now 4
	dropped meeting them tom due 5 "Call about pumps"

story: who thought better of it comes after all
a 2 10:00 me > tom | Pumps | calendar REQUEST pumps 5 14:00
b 2 11:00 tom > me | Declined: pumps | calendar REPLY pumps 5 14:00 0 DECLINED
c 2 12:00 tom > me | Accepted: pumps | calendar REPLY pumps 5 14:00 0 ACCEPTED
now 4
	open meeting them tom due 5 "Call about pumps"

story: a maybe is no yes
a 2 09:00 me > tom | Prices
	Can we talk about the prices this week?
b 2 10:00 me > tom | Pumps | calendar REQUEST pumps 5 14:00
c 2 11:00 tom > me | Tentative: pumps | calendar REPLY pumps 5 14:00 0 TENTATIVE
now 5 15:00
	open meeting them tom due 6 "prices"
	done meeting them tom due 5 "Call about pumps"

story: another time that they propose is a conflict
a 2 10:00 me > tom | Pumps | calendar REQUEST pumps 5 14:00
b 2 11:00 tom > me | New time proposed: pumps | calendar COUNTER pumps 6 10:00 0 TENTATIVE
now 4
	open meeting them tom due 5 or 6 "Call about pumps"

story: which the organizer may settle
a 2 10:00 me > tom | Pumps | calendar REQUEST pumps 5 14:00
b 2 11:00 tom > me | New time proposed: pumps | calendar COUNTER pumps 6 10:00 0 TENTATIVE
c 2 12:00 me > tom | Pumps | calendar REQUEST pumps 6 10:00 1
now 4
	open meeting them tom due 6 "Call about pumps"

story: or turn down
a 2 10:00 me > tom | Pumps | calendar REQUEST pumps 5 14:00
b 2 11:00 tom > me | New time proposed: pumps | calendar COUNTER pumps 6 10:00 0 TENTATIVE
c 2 12:00 me > tom | Pumps | calendar DECLINECOUNTER pumps 5 14:00
now 4
	open meeting them tom due 5 "Call about pumps"

story: a meeting that is called off is dropped
a 2 09:00 tom > me | Invitation: pumps | calendar REQUEST pumps 5 14:00
b 3 09:00 tom > me | Canceled event: pumps | calendar CANCEL pumps 5 14:00 1
now 4
	dropped meeting me tom due 5 "Call about pumps"

story: though it was accepted, and then it was no talk
a 2 09:00 tom > me | Prices
	Can we talk about the prices this week?
b 2 10:00 tom > me | Invitation: pumps | calendar REQUEST pumps 5 14:00
c 2 11:00 me > tom | Accepted: pumps | calendar REPLY pumps 5 14:00 0 ACCEPTED
d 3 09:00 tom > me | Canceled event: pumps | calendar CANCEL pumps 5 14:00 1
now 5 15:00
	open meeting me tom due 6 "prices"
	dropped meeting me tom due 5 "Call about pumps"

story: it is moved, and must be accepted again
a 2 09:00 tom > me | Invitation: pumps | calendar REQUEST pumps 4 14:00
b 2 11:00 me > tom | Accepted: pumps | calendar REPLY pumps 4 14:00 0 ACCEPTED
c 3 09:00 tom > me | Prices
	Can we talk about the prices this week?
d 3 10:00 tom > me | Updated invitation: pumps | calendar REQUEST pumps 5 14:00 1
now 5 15:00
	done meeting me tom due 5 "Call about pumps"
	open meeting me tom due 6 "prices"

story: a yes to the old time is none to the new one
a 2 09:00 me > tom | Pumps | calendar REQUEST pumps 4 14:00
b 2 10:00 me > tom | Prices
	Can we talk about the prices this week?
c 3 09:00 me > tom | Pumps | calendar REQUEST pumps 5 14:00 1
d 3 10:00 tom > me | Accepted: pumps | calendar REPLY pumps 4 14:00 0 ACCEPTED
now 5 15:00
	done meeting them tom due 5 "Call about pumps"
	open meeting them tom due 6 "prices"

story: nobody else answers an invitation or calls it off
a 2 09:00 me > tom | Pumps | calendar REQUEST pumps 5 14:00
b 2 10:00 ann > me | Declined: pumps | calendar REPLY pumps 5 14:00 0 DECLINED
c 2 10:00 tom > me | Invitation: roof | calendar REQUEST roof 6 14:00
d 2 11:00 ann > me | Canceled event: roof | calendar CANCEL roof 6 14:00 1
now 4
	open meeting them tom due 5 "Call about pumps"
	open meeting me tom due 6 "Call about roof"

story: who is invited cannot call it off
a 2 09:00 me > tom | Pumps | calendar REQUEST pumps 5 14:00
b 2 10:00 tom > me | Canceled event: pumps | calendar CANCEL pumps 5 14:00 1
now 4
	open meeting them tom due 5 "Call about pumps"

story: two meetings under one subject are two
a 2 09:00 tom > me | Invitation | calendar REQUEST pumps 5 14:00
b 2 10:00 tom > me | Invitation | calendar REQUEST roof 6 14:00
c 2 11:00 tom > me | Canceled | calendar CANCEL pumps 5 14:00 1
now 4
	dropped meeting me tom due 5 "Call about pumps"
	open meeting me tom due 6 "Call about roof"

story: an advertised meeting is none of mine
a 2 09:00 tom > me | Webinar | List-Unsubscribe: <https://x.example/u> | Precedence: bulk | calendar REQUEST pumps 5 14:00
now 4
	nothing

story: what comes in as my own invites nobody
a 2 09:00 me > mia | Pumps | in | calendar REQUEST pumps 5 14:00
now 4
	nothing

story: an answer to an invitation that nobody sent is none
a 2 10:00 tom > me | Accepted: pumps | calendar REPLY pumps 5 14:00 0 ACCEPTED
now 4
	nothing

story: what did not take place is dropped by hand
a 2 09:00 tom > me | Prices
	Can we talk about the prices this week?
b 2 10:00 tom > me | Invitation: pumps | calendar REQUEST pumps 5 14:00
c 2 11:00 me > tom | Accepted: pumps | calendar REPLY pumps 5 14:00 0 ACCEPTED
do 5 15:00: drop "Call about pumps"
now 5 16:00
	open meeting me tom due 6 "prices"
	dropped meeting me tom due 5 "Call about pumps"

story: of several who are invited one comes, and that was a talk with that one
a 2 09:00 me > ann | Prices
	Can we talk about the prices this week?
b 2 10:00 me > tom, ann | Pumps | calendar REQUEST pumps 5 14:00
c 2 11:00 tom > me | Declined: pumps | calendar REPLY pumps 5 14:00 0 DECLINED
d 2 12:00 ann > me | Accepted: pumps | calendar REPLY pumps 5 14:00 0 ACCEPTED
now 5 15:00
	done meeting them ann due 6 "prices"
	done meeting them ann due 5 "Call about pumps"

story: who declines has not talked, though the others have
a 2 09:00 me > tom | Prices
	Can we talk about the prices this week?
b 2 10:00 me > tom, ann | Pumps | calendar REQUEST pumps 5 14:00
c 2 11:00 tom > me | Accepted: pumps | calendar REPLY pumps 5 14:00 0 ACCEPTED
d 2 12:00 ann > me | Accepted: pumps | calendar REPLY pumps 5 14:00 0 ACCEPTED
e 3 12:00 tom > me | Declined: pumps | calendar REPLY pumps 5 14:00 0 DECLINED
now 5 15:00
	open meeting them tom due 6 "prices"
	done meeting them ann due 5 "Call about pumps"

story: it was a talk with each who came
a 2 08:00 me > ann | Roof
	Can we talk about the roof this week?
b 2 09:00 me > tom | Prices
	Can we talk about the prices this week?
c 2 10:00 me > tom, ann | Pumps | calendar REQUEST pumps 5 14:00
d 2 11:00 tom > me | Accepted: pumps | calendar REPLY pumps 5 14:00 0 ACCEPTED
e 2 12:00 ann > me | Accepted: pumps | calendar REPLY pumps 5 14:00 0 ACCEPTED
now 5 15:00
	done meeting them ann due 6 "roof"
	done meeting them tom due 6 "prices"
	done meeting them tom due 5 "Call about pumps"

story: when all decline there is no meeting
a 2 10:00 me > tom, ann | Pumps | calendar REQUEST pumps 5 14:00
b 2 11:00 ann > me | Declined: pumps | calendar REPLY pumps 5 14:00 0 DECLINED
c 2 12:00 tom > me | Declined: pumps | calendar REPLY pumps 5 14:00 0 DECLINED
now 4
	dropped meeting them tom due 5 "Call about pumps"

story: while one of several has not answered it stands
a 2 10:00 me > tom, ann | Pumps | calendar REQUEST pumps 5 14:00
b 2 11:00 tom > me | Declined: pumps | calendar REPLY pumps 5 14:00 0 DECLINED
now 4
	open meeting them ann due 5 "Call about pumps"

story: who was not invited does not come in another's place
a 2 10:00 me > tom, ann | Pumps | calendar REQUEST pumps 5 14:00
b 2 11:00 bob > me | Declined: pumps | calendar REPLY pumps 5 14:00 0 DECLINED
c 2 11:30 bob > me | Accepted: pumps | calendar REPLY pumps 5 14:00 0 ACCEPTED
now 4
	open meeting them tom due 5 "Call about pumps"

story: talks and meals are asked for in few words
a 2 09:00 tom > me | Hello
	Lunch on Friday?
	How does Tuesday look for you?
	Shall we have a quick word before that?
now 3
	open meeting me tom due 6 "Lunch"
	open meeting me tom due 3 "Tuesday"

story: a meeting with others is none with me
a 2 09:00 tom > me | Hello
	I have a meeting with the bank at 3 on Friday, so I will be late.
	I had lunch with Zoe.
now 3
	nothing
