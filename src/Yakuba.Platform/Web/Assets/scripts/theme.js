// Changes the look at once and keeps the choice in the same cookie that the server writes.
import { cookieOf, home } from "./place.js";

const yearInSeconds = 31536000;

export function watchTheme() {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("[data-theme-form]") || !event.submitter) return;
    event.preventDefault();
    choose(form, event.submitter.value);
  });
}

function choose(form, theme) {
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `${cookieOf("yakuba-theme")}=${theme}; Path=${home || "/"}; Max-Age=${yearInSeconds}; SameSite=Lax${secure}`;
  document.documentElement.dataset.theme = theme;
  for (const button of form.querySelectorAll("button[name=theme]")) {
    button.setAttribute("aria-pressed", String(button.value === theme));
  }
}
