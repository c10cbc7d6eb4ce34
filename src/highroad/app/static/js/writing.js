// Saves a form marked data-autosave while one types: every two seconds, on leaving a field and on leaving the page.
// A save on its way outlives the page (keepalive). Without this, the form's own buttons save. A text that was ended or burned is never saved again.
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

  const send = async () => {
    if (!changed || leaving || ended) return;
    changed = false;
    busy = true;
    const body = new URLSearchParams(new FormData(form));
    try {
      const answer = await fetch(form.dataset.autosave, { method: "POST", body, keepalive: String(body).length < 60000 });
      if (answer.status === 410) return end((await answer.json()).ended);
      if (!answer.ok) throw new Error(answer.status);
      say("Saved.");
    } catch {
      changed = true;
      say("Not saved just now. Your words are still here; we try again.");
    }
    busy = false;
  };
  const save = () => { saving = saving.then(send); return saving; };

  form.addEventListener("input", () => { changed = true; });
  form.addEventListener("focusout", () => save());
  setInterval(save, 2000);
  addEventListener("pagehide", () => { if (changed && !leaving) send(); });
  addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || ended || !(changed || busy)) return;
    event.preventDefault(); // the page after this may lead straight back, and must find the words
    const patience = new Promise((done) => { setTimeout(done, 1500); });
    Promise.race([save(), patience]).then(() => location.assign(link.href));
  });
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
