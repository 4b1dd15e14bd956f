// Native <details> menus: Escape and a click elsewhere close them, as people expect of a menu.
export function watchMenus() {
  document.addEventListener("click", (event) => {
    for (const menu of document.querySelectorAll("details.y-drop[open]")) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of document.querySelectorAll("details.y-drop[open]")) {
      menu.open = false;
      menu.querySelector("summary")?.focus();
    }
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest?.("[data-print]")) window.print();
  });
}
