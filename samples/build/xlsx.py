"""Writes a workbook (SpreadsheetML) from sheets of cells with merges, with the standard library only."""

import re
from xml.sax.saxutils import escape

from package import HEAD, OFFICE, REL, write
from source import grid

S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
# font, fill, border, horizontal alignment, number format of each style name
STYLES = {
    "plain": (0, 0, 0, "left", 0), "title": (2, 0, 0, "center", 0), "head": (1, 2, 1, "center", 0), "cell": (0, 0, 1, "left", 0),
    "centre": (0, 0, 1, "center", 0), "yen": (0, 0, 1, "right", 164), "label": (1, 2, 1, "distributed", 0), "right": (0, 0, 0, "right", 0),
    "note": (3, 0, 0, "left", 0), "number": (0, 0, 1, "right", 3), "office": (3, 3, 1, "left", 0), "date": (0, 0, 1, "center", 165), "vertical": (1, 2, 1, "center", 0),
    "middle": (0, 0, 2, "center", 0),  # a piece of a field: lines above and below, none beside it
}
NAMES = list(STYLES)
WIDE = "*"  # as wide as the sheet's tables


def column(number):
    """Column letters of a 0-based column."""
    name = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name


def place(cell):
    """0-based (row, column) of a reference such as AB12."""
    letters, digits = re.match(r"([A-Z]+)(\d+)", cell).groups()
    x = 0
    for letter in letters:
        x = x * 26 + ord(letter) - 64
    return int(digits) - 1, x - 1


def room(name, border, horizontal):
    """Attributes that keep text off the border, or that write it from top to bottom."""
    if name == "vertical":
        return ' textRotation="255"'
    return ' wrapText="1"' + (' indent="1"' if border and horizontal in ("left", "distributed") else "")


def styles():
    """The style sheet: four fonts, three fills, thin borders."""
    fonts = "".join(f'<font>{b}<sz val="{s}"/><name val="ＭＳ Ｐゴシック"/><family val="3"/><charset val="128"/></font>' for b, s in (("", 10.5), ("", 10.5), ("<b/>", 15), ("", 9)))
    fills = '<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' + "".join(
        f'<fill><patternFill patternType="solid"><fgColor rgb="FF{c}"/></patternFill></fill>' for c in ("E7EEF4", "F2F2F2"))
    edges = [f'<{e} style="thin"><color rgb="FF444444"/></{e}>' for e in ("left", "right", "top", "bottom")]
    edge = "".join(edges)
    cells = "".join(
        f'<xf numFmtId="{n}" fontId="{f}" fillId="{p}" borderId="{b}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">'
        f'<alignment horizontal="{h}" vertical="center"{room(name, b, h)}/></xf>' for name, (f, p, b, h, n) in STYLES.items())
    return (f'{HEAD}<styleSheet xmlns="{S}"><numFmts count="2"><numFmt numFmtId="164" formatCode="#,##0&quot;円&quot;"/>'
            f'<numFmt numFmtId="165" formatCode="[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><fonts count="4">{fonts}</fonts>'
            f'<fills count="4">{fills}</fills><borders count="3"><border/><border>{edge}</border><border>{"".join(edges[2:])}</border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
            f'<cellXfs count="{len(STYLES)}">{cells}</cellXfs></styleSheet>')


def from_tables(source):
    """Sheets from a Markdown source: each `# name` starts a sheet, tables and text follow."""
    sheets = []
    for block in source.blocks:
        if block.kind == "heading" and block.level == 1:
            sheets.append({"name": block.text, "widths": [], "cells": {}, "next": 0})
            continue
        sheet = sheets[-1]
        y0 = sheet["next"]
        if block.kind == "table":
            width = max(len(r) for r in block.rows)
            for x in range(width):
                longest = max(max(len(t) for t in r[x].split("<br>")) if x < len(r) else 0 for r in block.rows)
                old = sheet["widths"][x] if x < len(sheet["widths"]) else 0
                sheet["widths"][x:x + 1] = [max(old, min(36, 4 + 2 * longest))]
            headers = int(source.meta.get("headers", "1"))
            short = [all(len(r[x]) < 8 for r in block.rows[headers:] if x < len(r)) for x in range(width)]
            for y, x, text, down, across in grid(block.rows):
                sheet["cells"][f"{column(x)}{y0 + y + 1}", f"{column(x + across - 1)}{y0 + y + down}"] = table_cell(text, y < headers, short[x])
            sheet["next"] += len(block.rows) + 1
        else:
            kind = {"heading": "title", "right": "right", "note": "note"}.get(block.kind, "plain")
            sheet["cells"][f"A{y0 + 1}", WIDE] = (block.text, kind)
            sheet["next"] += 1
    for sheet in sheets:
        last = column(len(sheet["widths"]) - 1)
        sheet["cells"] = {(a, last + re.sub(r"\D", "", a) if b == WIDE else b): cell for (a, b), cell in sheet["cells"].items()}
        sheet["page"] = "landscape" if len(sheet["widths"]) > 5 else "portrait"
    return sheets


