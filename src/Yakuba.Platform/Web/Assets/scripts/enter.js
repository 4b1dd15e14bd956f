// Enter sends a question, Shift+Enter starts a new line, and an Enter that ends a kana-kanji conversion does neither.
// Safari sends keydown after compositionend for that same Enter, with keyCode 229; so all three signs are asked.
const converting = new WeakSet();

export function watchForms() {
  document.addEventListener("compositionstart", (event) => converting.add(event.target));
  document.addEventListener("compositionend", (event) => converting.delete(event.target));
  document.addEventListener("keydown", onKey);
}

export function isConverting(event) {
  return event.isComposing || event.keyCode === 229 || converting.has(event.target);
}

function onKey(event) {
  const box = event.target;
  if (event.key !== "Enter" || !(box instanceof HTMLElement)) return;
  if (isConverting(event)) {
    if (box instanceof HTMLInputElement) event.preventDefault();
    return;
  }
  if (!box.matches("textarea[data-enter-sends]") || event.shiftKey || event.altKey) return;
  event.preventDefault();
  if (box.value.trim() !== "") box.form?.requestSubmit();
}
