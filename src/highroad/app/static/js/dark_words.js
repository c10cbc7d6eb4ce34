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

// What is saved is looked at too, but for the text that help stood beside when it was last looked at.
const seen = new WeakMap(); // by form
document.addEventListener("submit", ({ target }) => {
  if (!seen.has(target)) return;
  const known = target.elements["seen-beside"] ?? Object.assign(document.createElement("input"), { type: "hidden", name: "seen-beside" });
  known.value = seen.get(target);
  target.append(known);
}, true);

const look = async () => {
  const here = form, whole = typed(here), text = fresh(whole);
  if (text === asked || !text.trim()) return;
  asked = text;
  const body = new URLSearchParams({ text, csrfmiddlewaretoken: place.dataset.token });
  const answer = await fetch(place.dataset.beside, { method: "POST", body }).catch(() => null);
  if (!answer?.ok) { asked = ""; return; }
  const shown = await answer.text();
  const stands = place.querySelector("[data-beside-card]");
  if (stands || shown.trim()) seen.set(here, whole);
  if (stands) return; // a card stays until it is put aside
  here.before(place);
  place.innerHTML = shown;
};

const away = () => {
  if (!place.querySelector("[data-beside-card]")) return;
  if (form) {
    aside.push(...sentences(typed(form)).map(bare));
    seen.set(form, typed(form));
  }
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
const choose = async (chooser) => {
  const headers = { "HX-Request": "true" }; // the card alone
  const answer = await fetch(chooser.action, { method: "POST", body: new URLSearchParams(new FormData(chooser)), headers }).catch(() => null);
  if (!answer?.ok) return;
  place.innerHTML = await answer.text();
  place.querySelector("a, select")?.focus();
};

place.addEventListener("submit", (event) => {
  if (event.target.matches("[data-beside-away]")) {
    event.preventDefault();
    away();
  } else if (event.target.matches("[data-beside-country]")) {
    event.preventDefault();
    choose(event.target);
  }
});
