"""Reads one source file (front matter and a small Markdown) into blocks."""

import re
from dataclasses import dataclass, field

KANJI = "一二三四五六七八九十百"
RULES = [
    ("chapter", re.compile(rf"^(第[0-9{KANJI}]+[章節])　(.+)$")),
    ("caption", re.compile(r"^(（[^（）]+）)()$")),
    ("article", re.compile(rf"^(第[0-9{KANJI}]+条(?:の[0-9{KANJI}]+)*)　(.+)$")),
    ("clause", re.compile(r"^([0-9０-９]+)　(.+)$")),
    ("item", re.compile(rf"^(\([0-9]+\)|[{KANJI}]+)　(.+)$")),
    ("subitem", re.compile(r"^([ア-ン])　(.+)$")),
    ("supplement", re.compile(r"^(附　則)(.*)$")),
    ("annex", re.compile(r"^((?:別表|様式)[^。]*)()$")),
]


@dataclass
class Block:
    """One block: its kind, text, marker (article number, list number) and rows of a table."""

    kind: str
    text: str = ""
    marker: str = ""
    level: int = 0
    rows: list = field(default_factory=list)


@dataclass
class Source:
    """A source file: its front matter and its blocks."""

    meta: dict
    blocks: list
    body: str


def read(path):
    """Reads a source file; raises ValueError when the front matter is missing."""
    text = path.read_text(encoding="utf-8")
    match = re.match(r"---\n(.*?)\n---\n(.*)", text, re.S)
    if not match:
        raise ValueError(f"{path}: no front matter")
    meta = dict(line.split(": ", 1) for line in match[1].splitlines() if ": " in line)
    return Source(meta, list(blocks(match[2], meta.get("kind") == "law")), match[2])


def blocks(body, law):
    """Yields the blocks of a body; law bodies also know articles, clauses and items."""
    lines = body.strip("\n").split("\n")
    i = 0
    while i < len(lines):
        line = lines[i].rstrip()
        i += 1
        if not line:
            continue
        if line.startswith("|"):
            rows = [line]
            while i < len(lines) and lines[i].startswith("|"):
                rows.append(lines[i])
                i += 1
            yield Block("table", rows=[cells(r) for r in rows if not re.match(r"^\|[-:|]+$", r)])
        else:
            yield simple(line, law)


def cells(row):
    """Splits a table row; `<` takes the cell on the left, `^` the cell above."""
    return [c.strip() for c in row.strip().strip("|").split("|")]


def simple(line, law):
    """Reads a one-line block."""
    if line == "---page---":
        return Block("break")
    for mark, kind in (("#", "heading"),):
        head = re.match(r"^(#{1,4}) (.+)$", line)
        if head:
            return Block(kind, head[2], level=len(head[1]))
    for mark, kind in ((">> ", "right"), (">< ", "centre"), ("> ", "note"), ("- ", "bullet"), ("% ", "tablename")):
        if line.startswith(mark):
            return Block(kind, line[len(mark):])
    number = re.match(r"^( *)(\d+)\. (.+)$", line)
    if number:
        return Block("number", number[3], number[2], level=len(number[1]) // 2)
    if law:
        for kind, rule in RULES:
            match = rule.match(line)
            if match:
                return Block(kind, match[2], match[1])
    return Block("text", line)


def grid(rows):
    """Yields (row, column, text, rows spanned, columns spanned) for each real cell of a table."""
    width = max(len(r) for r in rows)
    full = [r + [""] * (width - len(r)) for r in rows]
    for y, row in enumerate(full):
        for x, text in enumerate(row):
            if text in ("<", "^"):
                continue
            across = 1
            while x + across < width and full[y][x + across] == "<":
                across += 1
            down = 1
            while y + down < len(full) and full[y + down][x] == "^":
                down += 1
            yield y, x, text, down, across
