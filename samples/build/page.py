"""Writes HTML: a page of the town's site, an ordinance page, and the print form of a PDF."""

import re
from html import escape

from source import grid

SITE = """body{font-family:"Noto Sans CJK JP",sans-serif;line-height:1.8;margin:0;color:#1a1a1c}
header,footer{background:#eef3f6;padding:.6em 1.2em}main{max-width:52em;margin:0 auto;padding:1em}
table{border-collapse:collapse;margin:.8em 0}th,td{border:1px solid #667;padding:.3em .6em;text-align:left}th{background:#e7eef4}
.note{border-left:6px solid #2a6f97;padding:.2em .8em;background:#f4f8fb}.right{text-align:right}.centre{text-align:center}"""
LAW = """body{font-family:"Noto Serif CJK JP",serif;line-height:1.9;max-width:48em;margin:1em auto;padding:0 1em}
.caption,.article,.clause{padding-left:1em;text-indent:-1em;margin:0}.caption{padding-left:2em}.item{padding-left:3em;text-indent:-2em;margin:0}
.subitem{padding-left:4em;text-indent:-1em;margin:0}.supplement,.chapter{padding-left:3em}.history{font-size:.9em}table{border-collapse:collapse}th,td{border:1px solid #333;padding:.2em .6em}"""
PRINT = """*{font-weight:normal!important;font-synthesis:none}strong{color:#a3231b}@page{size:A4;margin:20mm 18mm 18mm;@bottom-center{content:"― " counter(page) " ―";font:9pt IPAGothic}@top-right{content:"%s";font:8pt IPAGothic;color:#555}}
@page:first{@bottom-center{content:""}@top-right{content:""}}
body{font:10.5pt/1.75 IPAGothic,sans-serif;color:#111;margin:0}
.cover{height:240mm;display:flex;flex-direction:column;justify-content:center;text-align:center;break-after:page}
.cover h1{font-size:28pt;border-top:4px solid #2a6f97;border-bottom:4px solid #2a6f97;padding:.6em 0;margin:0 0 1em;line-height:1.4}
.cover p{margin:.2em}.cover .town{font-size:16pt;margin-top:5em}
h1{font-size:17pt;color:#0f4c6b;border-bottom:3px solid #2a6f97;padding-bottom:2px;break-after:avoid;margin:1em 0 .4em}h2{font-size:13pt;border-left:8px solid #2a6f97;padding-left:.5em;margin:1em 0 .3em;break-after:avoid}
h3{font-size:11.5pt;margin:.8em 0 .2em;break-after:avoid}p{margin:.3em 0;text-indent:1em}ul,ol{margin:.3em 0}.note{text-indent:0;border:1.5px solid #2a6f97;background:#f1f7fa;padding:.4em .8em;break-inside:avoid}
table{border-collapse:collapse;width:100%%;margin:.5em 0;font-size:9.5pt;line-height:1.5}tr{break-inside:avoid}thead{display:table-header-group}
th,td{border:.7px solid #555;padding:3px 6px;vertical-align:middle;text-align:left}th{background:#dfeaf1;text-align:center}.short{white-space:nowrap}
.tablename{text-indent:0;font-weight:bold;margin:.8em 0 0;break-after:avoid}.right{text-align:right;text-indent:0}.centre{text-align:center;text-indent:0}.break{break-after:page}"""
PAPER = """*{font-weight:normal!important;font-synthesis:none}strong{color:#a3231b}@page{size:A4;margin:13mm 13mm 15mm;@bottom-center{content:"%s　" counter(page)}}body{font-family:IPAGothic,sans-serif;font-size:9.5pt;line-height:1.65;margin:0}
.mast{display:flex;background:#0f4c6b;color:#fff;padding:4mm 6mm;align-items:center;justify-content:space-between}.mast b{font-size:30pt;letter-spacing:.1em}.mast span{writing-mode:vertical-rl;font-size:9pt}
.columns{columns:2;column-gap:10mm;column-rule:.5px solid #888;margin-top:4mm}h1{font-size:14pt;background:#dfeaf1;border-left:6px solid #0f4c6b;padding:1mm 2mm;margin:3mm 0 1mm;break-after:avoid}h2{font-size:11pt;margin:2mm 0 0;color:#0f4c6b;break-after:avoid}
p{margin:1mm 0;text-indent:1em}ul,ol{margin:1mm 0;padding-left:1.6em}.note{text-indent:0;border:1px solid #0f4c6b;padding:1mm 2mm;break-inside:avoid}.right{text-align:right}
table{border-collapse:collapse;width:100%%;font-size:8.5pt;margin:1mm 0;break-inside:avoid}th,td{border:.6px solid #555;padding:1px 4px}th{background:#eef}.tablename{font-weight:bold;text-indent:0;margin:1mm 0 0}"""


