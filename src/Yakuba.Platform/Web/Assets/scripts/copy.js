// Buttons marked data-copy="ID" copy the text of #ID, and say so in their own words.
export function watchCopies() {
  document.addEventListener("click", async (event) => {
    const button = event.target.closest?.("[data-copy]");
    const source = button && document.getElementById(button.dataset.copy);
    if (!source) return;
    await copy(source.value ?? source.textContent.trim());
    const word = button.querySelector("span");
    const before = word.textContent;
    word.textContent = button.dataset.copied;
    setTimeout(() => { word.textContent = before; }, 2000);
  });
}

// A page served over plain http on the town's own network has no clipboard object.
async function copy(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const box = document.createElement("textarea");
  box.value = text;
  box.className = "hidden-words";
  document.body.append(box);
  box.select();
  document.execCommand("copy");
  box.remove();
}