def table_cell(text, head, short):
    """Text or a number of a table cell with its style; `¥450` is a number shown as 450円, `=8/1` keeps a date."""
    if head:
        return text, "head"
    if re.match(r"^¥[\d,]+$", text):
        return int(text[1:].replace(",", "")), "yen"
    if re.match(r"^#[\d,]+$", text):
        return int(text[1:].replace(",", "")), "number"
    if re.match(r"^@\d{4}-\d\d-\d\d$", text):
        return serial(text[1:]), "date"
    return text, "centre" if short else "cell"


def serial(day):
    """The workbook's day number of an ISO date (1900 system)."""
    from datetime import date
    return (date.fromisoformat(day) - date(1899, 12, 30)).days


def sheet_xml(sheet):
    """One worksheet; a merged cell gives its style to every cell under it, as Excel does."""
    rows, merges, heights, plain = {}, [], dict(sheet.get("heights", {})), sheet.get("row", 19)
    for (first, last), (value, kind) in sheet["cells"].items():
        (y1, x1), (y2, x2) = place(first), place(last)
        if first != last:
            merges.append(f'<mergeCell ref="{first}:{last}"/>')
        for y in range(y1, y2 + 1):
            for x in range(x1, x2 + 1):
                rows.setdefault(y, {})[x] = (value if (y, x) == (y1, x1) else None, kind)
        if isinstance(value, str) and y1 == y2:
            room = sum((sheet["widths"][x] if x < len(sheet["widths"]) else 9) for x in range(x1, x2 + 1))
            lines = sum(1 + int(2.1 * len(part) // max(room, 1)) for part in value.split("<br>"))
            heights[str(y1 + 1)] = max(float(heights.get(str(y1 + 1), plain)), 15.5 * lines + 4)
    data = []
    for y in sorted(rows):
        cells = []
        for x in sorted(rows[y]):
            value, kind = rows[y][x]
            ref, style = f"{column(x)}{y + 1}", NAMES.index(kind)
            if value is None or value == "":
                cells.append(f'<c r="{ref}" s="{style}"/>')
            elif isinstance(value, str):
                text = escape(value.replace("<br>", "\n"))
                cells.append(f'<c r="{ref}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>')
            else:
                cells.append(f'<c r="{ref}" s="{style}"><v>{value}</v></c>')
        data.append(f'<row r="{y + 1}" ht="{heights.get(str(y + 1), plain)}" customHeight="1">{"".join(cells)}</row>')
    cols = "".join(f'<col min="{n}" max="{n}" width="{w}" customWidth="1"/>' for n, w in enumerate(sheet["widths"], 1))
    joined = f'<mergeCells count="{len(merges)}">{"".join(merges)}</mergeCells>' if merges else ""
    way = sheet.get("page", "portrait")
    return (f'{HEAD}<worksheet xmlns="{S}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews>'
            f'<cols>{cols}</cols><sheetData>{"".join(data)}</sheetData>{joined}<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>'
            f'<pageSetup paperSize="9" orientation="{way}" fitToWidth="1" fitToHeight="0"/></worksheet>')


def build(title, sheets, path):
    """Writes the workbook to a path."""
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    types = f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{kind}.styles+xml"/>'
    parts, names, rels = {}, [], []
    for n, sheet in enumerate(sheets, 1):
        types += f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{kind}.worksheet+xml"/>'
        parts[f"xl/worksheets/sheet{n}.xml"] = sheet_xml(sheet)
        names.append(f'<sheet name="{escape(sheet["name"])}" sheetId="{n}" r:id="rId{n}"/>')
        rels.append(f'<Relationship Id="rId{n}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>')
    rels.append(f'<Relationship Id="rId{len(sheets) + 1}" Type="{OFFICE}/styles" Target="styles.xml"/>')
    write(path, types, "xl/workbook.xml", title, {
        "xl/workbook.xml": f'{HEAD}<workbook xmlns="{S}" xmlns:r="{OFFICE}"><sheets>{"".join(names)}</sheets></workbook>',
        "xl/styles.xml": styles(),
        "xl/_rels/workbook.xml.rels": f'{HEAD}<Relationships xmlns="{REL}">{"".join(rels)}</Relationships>',
        **parts,
    })
