# SPDX-License-Identifier: ISC
"""What other programs read in what rapport writes.

judge.py mail     a message on stdin: its headers, parts and defects
judge.py invite   the same: the calendar part, as python3-icalendar reads it
judge.py ics      a calendar on stdin
judge.py text     the text/plain part of a message on stdin
judge.py keys     the keys of the first object of a JSON array on stdin
"""
import email
import email.policy
import json
import sys

import icalendar


def message():
    return email.message_from_binary_file(
        sys.stdin.buffer, policy=email.policy.default)


def mail():
    m = message()
    for name in ('From', 'To', 'Subject', 'In-Reply-To', 'References',
                 'Auto-Submitted', 'X-Rapport'):
        if m[name] is not None:
            print(f'{name}: {m[name]}')
    for part in m.walk():
        print(part.get_content_type(), *part.defects)


def calendar(data):
    cal = icalendar.Calendar.from_ical(data)
    print('method', cal.get('METHOD'))
    for c in cal.walk():
        if c.name not in ('VEVENT', 'VTODO'):
            continue
        print(c.name, c.errors)
        for key in sorted(c.keys()):
            if key in ('DTSTAMP', 'UID', 'CREATED'):
                continue
            values = c[key] if isinstance(c[key], list) else [c[key]]
            for value in values:
                if hasattr(value, 'dt'):
                    value = value.dt
                print(key, getattr(value, 'params', None) or '',
                      str(value).replace('\n', '|'))


def invite():
    for part in message().walk():
        if part.get_content_type() == 'text/calendar':
            calendar(part.get_content())


def ics():
    calendar(sys.stdin.buffer.read())


def text():
    print(message().get_body(('plain',)).get_content(), end='')


def keys():
    print(*sorted(json.load(sys.stdin)[0]))


{f.__name__: f for f in (mail, invite, ics, text, keys)}[sys.argv[1]]()
