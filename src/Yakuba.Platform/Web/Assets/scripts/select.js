// A box marked data-select-all ticks all boxes of its form marked data-select, and counts them.
export function watchSelections() {
  document.addEventListener("change", (event) => {
    const field = event.target;
    if (field.type === "checkbox" && field.form?.matches("[data-selection]")) count(field);
  });
}

function count(box) {
  const boxes = [...box.form.querySelectorAll("input[data-select]")];
  if (box.matches("[data-select-all]")) for (const one of boxes) one.checked = box.checked;
  const chosen = boxes.filter((one) => one.checked).length;
  for (const place of box.form.querySelectorAll("[data-selected-count]")) place.textContent = String(chosen);
}
