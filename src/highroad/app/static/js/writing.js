// Saves a form marked data-autosave while one types: every two seconds, on leaving a field and on leaving the page.
// Without this, the form's own buttons save. A text that was ended or burned is never saved again.
for (const form of document.querySelectorAll("form[data-autosave]")) {
  const note = form.querySelector("[data-saved]");
  form.querySelector("[data-by-hand]")?.remove();
  let changed = false;
  let saving = Promise.resolve();
  let busy = false;
  let leaving = false;
  let ended = false;

  const say = (words) => { if (note) note.textContent = words; };

  const end = (words) => { ended = true; say(words); };

  const send = async (last) => {
    if (!changed || leaving || ended) return;
    changed = false;
    busy = true;
    const body = new URLSearchParams(new FormData(form));
    try {
      const answer = await fetch(form.dataset.autosave, { method: "POST", body, keepalive: last && String(body).length < 60000 });
      if (answer.status === 410) return end((await answer.json()).ended);
      if (!answer.ok) throw new Error(answer.status);
      say("Saved.");
    } catch {
      changed = true;
      say("Not saved just now. Your words are still here; we try again.");
    }
    busy = false;
  };
  const save = (last = false) => { saving = saving.then(() => send(last)); return saving; };

  form.addEventListener("input", () => { changed = true; });
  form.addEventListener("focusout", () => save());
  setInterval(save, 2000);
  addEventListener("pagehide", () => { if (changed && !leaving) send(true); });
  const leave = () => {
    leaving = true;
    setTimeout(() => { leaving = false; }, 3000); // a file was handed over, and the page is still here
  };
  form.addEventListener("submit", (event) => {
    if (leaving || !busy) return leave();
    event.preventDefault(); // a save on its way comes first, or it could come after the end
    saving.then(() => setTimeout(() => form.requestSubmit(event.submitter)));
  });
}
