// Passkeys: [data-passkey="sign-in"] and [data-passkey="add"] ask the server for options (data-options),
// let the machine make or use a passkey, and post the result as JSON in the form field named "credential".
export function watchPasskeys() {
  for (const button of document.querySelectorAll("button[data-passkey]")) {
    if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) continue;
    button.hidden = false;
    button.addEventListener("click", () => use(button).catch((error) => say(button, error)));
  }
}

async function use(button) {
  const form = button.form;
  const response = await fetch(button.dataset.options, { method: "POST", body: new FormData(form), credentials: "same-origin" });
  if (!response.ok) throw new Error("refused");
  const options = await response.json();
  const credential = button.dataset.passkey === "add"
    ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  form.elements.credential.value = JSON.stringify(credential.toJSON());
  form.action = button.dataset.finish;
  form.submit();
}

function say(button, error) {
  const place = document.getElementById(button.dataset.problem ?? "");
  if (!place || error.name === "AbortError") return;
  place.hidden = false;
}
