#!/bin/sh
# SPDX-License-Identifier: ISC
# Mass and machine mail is told by its wording when no header says so, and
# letters of people that use the same words are not taken for it.
. "$SOURCE/tests/cli/lib.sh"
plan 44

# letter FROM SUBJECT: a letter to the user with the body on stdin; $out is
# what scan says of it.
letter() {
	{
		printf 'From: %s\nTo: Dana Kemp <dana@example.org>\n' "$1"
		printf 'Date: Mon, 2 Mar 2026 10:00:00 +0100\n'
		printf 'Message-ID: <x@example.net>\nSubject: %s\n\n' "$2"
		cat
	} >"$home/letter.eml"
	out=$(rapport scan --json --me dana@example.org "$home/letter.eml")
}
mass() {
	has "$out" '"bulk":true' "$1"
}
personal() {
	case $out in
	*'"bulk":false'*'"act":"'*) ok 0 "$1" ;;
	*) ok 1 "$1" || explain "$out" ;;
	esac
}

letter 'Garden Weekly <ed@gardens.example>' 'Spring is near' <<'EOF'
Hi Dana,

Have you pruned your roses yet? In this issue: what to do in March.
Could you use a hand with the lawn? Read on.

--
You are receiving this email because you signed up at our shop.
To unsubscribe, write to leave@gardens.example. (c) 2026 Garden Weekly
EOF
mass 'a newsletter, by its small print'
letter 'Example Shoes <hello@shoes.example>' 'Last chance' <<'EOF'
Looking for new shoes? Why wait? Save up to 40 % this weekend only!
Boots: now $39.99. Sandals: was $25, now only $12.
Please visit our web site at https://shoes.example/sale. Shop now!
EOF
mass 'an advert'
letter 'Orders <orders@books.example>' 'Order confirmation' <<'EOF'
Thank you for your order. Order number: 4711.
Please keep this message. Can we help? Visit https://books.example/help.
EOF
mass 'a shop'
letter 'Kim Bell <kim@corp.example>' 'Expense report' <<'EOF'
BELL,KIM has submitted an expense report for your approval.
Please approve or decline it by Friday. Log in to the Expense Reporting
System at https://pay.corp.example to see it.
EOF
mass 'an approval that a system asks for in somebody'\''s name'
letter 'Rooms <calendar-daemon@corp.example>' 'Reminder' <<'EOF'
*** REMINDER ***
This is an automated reminder. Meeting with Kim on Tuesday at 3 pm.
Please confirm by Monday.
EOF
mass 'a calendar'\''s robot'
letter 'Web team <admin@club.example>' 'Your account' <<'EOF'
You have been granted access to the members' site. User name: dkemp.
Password: as you chose it. Please log in at https://club.example.
Do not reply to this message.
EOF
mass 'an account'
letter 'Trend Labs <research@trend.example>' 'Your opinion counts' <<'EOF'
You have been selected to take part in our survey. Would you like to win
a prize? Please go to https://trend.example/s and answer five questions.
EOF
mass 'a survey'
letter 'Paul West <paul@west.example>' 'Webinar' <<'EOF'
Dear colleague,
do you want to learn more about bonds? Register now for our free webinar.
Seats are limited. To unsubscribe, click here.
EOF
mass 'an invitation to everybody'
letter 'Bank <service@bank.example>' 'Statement' <<'EOF'
Your account has been updated. Please review the statement by 15 March.
All rights reserved. Privacy policy: https://bank.example/p
EOF
mass 'a notice of a bank'
letter 'IT <helpdesk@corp.example>' 'Maintenance' <<'EOF'
The mail server will be down on Saturday from 8:00 until noon.
Please save your work before you leave. Questions? Call the help desk.
EOF
mass 'a notice of maintenance'

# The same words among people.
letter 'Kim Bell <kim@corp.example>' 'Survey' <<'EOF'
Hi Dana,

could you send me the results of the customer survey by Friday?
Kim
EOF
personal 'a colleague asks for a survey'
letter 'Kim Bell <kim@corp.example>' 'Web site' <<'EOF'
Dana,

please check the account page of our web site. Is the download link there?
EOF
personal 'a colleague asks about the web site'
letter 'Kim Bell <kim@corp.example>' 'Pension' <<'EOF'
Dana,

should I opt out of the pension plan? Can you call me about it tomorrow?
EOF
personal 'somebody thinks of opting out'
letter 'Kim Bell <kim@corp.example>' 'Licences' <<'EOF'
Hi Dana,

I have a quote for the licences: the list price is $400, and they offer
20 % off. Could you approve it by Wednesday?
EOF
personal 'a colleague talks about prices'
letter 'Kim Bell <kim@corp.example>' 'Newsletter' <<'EOF'
Dana, can you write two lines for the newsletter by Monday? I will send
it to our subscribers on Tuesday.
EOF
personal 'somebody who writes a newsletter'
letter 'Kim Bell <kim@corp.example>' 'List' <<'EOF'
Could you please unsubscribe me from the list? I do not get to read it.
EOF
personal 'somebody who wants to be off a list'
letter 'Kim Bell <kim@corp.example>' 'Password' <<'EOF'
Hi Dana, the password is on the note under the lamp. Can you log in to the
system for me and send the report today? I am on the train.
EOF
personal 'a password among colleagues'
letter 'Kim Bell <kim@shop.example>' 'Your visit' <<'EOF'
Dear Dana,

