#!/usr/bin/env python3
"""Reads the golden files' documents with each tool a user would pick instead. usage: peers.py PROGRAM WORK REAL GOLDEN

Recovered means: the words of the golden line stand in the tool's output, white space left out. A line that is known to be read wrongly counts like any other. A cell is looked for three
times: its value anywhere; its value in one line (here: one row) with the name at the left of its row; and with the path of its headers. Lines that count or hash the whole are left out.
Seconds are of the processor with all children, memory is the most of one process. LibreOffice reads all files of a kind in one start.
"""
import json, os, pathlib, re, resource, shutil, sqlite3, subprocess, sys, time

PROGRAM, WORK, REAL, GOLDEN = sys.argv[1], *map(pathlib.Path, sys.argv[2:5])
PANDOC = 'if iconv -f utf-8 "$0" >/dev/null 2>&1; then cat "$0"; else iconv -c -f cp932 -t utf-8 "$0"; fi | pandoc -f html -t plain --wrap=none'  # it reads UTF-8 alone
flat = lambda text: re.sub(r"\s", "", text)


def golden():
    files = {}
    for path in sorted(GOLDEN.glob("*.tsv")):
        rows = [line.rstrip("\n").split("\t") for line in open(path, encoding="utf-8") if line.strip()]
        files[rows[0][1]] = [[row[0].lstrip("!"), *row[1:]] for row in rows[1:]]
    return files


def timed(command, **more):
    """Runs a program; returns processor seconds, wall seconds, most megabytes of one process, output."""
    begin, before = time.time(), resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=os.environ | {"LC_ALL": "C.UTF-8"}, **more)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return cpu, time.time() - begin, done.stdout.decode("utf-8", "replace"), done.returncode


def peak(command):
    """Most megabytes of one process of a command, measured in a process of its own."""
    code = "import resource,subprocess,sys;subprocess.run(sys.argv[1:],stdout=subprocess.DEVNULL,stderr=subprocess.DEVNULL);print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss//1024)"
    return int(subprocess.run([sys.executable, "-c", code, *map(str, command)], capture_output=True, text=True).stdout)


def each(files, command):
    texts, cpu, wall, most = {}, 0, 0, 0
    for name in files:
        c, w, text, code = timed(command(REAL / name))
        cpu, wall, most = cpu + c, wall + w, max(most, peak(command(REAL / name)))
        if code == 0:
            texts[name] = text
    return texts, cpu, wall, most


def office(files):
    out, texts, cpu, wall, most = WORK / "office-out", {}, 0, 0, 0
    kinds = {"pdf": ["--infilter=writer_pdf_import", "--convert-to", "txt:Text (encoded):UTF8"], "html": ["--convert-to", "txt:Text (encoded):UTF8"], "txt": ["--convert-to", "html"],
             "xlsx": ["--convert-to", "csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true,false,false,false,-1"]}
    kinds["xls"] = kinds["csv"] = kinds["xlsx"]
    for kind, how in kinds.items():
        mine = [name for name in files if name.endswith("." + kind)]
        shutil.rmtree(out, ignore_errors=True)
        if mine:
            command = ["soffice", "--headless", f"-env:UserInstallation=file://{WORK}/office", *how, "--outdir", out, *(REAL / name for name in mine)]
            c, w, _, _ = timed(command)
            cpu, wall, most = cpu + c, wall + w, max(most, peak(command))
        for name in mine:
            made = [path for path in out.iterdir() if path.name.startswith(pathlib.Path(name).stem)] if out.exists() else []
            if made:
                texts[name] = "\n".join(path.read_text("utf-8", "replace") for path in sorted(made))
    return texts, cpu, wall, most


