// Sends a form marked data-stream="ID" and shows the answer in #ID sentence by sentence.
// The server sends only sentences that it has verified. Events: step {text}, anew {text} (sentences so far are withdrawn), sentence (html of one <li>),
// answer (html that replaces all), goto {href} (the answer's own address). Any failure falls back to a plain post.
export function watchStreams() {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    const place = document.getElementById(form.dataset?.stream ?? "");
    if (!place || form.dataset.plain) return;
    event.preventDefault();
    if (place.getAttribute("aria-busy") === "true") return;
    ask(form, place, event.submitter).catch(() => sendPlainly(form, event.submitter));
  });
}

async function ask(form, place, submitter) {
  const body = new URLSearchParams(new FormData(form, submitter));
  begin(place, submitter);
  try {
    const response = await fetch(form.action, { method: "POST", body, headers: { Accept: "text/event-stream" }, credentials: "same-origin" });
    if (!response.headers.get("Content-Type")?.startsWith("text/event-stream")) throw new Error("no stream");
    let whole = false;
    for await (const { name, data } of events(response.body)) whole = show(place, name, data) || whole;
    if (!whole) throw new Error("cut off");
  } finally {
    place.removeAttribute("aria-busy");
    if (submitter) submitter.disabled = false;
  }
}

function begin(place, submitter) {
  const template = document.getElementById(`${place.id}-waiting`);
  place.setAttribute("aria-busy", "true");
  place.replaceChildren(template ? template.content.cloneNode(true) : "");
  place.hidden = false;
  document.querySelector("[data-answered]")?.setAttribute("data-answered", "true");
  place.scrollIntoView({ block: "nearest", behavior: "smooth" });
  if (submitter) submitter.disabled = true;
}

/** Shows one event. Returns true when the answer is whole. */
function show(place, name, data) {
  switch (name) {
    case "step":
      for (const line of place.querySelectorAll("[data-stream-step]")) line.textContent = JSON.parse(data).text;
      return false;
    case "anew":
      place.querySelector("[data-stream-sentences]")?.replaceChildren();
      for (const line of place.querySelectorAll("[data-stream-step]")) line.textContent = JSON.parse(data).text;
      return false;
    case "sentence":
      place.querySelector("[data-stream-sentences]")?.insertAdjacentHTML("beforeend", data);
      return false;
    case "answer":
      place.innerHTML = data;
      place.querySelector("[data-answer-head]")?.focus();
      return true;
    case "goto":
      moveTo(JSON.parse(data).href);
      return false;
    default:
      return false;
  }
}

function moveTo(href) {
  history.pushState(null, "", href);
  for (const field of document.querySelectorAll("input[name=back]")) field.value = href;
}

function sendPlainly(form, submitter) {
  form.dataset.plain = "true";
  form.requestSubmit(submitter); // what its button says is part of the question
}

/** Reads server-sent events from a response body. */
async function* events(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let held = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    held += value;
    const blocks = held.split("\n\n");
    held = blocks.pop();
    for (const block of blocks) yield eventOf(block);
  }
}

function eventOf(block) {
  const lines = block.split("\n");
  const fields = (name) => lines.filter((line) => line.startsWith(`${name}:`)).map((line) => line.slice(name.length + 1).replace(/^ /, ""));
  return { name: fields("event")[0] ?? "message", data: fields("data").join("\n") };
}
