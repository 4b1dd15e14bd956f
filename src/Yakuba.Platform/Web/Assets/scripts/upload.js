// Drag and drop onto [data-upload] and progress while files go over. Without scripts the file field does the same.
export function watchUploads() {
  for (const zone of document.querySelectorAll("[data-upload]")) watch(zone);
}

function watch(zone) {
  const input = zone.querySelector("input[type=file]");
  const over = (on) => (event) => { event.preventDefault(); zone.dataset.over = String(on); };
  zone.addEventListener("dragenter", over(true));
  zone.addEventListener("dragover", over(true));
  zone.addEventListener("dragleave", over(false));
  zone.addEventListener("drop", (event) => {
    over(false)(event);
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
  input.addEventListener("change", () => list(zone, input.files));
  input.form.addEventListener("submit", (event) => { event.preventDefault(); send(input.form, event.submitter); });
}

function list(zone, files) {
  const place = document.getElementById(zone.dataset.upload);
  place.replaceChildren(...[...files].map((file) => {
    const line = document.createElement("li");
    const name = document.createElement("span");
    const size = document.createElement("span");
    name.textContent = file.name;
    size.textContent = sizeOf(file.size);
    line.append(name, size);
    return line;
  }));
}

function sizeOf(bytes) {
  return bytes >= 1048576 ? `${(bytes / 1048576).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`;
}

function send(form, submitter) {
  const bar = form.querySelector("[data-upload-progress]");
  const request = new XMLHttpRequest(); // fetch cannot yet tell how much has been sent
  request.open("POST", form.action);
  request.responseType = "document";
  request.upload.addEventListener("progress", (event) => { bar.hidden = false; bar.max = event.total; bar.value = event.loaded; });
  request.addEventListener("load", () => {
    if (request.status < 400) location.assign(request.responseURL);
    else document.body.replaceWith(request.response.body); // the refusal is a page of its own
  });
  request.addEventListener("error", () => { if (submitter) submitter.disabled = false; form.submit(); });
  if (submitter) submitter.disabled = true;
  request.send(new FormData(form, submitter));
}
