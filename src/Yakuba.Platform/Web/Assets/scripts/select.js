// A box marked data-select-all ticks all boxes of its form that carry the same name, and counts them.
export function watchSelections() {
  document.addEventListener("change", (event) => {
    const box = event.target;
    const form = box.form;
    if (box.type !== "checkbox" || !form?.matches("[data-selection]")) return;
    const boxes = [...document.querySelectorAll("input[data-select]")].filter((one) => one.form === form);
    if (box.matches("[data-select-all]")) for (const one of boxes) one.checked = box.checked;
    const chosen = boxes.filter((one) => one.checked).length;
    for (const place of document.querySelectorAll("[data-selected-count]")) place.textContent = String(chosen);
  });
}
