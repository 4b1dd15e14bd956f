// Tells, while somebody types, of numbers that a question seldom needs: in the place that data-notices names, which screen readers speak.
// It looks at numbers and mail addresses only, by the rules of the server; names the server notices when the question is sent. Nothing leaves the browser.
import { isConverting } from "./enter.js";

const PAUSE = 700;

export function watchNotices() {
  for (const box of document.querySelectorAll("textarea[data-notices]")) {
    const place = document.getElementById(box.dataset.notices);
    if (!place) continue;
    let waiting;
    const look = () => {
      const words = noticed(box.value).map((kind) => place.dataset[kind]).join(" ");
      if (place.textContent !== words) place.textContent = words;
    };
    box.addEventListener("input", (event) => {
      clearTimeout(waiting);
      if (!isConverting(event)) waiting = setTimeout(look, PAUSE); // speaks when the typing rests, not at each key
    });
    box.addEventListener("compositionend", () => {
      clearTimeout(waiting);
      waiting = setTimeout(look, PAUSE);
    });
    look();
  }
}

/** What a text seems to hold: keys of the place's data, the gravest first. */
export function noticed(text) {
  const normal = text.normalize("NFKC").replace(/[‐‑‒–—―−ー]/g, "-");
  const numbers = [...normal.matchAll(/\d(?:[- \n.]{0,3}\d)*/g)].map(([all]) => all.replace(/\D/g, ""));
  const found = [];
  if (numbers.some((digits) => digits.length === 12 && isMyNumber(digits))) found.push("myNumber");
  const phone = numbers.some((digits) => /^0\d{9,10}$/.test(digits));
  const card = numbers.some((digits) => digits.length >= 14 && digits.length <= 16 && isLuhn(digits));
  if (phone || card || /[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,60}/.test(normal)) found.push("personal");
  return found;
}

// 11 − (Σ Pn × Qn mod 11), 0 where the remainder is 0 or 1.
function isMyNumber(digits) {
  let sum = 0;
  for (let n = 1; n <= 11; n++) sum += Number(digits[11 - n]) * (n <= 6 ? n + 1 : n - 5);
  const rest = sum % 11;
  return Number(digits[11]) === (rest <= 1 ? 0 : 11 - rest);
}

function isLuhn(digits) {
  const sum = [...digits].reverse().reduce((all, digit, i) => {
    const value = Number(digit) * (i % 2 === 0 ? 1 : 2);
    return all + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
