"""Writes unicode-forms.txt: what compatibility normalisation needs, from the Unicode Character Database.

usage: make-unicode-forms.py UCD_DIRECTORY > unicode-forms.txt
(Debian package unicode-data: UnicodeData.txt, CompositionExclusions.txt)
Lines, numbers in hexadecimal:  D code parts…   full compatibility decomposition
                                C class first last   canonical combining class other than 0
                                P first second whole   canonical composition
"""
import sys
from pathlib import Path

ucd = Path(sys.argv[1])
mapping, canonical, classes = {}, {}, {}
for line in (ucd / 'UnicodeData.txt').read_text().splitlines():
    fields = line.split(';')
    code = int(fields[0], 16)
    if fields[3] != '0':
        classes[code] = int(fields[3])
    if fields[5]:
        parts = fields[5].split()
        tag = parts.pop(0) if parts[0].startswith('<') else None
        mapping[code] = [int(p, 16) for p in parts]
        if tag is None:
            canonical[code] = mapping[code]

excluded = {int(l.split('#')[0], 16) for l in (ucd / 'CompositionExclusions.txt').read_text().splitlines() if l.split('#')[0].strip()}


def full(code):
    return [q for p in mapping[code] for q in full(p)] if code in mapping else [code]


version = (ucd / 'ReadMe.txt').read_text().split('Version ')[1].split()[0]
print(f'# Unicode Character Database {version}; made by make-unicode-forms.py. © Unicode, Inc., terms: unicode.org/terms_of_use.html')
for code in sorted(mapping):
    print('D %X %s' % (code, ' '.join('%X' % p for p in full(code))))
run = None
for code in sorted(classes):
    if run and run[0] == classes[code] and run[2] + 1 == code:
        run[2] = code
    else:
        if run:
            print('C %X %X %X' % tuple(run))
        run = [classes[code], code, code]
print('C %X %X %X' % tuple(run))
for code, parts in sorted(canonical.items()):
    # Singletons and decompositions that begin with a mark never compose again.
    if len(parts) == 2 and code not in excluded and code not in classes and parts[0] not in classes:
        print('P %X %X %X' % (parts[0], parts[1], code))
