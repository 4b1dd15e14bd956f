"""Writes the plain text form and the law XML form of a source."""

import re
from xml.sax.saxutils import escape

KANJI = {c: n for n, c in enumerate("〇一二三四五六七八九")}


def text(source):
    """Plain text, as an ordinance or a notice is kept in a .txt file."""
    meta = source.meta
    out = [f"○{meta['title']}" if meta.get("kind") == "law" else f"　　　　　{meta['title']}", ""]
    if "number" in meta:
        out += [f"　　　　　　　　　　　　　　　　　　　　{meta.get('promulgated', '')}", f"　　　　　　　　　　　　　　　　　　　　{meta['number']}", ""]
    lead = {"caption": "　", "chapter": "　　　", "supplement": "　　　", "item": "　", "subitem": "　　", "bullet": "・", "right": "　" * 24}
    for block in source.blocks:
        if block.kind == "table":
            out += ["　".join(t for t in row if t not in "<^") for row in block.rows]
        else:
            number = f"{block.marker}　" if block.marker and block.text else block.marker
            if block.kind in ("heading", "chapter", "supplement", "annex"):
                out.append("")
            out.append(lead.get(block.kind, "") + number + block.text)
    return "\n".join(out) + "\n"


def digits(marker):
    """The number inside 第12条の2 as 12_2, or of a clause or item."""
    return "_".join(re.findall(r"\d+", marker)) or "1"


def law(source):
    """Law XML after the public e-Gov schema: Law, LawBody, MainProvision, Article, Paragraph, Item, SupplProvision."""
    meta = source.meta
    out, opened = [], []

    def close(*names):
        while opened and opened[-1] in names:
            out.append(f"</{opened.pop()}>")

    def sentence(tag, value):
        return f"<{tag}><Sentence>{escape(value)}</Sentence></{tag}>"

    caption = ""
    inner = ("Item", "Paragraph", "Article", "Chapter")
    for block in source.blocks:
        if block.kind == "chapter":
            close(*inner)
            out.append(f'<Chapter Num="{digits(block.marker)}"><ChapterTitle>{block.marker}　{escape(block.text)}</ChapterTitle>')
            opened.append("Chapter")
        elif block.kind == "caption":
            caption = block.marker
        elif block.kind == "article":
            close("Item", "Paragraph", "Article")
            out.append(f'<Article Num="{digits(block.marker)}">' + (f"<ArticleCaption>{caption}</ArticleCaption>" if caption else "") + f"<ArticleTitle>{block.marker}</ArticleTitle>")
            out.append('<Paragraph Num="1"><ParagraphNum/>' + sentence("ParagraphSentence", block.text))
            opened += ["Article", "Paragraph"]
            caption = ""
        elif block.kind == "clause":
            close("Item", "Paragraph")
            out.append(f'<Paragraph Num="{digits(block.marker)}"><ParagraphNum>{block.marker}</ParagraphNum>' + sentence("ParagraphSentence", block.text))
            opened.append("Paragraph")
        elif block.kind == "item":
            close("Item")
            out.append(f'<Item Num="{digits(block.marker)}"><ItemTitle>{block.marker}</ItemTitle>' + sentence("ItemSentence", block.text))
            opened.append("Item")
        elif block.kind == "supplement":
            close(*inner, "MainProvision", "SupplProvision")
            number = f' AmendLawNum="{escape(block.text.strip("（）　"))}"' if block.text else ""
            out.append(f"<SupplProvision{number}><SupplProvisionLabel>附　則</SupplProvisionLabel>")
            opened.append("SupplProvision")
        elif block.kind == "text" and opened and opened[-1] == "SupplProvision":
            out.append('<Paragraph Num="1"><ParagraphNum/>' + sentence("ParagraphSentence", block.text) + "</Paragraph>")
        elif block.kind == "table":
            rows = "".join("<TableRow>" + "".join(f"<TableColumn><Sentence>{escape(c)}</Sentence></TableColumn>" for c in r) + "</TableRow>" for r in block.rows)
            out.append(f"<TableStruct><Table>{rows}</Table></TableStruct>")
    close(*inner, "MainProvision", "SupplProvision")
    promulgated = meta["promulgated_iso"].split("-")
    return (f'<?xml version="1.0" encoding="UTF-8"?>\n<Law Era="{meta["era"]}" Lang="ja" LawType="Misc" Num="{digits(meta["number"].split("第")[1])}" Year="{meta["year"]}" '
            f'PromulgateMonth="{promulgated[1]}" PromulgateDay="{promulgated[2]}">\n<LawNum>{meta["number"]}</LawNum>\n<LawBody>\n<LawTitle>{meta["title"]}</LawTitle>\n<MainProvision>\n'
            + "\n".join(_balanced(out)) + "\n</LawBody>\n</Law>\n")


def _balanced(out):
    """Closes MainProvision before the first supplementary provision."""
    for n, line in enumerate(out):
        if line.startswith("<SupplProvision"):
            return out[:n] + ["</MainProvision>"] + out[n:]
    return out + ["</MainProvision>"]
