"""Writes a Word document (WordprocessingML) from blocks, with the standard library only."""

import re
from xml.sax.saxutils import escape

from package import write
from source import grid

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
STYLE = {
    "text": "a", "caption": "Caption1", "article": "Article", "clause": "Clause", "item": "Item", "subitem": "SubItem",
    "supplement": "Supplement", "annex": "Annex", "chapter": "Chapter", "right": "Right", "centre": "Centre", "note": "Note",
    "bullet": "Bullet", "tablename": "TableName",
}


def runs(text):
    """Runs of a paragraph; **…** is bold."""
    out = []
    for n, part in enumerate(re.split(r"\*\*", text)):
        if part:
            bold = "<w:rPr><w:b/></w:rPr>" if n % 2 else ""
            out.append(f'<w:r>{bold}<w:t xml:space="preserve">{escape(part)}</w:t></w:r>')
    return "".join(out)


def paragraph(style, text, extra=""):
    """One paragraph."""
    ref = "" if style == "a" else f'<w:pStyle w:val="{style}"/>'
    return f"<w:p><w:pPr>{ref}{extra}</w:pPr>{runs(text)}</w:p>"


def table(rows, header=1):
    """One table with merged cells; columns share 9,070 twentieths of a point by their longest text."""
    width = max(len(r) for r in rows)
    length = [max([min(len(r[x]), 24) for r in rows if x < len(r)] + [4]) for x in range(width)]
    unit = [9070 * n // sum(length) for n in length]
    real = {(y, x): (t, d, a) for y, x, t, d, a in grid(rows)}
    out = ['<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="9070" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>']
    out += [f'<w:gridCol w:w="{u}"/>' for u in unit] + ["</w:tblGrid>"]
    covered = {}
    for y in range(len(rows)):
        out.append("<w:tr><w:trPr><w:cantSplit/>" + ("<w:tblHeader/>" if y < header else "") + "</w:trPr>")
        x = 0
        while x < width:
            if (y, x) in real:
                text, down, across = real[y, x]
                for k in range(1, down):
                    covered[y + k, x] = across
                merge = '<w:vMerge w:val="restart"/>' if down > 1 else ""
            else:
                text, across, merge = "", covered.get((y, x), 1), "<w:vMerge/>"
            span = f'<w:gridSpan w:val="{across}"/>' if across > 1 else ""
            shade = '<w:shd w:val="clear" w:color="auto" w:fill="E7EEF4"/>' if y < header else ""
            size = sum(unit[x:x + across])
            lines = "".join(paragraph("Cell", t, '<w:jc w:val="center"/>' if y < header else "") for t in text.split("<br>"))
            out.append(f'<w:tc><w:tcPr><w:tcW w:w="{size}" w:type="dxa"/>{span}{merge}{shade}<w:vAlign w:val="center"/></w:tcPr>{lines}</w:tc>')
            x += across
        out.append("</w:tr>")
    return "".join(out) + '</w:tbl><w:p><w:pPr><w:spacing w:line="160" w:lineRule="exact"/></w:pPr></w:p>'


def body(source):
    """The body of the document."""
    out, lists, last = [], 0, ""
    if source.meta.get("heading", "yes") == "yes":
        out.append(paragraph("Title", source.meta["title"]))
    if "number" in source.meta:
        out += [paragraph("Right", source.meta[k]) for k in ("promulgated", "number") if k in source.meta]
    for block in source.blocks:
        if block.kind == "heading":
            out.append(paragraph(f"Heading{block.level}", block.text))
        elif block.kind == "table":
            out.append(table(block.rows))
        elif block.kind == "break":
            out.append('<w:p><w:r><w:br w:type="page"/></w:r></w:p>')
        elif block.kind == "number":
            lists += last != "number" or (block.marker == "1" and block.level == 0)
            level = f'<w:numPr><w:ilvl w:val="{block.level}"/><w:numId w:val="{lists + 1}"/></w:numPr>'
            out.append(paragraph("Numbered", block.text, level))
        elif block.kind == "bullet":
            out.append(paragraph("Bullet", block.text, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'))
        elif block.marker:
            gap = "" if block.kind == "annex" else "　"
            out.append(paragraph(STYLE[block.kind], block.marker + (gap + block.text if block.text else "")))
        else:
            out.append(paragraph(STYLE[block.kind], block.text))
        last = block.kind
    return "".join(out), lists


def styles():
    """Styles: one page of Japanese official writing (明朝 10.5 pt, ゴシック headings)."""
    serif = '<w:rFonts w:ascii="ＭＳ 明朝" w:hAnsi="ＭＳ 明朝" w:eastAsia="ＭＳ 明朝"/>'
    sans = '<w:rFonts w:ascii="ＭＳ ゴシック" w:hAnsi="ＭＳ ゴシック" w:eastAsia="ＭＳ ゴシック"/>'

    def style(key, name, paragraphs="", letters="", kind="paragraph"):
        return (f'<w:style w:type="{kind}" w:styleId="{key}"><w:name w:val="{name}"/><w:basedOn w:val="a"/>'
                f"<w:pPr>{paragraphs}</w:pPr><w:rPr>{letters}</w:rPr></w:style>")

    def indent(left, hanging):
        return f'<w:ind w:left="{left}" w:hanging="{hanging}"/>'

    edge = "".join(f'<w:{e} w:val="single" w:sz="4" w:space="0" w:color="666666"/>' for e in ("top", "left", "bottom", "right", "insideH", "insideV"))
    parts = [
        f'<w:docDefaults><w:rPrDefault><w:rPr>{serif}<w:sz w:val="21"/><w:lang w:eastAsia="ja-JP"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:spacing w:line="340" w:lineRule="atLeast"/></w:pPr></w:pPrDefault></w:docDefaults>',
        '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>',
        style("Title", "Title", '<w:spacing w:before="120" w:after="240"/><w:jc w:val="center"/>', sans + '<w:sz w:val="30"/>'),
        style("Heading1", "heading 1", '<w:keepNext/><w:spacing w:before="300" w:after="80"/><w:outlineLvl w:val="0"/>', sans + '<w:b/><w:sz w:val="25"/>'),
        style("Heading2", "heading 2", '<w:keepNext/><w:spacing w:before="240" w:after="60"/><w:outlineLvl w:val="1"/>', sans + '<w:sz w:val="23"/>'),
        style("Heading3", "heading 3", '<w:keepNext/><w:spacing w:before="160"/><w:outlineLvl w:val="2"/>', sans + '<w:sz w:val="21"/>'),
        style("Chapter", "章", '<w:keepNext/><w:spacing w:before="240"/><w:ind w:left="630"/><w:outlineLvl w:val="0"/>', sans),
        style("Caption1", "見出し（条）", '<w:keepNext/><w:ind w:left="210"/>'),
        style("Article", "条", indent(210, 210)), style("Clause", "項", indent(210, 210)),
        style("Item", "号", indent(630, 420)), style("SubItem", "号の細分", indent(840, 210)),
        style("Supplement", "附則", '<w:keepNext/><w:spacing w:before="240"/><w:ind w:left="630"/><w:outlineLvl w:val="0"/>'),
        style("Annex", "別表", '<w:keepNext/><w:spacing w:before="240"/><w:outlineLvl w:val="0"/>', sans),
        style("Right", "右寄せ", '<w:jc w:val="right"/>'), style("Centre", "中央寄せ", '<w:jc w:val="center"/>'),
        style("Note", "注", '<w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="2A6F97"/></w:pBdr><w:spacing w:before="80" w:after="80"/><w:ind w:left="240"/>'),
        style("Bullet", "箇条書", indent(420, 320)), style("Numbered", "番号付き", ""),
        style("TableName", "表題", '<w:keepNext/><w:spacing w:before="120"/>', sans + '<w:sz w:val="20"/>'),
        style("Cell", "表の文字", '<w:spacing w:line="270" w:lineRule="atLeast"/>', '<w:sz w:val="19"/>'),
        style("Footer", "footer", '<w:jc w:val="center"/>', '<w:sz w:val="18"/>'), style("Header", "header", '<w:jc w:val="right"/>', '<w:sz w:val="18"/>'),
        f'<w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>{edge}</w:tblBorders>'
        '<w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
    ]
    return f'{HEAD}<w:styles {W}>{"".join(parts)}</w:styles>'


def numbering(lists):
    """Bullets, and one restarted numbering a numbered list."""
    bullet = '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="・"/><w:pPr><w:ind w:left="420" w:hanging="320"/></w:pPr></w:lvl></w:abstractNum>'
    levels = ('<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/><w:pPr><w:ind w:left="420" w:hanging="420"/></w:pPr></w:lvl>'
              '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="(%2)"/><w:pPr><w:ind w:left="860" w:hanging="440"/></w:pPr></w:lvl>')
    more = "".join(f'<w:abstractNum w:abstractNumId="{n}">{levels}</w:abstractNum>' for n in range(1, lists + 1))
    nums = "".join(f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(lists + 1))
    return f"{HEAD}<w:numbering {W}>{bullet}{more}{nums}</w:numbering>"


def build(source, path):
    """Writes the document to a path."""
    content, lists = body(source)
    label = source.meta.get("label", "公開")
    stamp = "" if label == "公開" else f"【{label}】{source.meta['section']}　取扱注意"
    if source.meta.get("state") == "下書き":
        stamp += "　（案）"
    section = ('<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/>'
               '<w:pgMar w:top="1418" w:right="1418" w:bottom="1304" w:left="1418" w:header="680" w:footer="600" w:gutter="0"/></w:sectPr>')
    page = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    types = "".join(f'<Override PartName="/{n}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{t}+xml"/>' for n, t in (
        ("word/document.xml", "document.main"), ("word/styles.xml", "styles"), ("word/numbering.xml", "numbering"), ("word/header1.xml", "header"), ("word/footer1.xml", "footer")))
    rels = "".join(f'<Relationship Id="rId{n}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{t}" Target="{f}"/>' for n, (t, f) in enumerate((
        ("styles", "styles.xml"), ("numbering", "numbering.xml"), ("header", "header1.xml"), ("footer", "footer1.xml")), 1))
    write(path, types, "word/document.xml", source.meta["title"], {
        "word/document.xml": f"{HEAD}<w:document {W}><w:body>{content}{section}</w:body></w:document>",
        "word/styles.xml": styles(),
        "word/numbering.xml": numbering(lists),
        "word/header1.xml": f'{HEAD}<w:hdr {W}>{paragraph("Header", stamp)}</w:hdr>',
        "word/footer1.xml": f'{HEAD}<w:ftr {W}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{page}</w:p></w:ftr>',
        "word/_rels/document.xml.rels": f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rels}</Relationships>',
    })
