# German mail as people write it: present tense, no marks, few words.

story: the thing first and then who does it is a promise of any verb
a 2 09:00 tom > me | Umzug
	Hallo Mia,
	die Kartons packe ich, um die Leiter kümmert sich Ann.
	Den Herd schließen wir nächste Woche an.
	Tom
now 3
	open commitment them tom "die Kartons packe ich"
	open commitment them tom due 13 "Den Herd"

story: what one likes, does always or did is none
a 2 09:00 tom > me | Garten
	Hallo Mia,
	den neuen Zaun finde ich schön.
	Den Rasen mähe ich meistens sonntags.
	Das Tor strichen wir im Herbst.
	Die Ruhe genießen wir sehr.
	Tom
now 3

story: without capitals, and with what comes next
a 2 09:00 tom > me | Regal
	ich bohr die löcher gleich noch und saug dann durch
now 3
	open commitment them tom "ich bohr"

story: what cannot be kept is no promise
a 2 09:00 tom > me | Ware
	Leider können wir Ihnen die Ware nicht mehr diese Woche liefern.
now 3

story: an offer waits for a word
a 2 09:00 tom > me | Katalog
	Wenn Sie Interesse haben, schicken wir Ihnen gern ein Muster.
now 3

story: an order of any verb, and one without a verb
a 2 09:00 tom > me | Keller
	Sehr geehrte Frau Berg,
	bitte leeren Sie Ihren Keller.
	Einwände bitte bis Freitag an mich.
	Tom Hill
now 3
	open request me tom "leeren Sie"
	open request me tom due 6 "bitte bis Freitag an mich"

story: what is to be handed in, the way offices say it
a 2 09:00 tom > me | Antrag
	Der Antrag ist unterschrieben bis zum 20. März einzureichen.
now 3
	open request me tom due 20 "einzureichen"

story: leave is given, nothing asked
a 2 09:00 tom > me | Rad
	Hallo Mia, das alte Rad kannst du behalten.
	Mach dir keine Sorgen wegen der Bremse.
	Tom
now 3

story: a question without its mark
a 2 09:00 tom > me | Heizung
	hallo mia, kurze frage: läuft die heizung bei euch schon wieder
now 3
	open question me tom "die heizung"

story: a figure of speech asks nothing
a 2 09:00 tom > me | Kuchen
	Hallo Mia, drei Kuchen sind es geworden.
	Wer soll das alles essen?
	Sind wir nicht alle ein bisschen verrückt?
	Tom
now 3

story: asked with a smile of oneself
a 2 09:00 tom > me | Lotto
	Hallo Mia, ich habe drei Richtige.
	Bin ich jetzt reich? :-)
	Tom
now 3

story: an invitation is a meeting, no task
a 2 09:00 tom > me | Samstag
	Hallo Mia, magst du am Samstag mit in die Sauna?
now 3
	open meeting me tom due 7 "Sauna"

story: a meeting of few words
a 2 09:00 tom > me | Plan
	Hallo Mia, das Review wird von Mittwoch auf Freitag, 10 Uhr verlegt.
now 3
	open meeting me tom due 6 "Review"

story: a delivery that is put off is none
a 2 09:00 tom > me | Ware
	Hallo Mia, die Lieferung wurde auf Freitag verschoben.
now 3

story: the day of what is looked for is not when it is due
a 2 09:00 tom > me | Lauf
	Hallo Mia, kannst du nachsehen, ob die Sicherung von Freitag da ist?
now 3
	open request me tom "nachsehen"

story: what stands on the line of the greeting is read
a 2 09:00 tom > me | Leiter
	Hallo Mia, schick mir die Rechnung.
now 3
	open request me tom "schick mir"

story: a greeting on its line is nothing
a 2 09:00 tom > me | Leiter
	Liebe Mia, lieber Paul,
	danke!
now 3

story: the purpose of what is asked is no promise
a 2 09:00 tom > me | Antrag
	Damit wir den Antrag bearbeiten, senden Sie uns bitte den Beleg.
now 3
	open request me tom "Beleg"

story: what a court orders is asked, and what is over has no term
a 2 09:00 tom > me | Akte
	Sie werden aufgefordert, bis zum 20. März Stellung zu nehmen.
	Die Frist ist abgelaufen.
now 3
	open request me tom due 20 "Stellung"

story: eine Liste von Aufgaben sagt, wer was macht
a 3 09:00 tom > me / ann | Fest
	Hallo Mia, das sind die Punkte von gestern.
	
	Aufgaben:
	- Mia: Zelt mieten bis 10. März
	- Kapelle bestellen (Tom)
	- Ann backt das Brot
	- Lampions - Mia - erledigt
	
	Von dir brauche ich noch:
	- die Kopie des Vertrags
	
	Meine Aufgaben:
	- Plakate drucken
now 4
	open request me tom due 10 "Zelt mieten"
	open commitment them tom "Kapelle bestellen"
	open request me tom "Kopie des Vertrags"
	open commitment them tom "Plakate drucken"

story: was vereinbart war, wird erinnert
a 3 09:00 tom > me | Fest
	Du hattest zugesagt, mir die Zahlen bis Freitag zu schicken.
	Wir haben ausgemacht, dass ich das Zelt bestelle.
now 4
	open request me tom due 6 "Zahlen"
	open commitment them tom "Zelt"
