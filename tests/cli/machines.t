#!/bin/sh
# SPDX-License-Identifier: ISC
# Letters of machines that no header tells from letters of people: parcel
# services, accounts, codes, bookings, surveys. They ask nothing. Letters of
# people about parcels, codes, bookings and surveys do.
. "$SOURCE/tests/cli/lib.sh"
plan 38

# letter WANTED FROM SUBJECT NAME: the body on stdin.
letter() {
	{
		printf 'From: %s\nTo: Dana Kemp <dana@example.org>\n' "$2"
		printf 'Date: Mon, 2 Mar 2026 10:00:00 +0100\n'
		printf 'Message-ID: <x@example.net>\nSubject: %s\n\n' "$3"
		cat
	} >"$home/letter.eml"
	out=$(rapport scan --json --me dana@example.org "$home/letter.eml")
	case $1$out in
	machine*'"bulk":true'*) ok 0 "$4" ;;
	person*'"bulk":false'*'"act":"'*) ok 0 "$4" ;;
	*) ok 1 "$4" || explain "$out" ;;
	esac
}
machine() {
	letter machine "$@"
}
person() {
	letter person "$@"
}

machine 'Post Haste <no-reply@posthaste.example>' 'On its way' 'a parcel' <<'EOF'
Hello Dana,

your parcel from Mill Books comes on Tuesday between 9:15 and 11:15.
Will you be at home? If not, please choose a neighbour by tonight.
EOF
machine 'Post Haste <tracking@posthaste.example>' 'Your parcel' \
	'a parcel, and an office that knows the name' <<'EOF'
Hi Dana,

we tried to deliver your parcel today. Please collect it at the pick-up point
in Mill Lane by Friday. Track your parcel here: https://posthaste.example/t/47
EOF
machine 'Post Haste <hello@posthaste.example>' 'Out for delivery' \
	'a parcel and no office' <<'EOF'
Good news: your package is out for delivery. Can we leave it with a neighbour?
Tracking number: 4711 0815
Please tell us by 8 tonight.
EOF
machine 'Hut <security@hut.example>' 'Please reset your password' \
	'a new password' <<'EOF'
Hi dkemp,

somebody asked for a new password. Please use the link below to choose one:
https://hut.example/reset/4711
Wasn't you? Then you can ignore this message.
EOF
machine 'Hut <account@hut.example>' 'New sign-in' 'a sign-in' <<'EOF'
Hi Dana,

there was a new sign-in to your account from Linz. If this wasn't you, please
change your password today.
EOF
machine 'Hut <hello@hut.example>' 'Your verification code' 'a code' <<'EOF'
Your verification code is 471147. Please enter it within 10 minutes.
Never share this code with anyone. Did you not ask for it? Call us.
EOF
machine 'Hut <hello@hut.example>' 'Confirm your e-mail address' \
	'an address to confirm' <<'EOF'
Welcome, Dana! Please confirm your e-mail address with the button below.
The link expires in 24 hours. If you did not sign up, no action is needed.
EOF
machine 'Lake Hotel <reservations@lake.example>' 'Booking confirmation' \
	'a room' <<'EOF'
Dear Dana,

your booking is confirmed. Check-in from 3 p.m. Would you like breakfast?
Please let us know when you will arrive. Booking code: L4711
EOF
machine 'Blue Rail <tickets@bluerail.example>' 'Your e-ticket' 'a train' <<'EOF'
Dear Dana,

thank you for travelling with us. Your ticket is booked. Do you want a seat?
Manage your booking at https://bluerail.example/b/47 by Thursday.
EOF
machine 'Lake Hotel <stay@lake.example>' 'How was your stay?' 'a survey' <<'EOF'
Dear Dana,

thank you for staying with us. How was your stay? On a scale from 0 to 10,
how likely are you to recommend us? Please take our two-minute survey.
EOF
machine 'Books <orders@millbooks.example>' 'Order confirmation' 'an order' <<'EOF'
Hi Dana,

thank you for your order. Your order has been shipped. Is the address right?
Please tell us within an hour. Total charged: EUR 24.00
EOF
machine 'Cloud Nine <billing@nine.example>' 'Your trial ends' 'a trial' <<'EOF'
Hi Dana,

your subscription will renew on 10 March. Do you want to change your plan?
Please update the card ending in 4711 by Sunday. View your invoice: $LINK
EOF
machine 'IT Operations <it.operations@corp.example>' 'Network outage' \
	'a notice of the network' <<'EOF'
The network will be unavailable on Saturday from 6 p.m. until midnight.
Please log off before you leave on Friday.
Thank you for your cooperation.
EOF
machine 'Dentist <termine@zahn.example>' 'Your appointment' \
	'an appointment that a machine remembers' <<'EOF'
This is an automated reminder. Your appointment is on Tuesday at 9.
Please confirm it by Monday.
EOF
machine 'Paketwolf <no-reply@paketwolf.example>' 'Ihre Sendung' \
	'a German parcel' <<'EOF'
Hallo Dana,