def inline(text):
    """Escapes text; **…** is strong, <br> stays."""
    safe = escape(text, quote=False).replace("&lt;br&gt;", "<br>")
    return re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", safe)


def table(rows, head=1):
    """A table with spans; the first row is its header."""
    cells = list(grid(rows))
    lines = []
    for y in range(len(rows)):
        tag = "th" if y < head else "td"
        line = ""
        for y1, _, text, down, across in cells:
            if y1 == y:
                line += f"<{tag}" + (f' rowspan="{down}"' if down > 1 else "") + (f' colspan="{across}"' if across > 1 else "") + f">{inline(text)}</{tag}>"
        lines.append(f"<tr>{line}</tr>")
    return f"<table>\n<thead>{''.join(lines[:head])}</thead>\n<tbody>\n" + "\n".join(lines[head:]) + "\n</tbody>\n</table>"


def body(blocks, shift=0):
    """The blocks as HTML; `shift` lowers the headings below the page's own."""
    out, opened = [], ""
    for block in blocks:
        want = {"bullet": "ul", "number": "ol"}.get(block.kind, "")
        if want != opened or (want == "ol" and block.marker == "1"):
            out.append((f"</{opened}>" if opened else "") + (f"<{want}>" if want else ""))
            opened = want
        out.append(element(block, shift))
    return "\n".join(line for line in out + ([f"</{opened}>"] if opened else []) if line)


def element(block, shift):
    """One block."""
    if block.kind == "table":
        return table(block.rows)
    if block.kind == "heading":
        return f"<h{block.level + shift}>{inline(block.text)}</h{block.level + shift}>"
    if block.kind in ("bullet", "number"):
        return f"<li>{inline(block.text)}</li>"
    if block.kind == "text":
        return f"<p>{inline(block.text)}</p>"
    if block.kind == "break":
        return '<div class="break"></div>'
    if block.kind in ("chapter", "supplement", "annex"):
        gap = "" if block.kind == "annex" or not block.text else "　"
        return f'<h3 class="{block.kind}">{block.marker}{gap}{inline(block.text)}</h3>'
    if block.marker:
        lead = f"<span class=\"num\">{block.marker}</span>"
        return f'<p class="{block.kind}">{lead}{"　" + inline(block.text) if block.text else ""}</p>'
    return f'<p class="{block.kind}">{inline(block.text)}</p>'


def site(source, charset):
    """A page of the town's site."""
    meta = source.meta
    updated = f'<p class="right">更新日：{meta["updated"]}</p>' if "updated" in meta else ""
    return f"""<!DOCTYPE html>
<html lang="ja">
<head>
<meta charset="{charset}">
<title>{meta["title"]}｜澄野町公式サイト</title>
<style>{SITE}</style>
</head>
<body>
<header><a href="/">澄野町</a> ＞ <a href="/section/">{meta["section"]}</a></header>
<main>
<h1>{meta["title"]}</h1>
{updated}
{body(source.blocks, 1)}
</main>
<footer>澄野町役場　〒000-0012 葦原県霧見郡澄野町本町一丁目1番地　電話 0000-12-3400（代表）</footer>
</body>
</html>
"""


def law(source, charset):
    """An ordinance page as a town's ordinance database prints it."""
    meta = source.meta
    history = "".join(f'<p class="history">{line}</p>\n' for line in meta.get("history", "").split("／") if line)
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html lang="ja">
<head>
<meta http-equiv="Content-Type" content="text/html; charset={charset}">
<title>{meta["title"]}</title>
<style type="text/css">{LAW}</style>
</head>
<body>
<div id="reiki">
<h1 class="title">○{meta["title"]}</h1>
<p class="date" align="right">{meta["promulgated"]}<br>{meta["number"]}</p>
{history}<div class="body">
{body(source.blocks)}
</div>
</div>
</body>
</html>
"""


def printed(source):
    """The print form of a guide (with cover) or of the town's paper."""
    meta = source.meta
    if meta.get("kind") == "paper":
        number, month = meta["issue"], meta["month"]
        return (f'<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>{meta["title"]}</title><style>{PAPER % meta["title"]}</style></head><body>'
                f'<div class="mast"><span>水と森の町</span><b>広報すみの</b><div>{month}<br>{number}<br>発行　澄野町（企画課）</div></div><div class="columns">{body(source.blocks)}</div></body></html>')
    content = re.sub(r"<(t[hd])([^>]*)>([^<]{1,9})</", r'<\1\2 class="short">\3</', body(source.blocks))
    cover = (f'<div class="cover"><h1>{meta["title"].replace("　", "<br>")}</h1><p>{meta.get("subtitle", "")}</p><p class="town">澄　野　町</p><p>{meta["section"]}　電話 {meta["phone"]}</p>'
             f'<p>{meta.get("updated", "")}</p></div>')
    return (f'<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>{meta["title"]}</title><style>{PRINT % meta["title"]}</style></head>'
            f"<body>{cover}{content}</body></html>")
