// Says aloud what an element marked data-said tells, when it has changed: parts that are put in anew are not read by themselves.
export function watchSaid() {
  const place = document.querySelector("[data-say]");
  if (!place) return;
  const say = () => {
    const said = document.querySelector("[data-said]")?.dataset.said ?? "";
    if (place.textContent !== said) place.textContent = said;
  };
  say();
  document.addEventListener("htmx:afterSettle", say);
}
