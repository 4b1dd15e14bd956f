// Sends files one by one in pieces, so that a connection that breaks loses one piece; goes on by itself when the server is back.
// Without scripts the form posts the same files in one go.
import { filesOf, filesDropped } from "./pick.js";
import { Sender } from "./send.js";

export function watchUploads() {
  for (const form of document.querySelectorAll("form[data-upload]")) watchForm(form);
  for (const open of document.querySelectorAll("[data-upload-open]")) watchOpen(open);
}

function watchForm(form) {
  const view = new View(form.querySelector("[data-upload-progress]"));
  const zone = form.querySelector("[data-drop]");
  let chosen = [];
  const choose = (files) => { chosen = files.sort((a, b) => a.path.localeCompare(b.path, "ja", { numeric: true })); view.choose(files); };
  const over = (on) => (event) => { event.preventDefault(); zone.dataset.over = String(on); };
  zone.addEventListener("dragenter", over(true));
  zone.addEventListener("dragover", over(true));
  zone.addEventListener("dragleave", over(false));
  zone.addEventListener("drop", async (event) => { over(false)(event); choose(await filesDropped(event.dataTransfer)); });
  for (const input of zone.querySelectorAll("input[type=file]")) {
    input.addEventListener("change", () => {
      for (const other of zone.querySelectorAll("input[type=file]")) if (other !== input) other.value = "";
      choose(filesOf(input.files));
    });
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (chosen.length === 0) return view.fail(view.words("nothing"));
    const fields = new FormData(form);
    const terms = { section: fields.get("section"), label: fields.get("label"), publish: fields.get("publish") === "on" };
    const buttons = form.querySelectorAll("[data-upload-terms] button, [data-upload-terms] input, [data-upload-terms] select, [data-drop] input");
    for (const button of buttons) button.disabled = true;
    const sender = new Sender(view, chosen);
    sender.announce(terms).then((taken) => { if (!taken) for (const button of buttons) button.disabled = false; });
  });
}

function watchOpen(open) {
  const progress = open.querySelector("[data-upload-progress]");
  if (!progress) return;
  const view = new View(progress);
  for (const pickers of open.querySelectorAll("[data-scripted]")) pickers.hidden = false;
  for (const input of open.querySelectorAll("input[type=file]")) {
    input.addEventListener("change", () => {
      const files = filesOf(input.files);
      view.choose(files);
      new Sender(view, files).goOn(open.dataset.uploadOpen);
    });
  }
}

/** What people see of an upload. */
class View {
  constructor(place) {
    this.place = place;
    this.said = -1;
  }

  words(name, ...numbers) {
    const key = "words" + name.split("-").map((part) => part[0].toUpperCase() + part.slice(1)).join("");
    return numbers.reduce((text, number, i) => text.replace(`#${i + 1}`, number), this.place.dataset[key]);
  }

  part(name) {
    return this.place.querySelector(`[data-upload-${name}]`);
  }

  choose(files) {
    this.place.hidden = false;
    this.fail("");
    this.part("words").textContent = this.words("chosen", count(files.length), sizeOf(sum(files)));
    this.part("list").replaceChildren(...files.map(({ path, file }) => {
      const line = document.createElement("li");
      const name = document.createElement("span");
      const size = document.createElement("span");
      name.textContent = path;
      size.textContent = sizeOf(file.size);
      line.append(name, size);
      return line;
    }));
  }

  sending(sent, files, bytes, all, secondsLeft) {
    this.place.hidden = false;
    this.part("acts").hidden = false;
    this.part("list").hidden = true;
    const bar = this.part("bar");
    bar.hidden = false;
    bar.max = Math.max(all, 1);
    bar.value = bytes;
    const left = secondsLeft === null ? "" : ` ${this.words("left", secondsLeft >= 60 ? this.words("minutes", Math.ceil(secondsLeft / 60)) : this.words("seconds", Math.max(1, Math.ceil(secondsLeft / 10) * 10)))}`;
    const text = this.words("sending", count(sent), count(files), sizeOf(bytes), sizeOf(all));
    this.part("words").textContent = text + left;
    const tenth = all === 0 ? 10 : Math.floor((bytes * 10) / all);
    if (tenth !== this.said) this.say(text);
    this.said = tenth;
  }

  say(text) {
    this.part("say").textContent = text;
  }

  tell(text) {
    this.part("words").textContent = text;
    this.say(text);
  }

  fail(text) {
    this.place.hidden = false;
    const line = this.part("error");
    line.hidden = text.length === 0;
    line.textContent = text;
  }
}

const sum = (files) => files.reduce((all, { file }) => all + file.size, 0);

const count = (number) => number.toLocaleString("ja-JP");

function sizeOf(bytes) {
  return bytes >= 1048576 ? `${(bytes / 1048576).toFixed(1)} MB` : `${Math.max(bytes > 0 ? 1 : 0, Math.round(bytes / 1024))} KB`;
}
