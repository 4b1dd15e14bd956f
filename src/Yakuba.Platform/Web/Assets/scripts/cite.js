// Resting on a citation number lights its source; the number itself is a plain link to it.
export function watchCitations() {
  const light = (on) => (event) => {
    const link = event.target.closest?.("a.y-cite");
    const card = link && document.getElementById(link.hash.slice(1));
    if (card) card.dataset.lit = String(on);
  };
  document.addEventListener("pointerover", light(true));
  document.addEventListener("pointerout", light(false));
  document.addEventListener("focusin", light(true));
  document.addEventListener("focusout", light(false));
}