I enjoyed our talk. Could you send me the drawings this week?

Kim Bell
Example Tools Ltd, 1 Mill Lane
Visit our web site at https://shop.example
Privacy policy: https://shop.example/privacy
EOF
personal 'a letter with a company'\''s signature'
letter 'Info <info@smallfirm.example>' 'Boiler' <<'EOF'
Dear Ms Kemp,

when may we come to mend the boiler? Would Thursday at ten suit you?
I need the key by then.
EOF
personal 'a small firm with one address'
letter 'Kim Bell <kim@corp.example>' 'Files' <<'EOF'
Hi Dana, the auto-generated files are wrong. Can you look into it?
EOF
personal 'files that a machine wrote'
letter 'Kim Bell <kim@corp.example>' 'Approval' <<'EOF'
Dana,

the contract needs your approval. Your approval is required before Friday.
Please sign it and send it back to me.
EOF
personal 'a colleague who needs an approval'
letter 'Kim Bell <kim@corp.example>' 'Re: Talk' <<'EOF'
Can you be here at nine?

--
You received this message because you are subscribed to the group.
To unsubscribe from this group, write to leave@groups.example.
EOF
personal 'an answer over a group'
letter 'Kim Bell <kim@corp.example>' 'Help' <<'EOF'
Hi Dana, I called the help desk. Could you let them into the office?
EOF
personal 'somebody who called the help desk'
letter 'Kim Bell <kim@corp.example>' 'Tickets' <<'EOF'
Dana, you have been selected to give the talk. Can you come on Friday?
EOF
personal 'somebody who was selected'

# In a letter to the user these words are no advert's.
for what in 'check the account by Friday' 'review the survey' \
	'take a look at our web site' 'download the file from the server' \
	'use the new number' 'contact our lawyer today' \
	'register for the conference by Monday' 'reset my password' \
	'see https://corp.example/draft and comment on it' \
	'log in and look at the totals'; do
	letter 'Kim Bell <kim@corp.example>' 'Today' <<EOF
Please $what.
EOF
	personal "please $what"
done

# German, by its own rules.
letter 'Gartenpost <redaktion@garten.example>' 'Der Frühling naht' <<'EOF'
Hallo Dana,

haben Sie Ihre Rosen schon geschnitten? Wir zeigen, was im März zu tun ist.
Könnten Sie Hilfe brauchen?

--
Sie erhalten diese E-Mail, weil Sie sich bei uns angemeldet haben.
Newsletter abbestellen | Impressum
EOF
mass 'a German newsletter, by its small print'
letter 'Beispiel <info@schuhe.example>' 'Nur heute' <<'EOF'
Lust auf neue Schuhe? Nur heute 20 % Rabatt! Jetzt bestellen und sparen.
Bitte besuchen Sie unseren Laden. Vom Newsletter abmelden: hier klicken.
EOF
mass 'a German advert'
letter 'Kim Bell <kim@corp.example>' 'Kurs' <<'EOF'
Hallo Dana, kannst du mich bitte bis Freitag vom Kurs abmelden?
EOF
personal 'somebody who wants to be off a course'
letter 'Kim Bell <kim@corp.example>' 'Tabelle' <<'EOF'
Hallo Dana,

die Tabelle wurde automatisch erzeugt. Kannst du sie bis morgen prüfen?
EOF
personal 'a table that a machine wrote'
letter 'Kim Bell <kim@corp.example>' 'Angebot' <<'EOF'
Sehr geehrte Frau Kemp,

könnten Sie mir das Angebot bis Freitag schicken?

Mit freundlichen Grüßen
Kim Bell

Beispiel GmbH, Handelsregister Wien 4711, USt-IdNr. AT4711
Datenschutzhinweise: https://corp.example/datenschutz
EOF
personal 'a letter with what the law wants below it'
letter 'Kim Bell <kim@corp.example>' 'Vertrag' <<'EOF'
Bitte schicken Sie mir den Vertrag noch heute.

Diese E-Mail ist vertraulich. Wenn Sie nicht der richtige Adressat sind,
löschen Sie sie bitte. Impressum und Datenschutz: https://corp.example
EOF
personal 'a letter with a disclaimer'

# What hides behind a greeting on the same line is heard.
said() {
	out=$(echo "$1" |
		rapport scan --lines --json --date 2026-03-02T10:00:00+01:00)
}
said 'Hi Dana, can you call me.'
has "$out" '"act":"request"' 'a request behind a greeting'
said 'Dear all, please send the list.'
has "$out" '"act":"request"' 'to all'
said 'Hello Dana Kemp,'
lacks "$out" '"act"' 'a greeting alone asks nothing'
said 'Dear Dr. Anna-Maria Weaver and team,'
lacks "$out" '"act"' 'however long it is'
