// Looks at what is typed on steps one and five and sets help above it. It never stops anyone from writing.
// Sentences that were put aside with "That's not what I meant" are not asked about again, unless they are written on.
const place = document.querySelector("[data-beside]");
const typed = (form) => [...form.querySelectorAll("textarea, input[type=text], input:not([type])")].map((one) => one.value).join("\n");
let form = null;
let aside = []; // sentences
let asked = "";
let wait = 0;

const sentences = (text) => text.split(/(?<=[.!?])\s+|\n+/).filter((one) => one.trim());
const bare = (sentence) => sentence.trim().replace(/[.!?…\s]+$/, ""); // a full stop put behind it changes nothing
const fresh = (text) => sentences(text).filter((one) => !aside.includes(bare(one))).join("\n");

const mark = () => {
  if (!form || form.elements["seen-beside"]) return;
  const seen = Object.assign(document.createElement("input"), { type: "hidden", name: "seen-beside", value: "1" });
  form.append(seen);
};

const look = async () => {
  const text = fresh(typed(form));
  if (text === asked || !text.trim()) return;
  asked = text;
  const body = new URLSearchParams({ text, csrfmiddlewaretoken: place.dataset.token });
  const answer = await fetch(place.dataset.beside, { method: "POST", body }).catch(() => null);
  if (!answer?.ok) { asked = ""; return; }
  const shown = await answer.text();
  const was = place.querySelector("[data-beside-card]");
  if (was && !shown.includes("data-beside-card")) return; // a card stays until it is put aside
  if (was && shown.includes("data-beside-card")) return;
  form.before(place);
  place.innerHTML = shown;
  if (shown.trim()) mark();
};

const away = () => {
  if (!place.querySelector("[data-beside-card]")) return;
  if (form) aside.push(...sentences(typed(form)).map(bare));
  place.replaceChildren();
  const body = new URLSearchParams({ csrfmiddlewaretoken: place.dataset.token });
  fetch(place.dataset.away, { method: "POST", body, redirect: "manual" });
  form?.querySelector("textarea")?.focus();
};

document.addEventListener("input", (event) => {
  const here = event.target.closest("main form");
  if (!here || place.contains(here)) return;
  form = here;
  clearTimeout(wait);
  wait = setTimeout(look, 800);
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !place.querySelector("[data-beside-card]")) return;
  event.preventDefault();
  event.stopPropagation();
  away();
}, true);
place.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-beside-away]")) return;
  event.preventDefault();
  away();
});
