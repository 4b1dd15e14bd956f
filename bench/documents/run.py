#!/usr/bin/env python3
"""Imports folders through a running server and watches it. usage: run.py speed|memory PROGRAM WORK [REAL]

speed: the text corpus and the real files, each into an empty data directory, three times; pages a minute and processor seconds, medians.
memory: the gigabyte, once; resident memory of the server and of its workers with their children, four times a second.
"""
import json, os, pathlib, re, shutil, signal, statistics, subprocess, sys, threading, time

PAGE = os.sysconf("SC_PAGE_SIZE")
TICKS = os.sysconf("SC_CLK_TCK")


def read(path):
    try:
        return pathlib.Path(path).read_text()
    except OSError:
        return ""


def stat(pid):
    return read(f"/proc/{pid}/stat").rpartition(")")[2].split()


def status(pid, name):
    found = re.search(rf"^{name}:\s+(\d+)", read(f"/proc/{pid}/status"), re.M)
    return int(found.group(1)) / 1024 if found else 0


class Server:
    """yakuba serve on an empty data directory, and what it holds."""

    def __init__(self, program, data):
        shutil.rmtree(data, ignore_errors=True)
        self.program, self.data = program, str(data)
        subprocess.run([program, "section", "add", "010", "総務課", "--data", self.data], check=True, stdout=subprocess.DEVNULL)
        self.process = subprocess.Popen([program, "serve", "--urls", "http://127.0.0.1:0", "--data", self.data], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        while "起動しました" not in self.process.stderr.readline():
            assert self.process.poll() is None
        threading.Thread(target=self.process.stderr.read, daemon=True).start()
        time.sleep(3)
        self.seen, self.over = [], threading.Event()
        threading.Thread(target=self.watch, daemon=True).start()

    def groups(self):
        """Resident megabytes of each worker with its children."""
        mine, totals = str(self.process.pid), {}
        for pid in filter(str.isdigit, os.listdir("/proc")):
            words = read(f"/proc/{pid}/cmdline").split("\0")
            if "--document-worker" in words and words[words.index("--document-worker") + 1] == mine:
                totals[pid] = 0
        for pid in filter(str.isdigit, os.listdir("/proc")):
            fields = stat(pid)
            if len(fields) > 21 and fields[2] in totals:
                totals[fields[2]] += int(fields[21]) * PAGE / 1048576
        return totals

    def watch(self):
        while not self.over.wait(0.25):
            self.seen.append((time.time(), status(self.process.pid, "VmRSS"), status(self.process.pid, "RssAnon"), self.groups()))

    def cpu(self):
        fields = stat(self.process.pid)
        return sum(map(int, fields[11:13])) / TICKS, sum(map(int, fields[13:15])) / TICKS

    def take(self, folder):
        begin = time.time()
        said = subprocess.run([self.program, "import", str(folder), "--section", "総務課", "--publish", "--json", "--data", self.data], capture_output=True, text=True)
        took = time.time() - begin
        return took, json.loads(said.stdout)

    def rest(self):
        """Waits until the workers have gone and what passed through was given back."""
        until = time.time() + 30
        while self.groups() and time.time() < until:
            time.sleep(0.5)
        time.sleep(3)

    def end(self):
        self.over.set()
        self.process.send_signal(signal.SIGTERM)
        self.process.wait()


def once(program, folder, data):
    server = Server(program, data)
    before = server.cpu()
    took, report = server.take(folder)
    server.rest()
    after = server.cpu()
    server.end()
    peak = max(s[1] for s in server.seen)
    return {"took": took, "server": after[0] - before[0], "workers": after[1] - before[1], "peak": peak, "report": report}


def characters(data):
    import sqlite3
    return sqlite3.connect(f"{data}/yakuba.db").execute("SELECT coalesce(sum(length(text)), 0) FROM block").fetchone()[0]


def speed(program, work, real):
    pages = [line.split("\t") for line in open(work / "text" / "pages.tsv")]
    sets = [(kind, work / "text" / kind, sum(int(p) for k, _, p in pages if k == kind)) for kind in ("pdf", "docx", "html")]
    sets.append(("all three", work / "text", sum(s[2] for s in sets)))
    if real:
        sets.append(("real files", pathlib.Path(real), 0))
    print("| corpus | files | pages | seconds (all runs) | pages a minute | processor s: server, workers | server at most MB |\n|---|---|---|---|---|---|---|")
    for name, folder, count in sets:
        runs = [once(program, folder, work / "data") for _ in range(3)]
        count = count or characters(work / "data") // 1000
        middle = statistics.median(r["took"] for r in runs)
        report = runs[0]["report"]
        print(f"| {name} | {report['imported']} ({report['refused']} refused) | {count:,} | {', '.join('%.1f' % r['took'] for r in runs)} | **{count / middle * 60:,.0f}** "
              f"| {statistics.median(r['server'] for r in runs):.1f}, {statistics.median(r['workers'] for r in runs):.1f} | {max(r['peak'] for r in runs):.0f} |", flush=True)


def memory(program, work):
    folder = work / "gigabyte"
    server = Server(program, work / "data")
    (work / "first.txt").write_text("案内\n\n受付は9時からです。")
    server.take(work / "first.txt")
    server.rest()
    idle = status(server.process.pid, "VmRSS")
    server.seen.clear()
    took, report = server.take(folder)
    seen = list(server.seen)
    print(f"server at most {max(s[1] for s in seen):.0f} MB, a worker with its children {max(max(s[3].values(), default=0) for s in seen):.0f} MB, {took:.0f} s", flush=True)
    server.rest()
    after = status(server.process.pid, "VmRSS")
    time.sleep(20)
    later = status(server.process.pid, "VmRSS")
    server.end()
    size = sum(f.stat().st_size for f in folder.iterdir())
    print(f"{size / 1e6:,.0f} MB in {report['imported'] + report['refused']} files ({report['refused']} refused), {report['passages']:,} passages, {took:.0f} s")
    for file in report["files"]:
        if file["problem"]:
            print(f"  {file['file']}: {file['problem']}")
    print(f"server, resident MB: before {idle:.0f}, at most {max(s[1] for s in seen):.0f} (of which not files {max(s[2] for s in seen):.0f}), after {after:.0f}, 20 s later {later:.0f}")
    print(f"a worker with its children: at most {max(max(s[3].values(), default=0) for s in seen):.0f}; both {max(sum(s[3].values()) for s in seen):.0f}")


if __name__ == "__main__":
    verb, program, work = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
    print(f"{os.cpu_count()} cores, load average {os.getloadavg()[0]:.1f} at the start")
    speed(program, work, sys.argv[4] if len(sys.argv) > 4 else None) if verb == "speed" else memory(program, work)
    print(f"load average {os.getloadavg()[0]:.1f} at the end")