def ours(files):
    data, folder = WORK / "peers-data", WORK / "peers-files"
    shutil.rmtree(data, ignore_errors=True), shutil.rmtree(folder, ignore_errors=True)
    for name in files:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(REAL / name, folder / name)
    subprocess.run([PROGRAM, "section", "add", "010", "総務課", "--data", data], check=True, stdout=subprocess.DEVNULL)
    command = [PROGRAM, "import", folder, "--section", "総務課", "--publish", "--json", "--data", data]
    cpu, wall, _, _ = timed(command)
    shutil.rmtree(data), subprocess.run([PROGRAM, "section", "add", "010", "総務課", "--data", data], check=True, stdout=subprocess.DEVNULL)
    most = peak(command)
    texts, store = {}, sqlite3.connect(data / "yakuba.db")
    for name in files:
        key = "010:" + name
        rows = store.execute("SELECT kind, text, marker, extra FROM block WHERE version = (SELECT max(v.number) FROM version v JOIN document d ON d.id = v.document_id WHERE d.source_key = ?) ORDER BY idx", (key,)).fetchall()
        if rows:
            texts[name] = rows
    return texts, cpu, wall, most


def words(rows):
    """A document of ours as lines."""
    if isinstance(rows, str):
        return rows
    caption = lambda kind, extra: json.loads(extra)["caption"] if kind == "article" else ""
    return "\n".join(f"{caption(kind, extra)} {marker} {text}" for kind, text, marker, extra in rows)


def label(row):
    return flat(re.split(r"[、:]", row)[0])


def judge(line, text):
    """What of a golden line stands in a text: (kind, found) for each thing looked for."""
    kind, fields = line[0], line[1:]
    shown = words(text)
    whole = flat(shown)
    if kind in ("heading", "contains", "begins", "caption"):
        return [("text", flat(fields[1]) in whole)]
    if kind == "title":
        return [("text", flat(fields[0]) in whole)]
    if kind == "article":
        return [("text", flat(fields[2]) in whole and (fields[1] == "-" or flat(fields[1]) in whole))]
    if kind == "text":
        return [("text", flat(fields[1]) in whole and flat(fields[2]) in whole)]
    if kind == "order":
        return [("text", 0 <= whole.find(flat(fields[0])) < whole.find(flat(fields[1])))]
    if kind == "cell":
        value, name = flat(fields[3]), label(fields[1])
        row = any(value in flat(l) and name in flat(l) for l in shown.splitlines())
        path = flat(fields[2].replace(" > ", ">"))
        headed = not isinstance(text, str) and any(k == "row" and name in flat(t) and any(flat(c["text"]) == value and flat(">".join(c["header"])) == path for c in json.loads(e)) for k, t, _, e in text)
        return [("value", value in whole), ("row", row), ("headers", headed)]
    return []


def main():
    files = golden()
    sets = [("pdf", [f for f in files if f.endswith(".pdf")]), ("html", [f for f in files if f.endswith(".html")]), ("sheets, CSV", [f for f in files if f.endswith((".xlsx", ".xls", ".csv"))])]
    tools = {"Yakuba, import whole": ours, "pdftotext -layout": lambda f: each(f, lambda p: ["pdftotext", "-layout", p, "-"]), "LibreOffice headless": office, "pandoc -t plain": lambda f: each(f, lambda p: ["sh", "-c", PANDOC, p])}
    reads = {"pdftotext -layout": ["pdf"], "pandoc -t plain": ["html"]}
    print(f"load average {os.getloadavg()[0]:.1f} at the start")
    print("| files | tool | read | processor s | wall s | at most MB | lines of text | values of cells | in their row | with their headers |\n|---|---|---|---|---|---|---|---|---|---|")
    for kind, names in sets:
        for tool, run in tools.items():
            if kind not in reads.get(tool, [kind]):
                continue
            if tool != "Yakuba, import whole" and not shutil.which({"pdftotext -layout": "pdftotext", "LibreOffice headless": "soffice", "pandoc -t plain": "pandoc"}[tool]):
                print(f"| {kind} | {tool} | not installed: left out | | | | | | | |")
                continue
            texts, cpu, wall, most = run(names)
            found = [one for name in names for line in files[name] for one in judge(line, texts.get(name, ""))]
            share = lambda what: "–" if not (of := [ok for k, ok in found if k == what]) else f"{sum(of)} of {len(of)}"
            print(f"| {kind} | {tool} | {len(texts)} of {len(names)} | {cpu:.1f} | {wall:.1f} | {most} | {share('text')} | {share('value')} | {share('row')} | {share('headers')} |", flush=True)


main()
