// The way of an upload: announce, send what is missing piece by piece, have it taken in. The server says what is there; nothing is remembered here.
import { home } from "./place.js";

const PIECE = 4 * 1024 * 1024;
const AT_ONCE = 3;

export class Sender {
  constructor(view, chosen) {
    this.view = view;
    this.given = chosen; // the server refuses two files of one place by name; a map would drop one in silence
    this.chosen = new Map(chosen.map(({ path, file }) => [placeOf(path), file]));
    this.held = false;
    this.unread = new Set();
    this.began = performance.now();
    this.sentNow = 0;
  }

  /** Announces what was chosen and sends it. Resolves to false when the announcement was refused. */
  async announce(terms) {
    const files = this.given.map(({ path, file }) => ({ path: placeOf(path), bytes: file.size, modified: file.lastModified }));
    const answer = await this.ask("POST", "/api/v1/uploads", JSON.stringify({ ...terms, files }));
    if (!answer.ok) return this.refuse(answer);
    const state = await answer.json();
    if (state.leftOut > 0) this.view.say(this.view.words("left-out", state.leftOut));
    await this.send(state);
    return true;
  }

  /** Goes on with an upload that was broken off. */
  async goOn(id) {
    const answer = await this.ask("GET", `/api/v1/uploads/${id}`);
    if (!answer.ok) return this.refuse(answer);
    await this.send(await answer.json());
    return true;
  }

  async send(state) {
    this.state = state;
    this.watchButtons();
    const warn = (event) => event.preventDefault();
    addEventListener("beforeunload", warn);
    try {
      await this.sendAll();
    } finally {
      removeEventListener("beforeunload", warn);
    }
  }

  async sendAll() {
    const run = this.run = (this.run ?? 0) + 1; // an earlier one that is still on its way ends at its next piece
    this.unread.clear();
    const waiting = this.state.files.filter((file) => !file.isHere);
    const missing = waiting.filter((file) => !this.has(file));
    const queue = waiting.filter((file) => this.has(file));
    this.show();
    await Promise.all(Array.from({ length: AT_ONCE }, () => this.sendFrom(queue, run)));
    if (this.stopped || run !== this.run) return;
    if (missing.length > 0 || this.unread.size > 0) {
      this.view.fail(missing.length > 0 ? this.view.words("missing", missing.length) : this.view.words("unread", this.unread.size));
      this.view.part("partly").hidden = false;
      this.hold(true);
      return;
    }
    await this.start(false);
  }

  has(file) {
    const mine = this.chosen.get(file.path);
    return mine !== undefined && mine.size === file.bytes && mine.lastModified === file.modified;
  }

  async sendFrom(queue, run) {
    for (let file = queue.shift(); file && !this.stopped && run === this.run; file = queue.shift()) await this.sendFile(file, run);
  }

  async sendFile(file, run) {
    const mine = this.chosen.get(file.path);
    while (!file.isHere && !this.stopped) {
      while (this.held && run === this.run) await later(200);
      if (run !== this.run) return;
      const from = Math.max(0, file.received);
      let piece;
      try {
        piece = await mine.slice(from, from + PIECE).arrayBuffer();
      } catch {
        this.unread.add(file.path); // open elsewhere, moved or changed since it was chosen
        return;
      }
      const answer = await this.ask("PUT", `/api/v1/uploads/${this.state.id}/files/${file.index}?from=${from}`, piece);
      if (answer.ok) {
        file.received = (await answer.json()).received;
        this.sentNow += piece.byteLength;
      } else if (answer.status === 409) {
        await this.lookAgain(file); // a piece arrived although its answer did not
      } else {
        this.stopped = true;
        this.refuse(answer);
        return;
      }
      file.isHere = file.received === file.bytes;
      this.show();
    }
  }

  async lookAgain(file) {
    const answer = await this.ask("GET", `/api/v1/uploads/${this.state.id}`);
    if (!answer.ok) return;
    const now = (await answer.json()).files.find((other) => other.index === file.index);
    if (now.received === file.received) await later(500);
    file.received = now.received;
  }

  async start(partly) {
    this.view.tell(this.view.words("starting"));
    const answer = await this.ask("POST", `/api/v1/uploads/${this.state.id}/import?partly=${partly}`);
    if (!answer.ok) return this.refuse(answer);
    location.assign(`${home}/library/imports/${(await answer.json()).job}`);
    return true;
  }

  show() {
    const files = this.state.files.filter((file) => !file.tooLarge);
    const bytes = files.reduce((all, file) => all + Math.max(0, file.received), 0);
    const all = files.reduce((sum, file) => sum + file.bytes, 0);
    const seconds = (performance.now() - this.began) / 1000;
    const left = this.sentNow > 0 && seconds > 3 ? ((all - bytes) * seconds) / this.sentNow : null;
    this.view.sending(files.filter((file) => file.isHere).length, files.length, bytes, all, left);
  }

  watchButtons() {
    this.view.part("acts").hidden = false;
    this.view.part("hold").onclick = () => this.hold(!this.held);
    this.view.part("partly").onclick = () => this.start(true);
  }

  hold(held) {
    const again = this.held && !held && this.view.part("error").hidden === false;
    this.held = held;
    this.view.part("hold").querySelector("span").textContent = this.view.words(held ? "go-on" : "pause");
    if (held && this.view.part("error").hidden) this.view.tell(this.view.words("paused"));
    if (!again) return;
    this.view.fail("");
    this.view.part("partly").hidden = true;
    this.stopped = false;
    this.sendAll();
  }

  /** Asks the server until it answers: a server that is away is no reason to give up. */
  async ask(method, address, body) {
    for (let pause = 1000; ; pause = Math.min(pause * 2, 15000)) {
      try {
        const headers = body instanceof ArrayBuffer ? { "Content-Type": "application/octet-stream" } : { "Content-Type": "application/json" };
        const answer = await fetch(home + address, { method, headers, body, credentials: "same-origin" });
        if (answer.status < 500 || answer.headers.get("Content-Type")?.includes("problem")) return answer;
      } catch {
        // not reached: told below
      }
      this.view.tell(this.view.words("waiting"));
      await later(pause);
    }
  }

  async refuse(answer) {
    const problem = answer.status === 401 ? {} : await answer.json().catch(() => ({}));
    this.view.fail(answer.status === 401 ? this.view.words("signed-out") : [problem.title, problem.detail].filter(Boolean).join(" "));
    if (this.state) this.hold(true);
    return false;
  }
}

// As the server spells it (FilePlace).
const placeOf = (path) => {
  const parts = path.normalize("NFC").split(/[\\/]/).map((part) => part.replace(/\p{Cc}/gu, "").trim().slice(-200)).filter((part) => part && part !== "." && part !== "..");
  const place = parts.join("/");
  return place.length <= 600 ? place : parts.at(-1);
};

const later = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
