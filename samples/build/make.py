"""Makes samples/town/ and samples/town.json from samples/source/."""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import docx
import page
import plain
import source
import xlsx

ROOT = Path(__file__).resolve().parent.parent
TOWN = ROOT / "town"
KEYS = {"title": "title", "section": "section", "label": "label", "state": "state", "from": "validFrom", "to": "validTo",
        "version": "version", "supersedes": "supersedes", "review": "reviewOn", "confirmed": "confirmedBy", "document": "document", "number": "number"}


def entry(meta):
    """The line of town.json for one file."""
    line = {"path": meta["out"]}
    for key, name in KEYS.items():
        value = meta.get(key) or None
        line[name] = int(value) if key == "version" and value else value
    if "readers" in meta:
        line["readers"] = meta["readers"].split("、")
    return {k: v for k, v in line.items() if v is not None or k in ("validFrom", "validTo")}


def save(path, text, charset):
    """Writes text in a charset; a character outside it stops the build."""
    path.write_bytes(text.encode({"Shift_JIS": "cp932", "utf-8-sig": "utf-8-sig"}.get(charset, charset)))


def pdf(html, path):
    """Prints HTML to PDF through Chromium and freezes the dates in it."""
    with tempfile.TemporaryDirectory() as folder:
        page_file = Path(folder) / "page.html"
        page_file.write_text(html, encoding="utf-8")
        subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile", "--no-pdf-header-footer",
                        f"--print-to-pdf={path}", page_file.as_uri()], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120)
    path.write_bytes(re.sub(rb"\(D:\d{14}([^)]*)\)", rb"(D:20260401090000\1)", path.read_bytes()))


def make(file):
    """Makes one file; returns its metadata."""
    if file.suffix == ".json":
        data = json.loads(file.read_text(encoding="utf-8"))
        meta, target = data["meta"], TOWN / data["meta"]["out"]
        target.parent.mkdir(parents=True, exist_ok=True)
        for sheet in data["sheets"]:
            sheet["cells"] = {tuple((ref + ":" + ref.split(":")[-1]).split(":")[:2]): tuple(v) if isinstance(v, list) else (v, "cell") for ref, v in sheet["cells"].items()}
        xlsx.build(meta["title"], data["sheets"], target)
        return meta
    read = source.read(file)
    meta, target = read.meta, TOWN / read.meta["out"]
    target.parent.mkdir(parents=True, exist_ok=True)
    charset = meta.get("charset", "utf-8")
    law = meta.get("kind") == "law"
    match target.suffix:
        case ".docx":
            docx.build(read, target)
        case ".xlsx":
            xlsx.build(meta["title"], xlsx.from_tables(read), target)
        case ".html":
            save(target, page.law(read, charset) if law else page.site(read, charset), charset)
        case ".pdf":
            pdf(page.printed(read), target)
        case ".xml":
            save(target, plain.law(read), charset)
        case ".txt":
            save(target, plain.text(read), charset)
        case ".csv":
            save(target, read.body.replace("\n", "\r\n"), charset)
        case ".md":
            save(target, f"# {meta['title']}\n\n{read.body.lstrip()}", charset)
    return meta


def main(wanted):
    """Makes every file, or those whose path contains one of the words given."""
    lines = []
    for file in sorted((ROOT / "source").rglob("*")):
        if file.is_file() and file.name != "people.json":
            if wanted and not any(word in str(file) for word in wanted):
                data = json.loads(file.read_text(encoding="utf-8"))["meta"] if file.suffix == ".json" else source.read(file).meta
            else:
                data = make(file)
                print(data["out"])
            lines.append(entry(data))
    people = json.loads((ROOT / "source" / "people.json").read_text(encoding="utf-8"))
    town = {"municipality": people["municipality"], "sections": people["sections"], "users": people["users"], "documents": lines + people["documents"]}
    (ROOT / "town.json").write_text(json.dumps(town, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    missing = [d["path"] for d in lines if not (TOWN / d["path"]).exists()]
    print(f"{len(lines)} 件の文書、欠けているもの {len(missing)} 件")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