Ihre Sendung wird morgen zugestellt. Sind Sie zu Hause? Wenn nicht, wählen
Sie bitte bis heute Abend einen Ablageort oder den Paketshop.
EOF
machine 'Hütte <sicherheit@huette.example>' 'Neues Passwort' \
	'a German password' <<'EOF'
Hallo Dana,

bitte bestätigen Sie den Link unten, um Ihr Passwort zurücksetzen zu können.
Falls Sie das nicht angefordert haben, müssen Sie nichts tun.
Der Link gilt nur 60 Minuten. Ihr Bestätigungscode lautet 4711.
EOF
machine 'Seehotel <reservierung@see.example>' 'Ihre Buchung' \
	'a German room' <<'EOF'
Hallo Dana,

Ihre Buchung ist bestätigt. Check-in ab 15 Uhr. Wann kommen Sie an?
Bitte geben Sie uns bis Freitag Bescheid.
EOF
machine 'Seehotel <kundenservice@see.example>' 'Wie war es?' \
	'a German survey' <<'EOF'
Hallo Dana,

wie zufrieden waren Sie mit Ihrem Aufenthalt? Bitte nehmen Sie sich zwei
Minuten für unsere kurze Umfrage. Bewerten Sie uns bis Sonntag.
EOF

person 'Kim Bell <kim@corp.example>' 'Parcel' 'a parcel at the desk' <<'EOF'
Dana, your parcel has arrived at the front desk. Can you pick it up today?
EOF
person 'Kim Bell <kim@corp.example>' 'Parcel' 'a parcel to track' <<'EOF'
Hi Dana,

my parcel never came. The tracking number is 4711. Could you ask the post?
EOF
person 'Kim Bell <kim@corp.example>' 'Your parcel' 'a neighbour' <<'EOF'
I have your package, the driver left it with me. When will you be at home?
EOF
person 'Kim Bell <kim@corp.example>' 'Password' 'a forgotten password' <<'EOF'
Hi Dana, I forgot my password again. Can you reset it before noon?
EOF
person 'Kim Bell <kim@corp.example>' 'Password reset' 'a reset to test' <<'EOF'
Dana,

the link in the password reset expires in 10 minutes, which is too soon.
Can you change it to an hour by Friday?
EOF
person 'Kim Bell <kim@corp.example>' 'Code' 'the code of a gate' <<'EOF'
The access code is 4711, for the gate by the lake. Please don't share the
code with the others. When do you arrive?
EOF
person 'Kim Bell <kim@corp.example>' 'Login' 'a login page to build' <<'EOF'
Hi Dana, should users enter the code from the app when they sign in? Could
you draw the page by Monday?
EOF
person 'Lena Hall <reservations@lake.example>' 'Re: A room in May' \
	'a clerk who answers' <<'EOF'
Dear Ms Kemp,

I have put you into the room with the balcony. Could you send me the names
of the other guests? Your booking is confirmed.

Lena Hall
EOF
person 'Kim Bell <kim@corp.example>' 'Hotel' 'a colleague who booked' <<'EOF'
Dana, your flight is booked, and check-in is from 3 p.m. I put the booking
code on your desk. Can you tell me who pays for it?
EOF
person 'Kim Bell <kim@corp.example>' 'Survey' 'a survey to fill in' <<'EOF'
Dana, please complete this survey by Friday, the board wants all answers.
EOF
person 'Kim Bell <kim@corp.example>' 'Trip' 'how the flight was' <<'EOF'
Hi Dana, how was your flight? I hope you slept. When can we talk?
EOF
person 'Kim Bell <kim@corp.example>' 'Payment' 'a payment' <<'EOF'
Dana, we have received your payment. Could you send us the tax form too?
EOF
person 'Kim Bell <kim@corp.example>' 'Subscription' 'a subscription' <<'EOF'
Hi Dana, our subscription will renew in May. Do we still need it? Please
let me know by Friday.
EOF
person 'Kim Bell <kim@corp.example>' 'Old mail' 'one may ignore it' <<'EOF'
Please ignore this message if you have paid. Otherwise, can you pay today?
EOF
person 'Kim Bell <kim@corp.example>' 'Outage' 'an outage' <<'EOF'
Dana, the server will be down on Saturday. Can you tell the customers?
Thanks for your patience.
EOF
person 'Kim Bell via Docs <no-reply@docs.example>' 'Draft' \
	'what somebody says through a service' <<'EOF'
Dana, I need your comment on page 3. Could you look at it today?
EOF
person 'Security <ann@corp.example>' 'Your badge' 'a guard' <<'EOF'
Dear Ms Kemp, I found your badge. Can you come by for it today?
EOF
person 'Kim Bell <kim@corp.example>' 'Paket' 'a German parcel at the desk' <<'EOF'
Hallo Dana, dein Paket wurde bei mir abgegeben. Kannst du es heute holen?
EOF
person 'Kim Bell <kim@corp.example>' 'Passwort' 'a German password to know' <<'EOF'
Hallo Dana, kannst du mir bitte das neue Passwort schicken?
EOF
person 'Kim Bell <kim@corp.example>' 'Tisch' 'a German table' <<'EOF'
Hallo Dana, der Tisch ist gebucht, ich habe die Reservierung bestätigt.
Kannst du bis Freitag die Namen schicken?
EOF
