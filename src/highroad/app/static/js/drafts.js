// Copies a draft, and keeps the link to the mail program up to date. Without this, select the text and copy it by hand.
for (const form of document.querySelectorAll("form[data-mail]")) {
  const { subject, body } = form.elements;
  const link = form.querySelector("[data-mailto]");
  const copy = form.querySelector("[data-copy]");
  const said = form.querySelector("[data-saved]");
  form.addEventListener("input", () => {
    if (link) link.href = `mailto:${encodeURIComponent(form.dataset.mail).replace("%40", "@")}?subject=${encodeURIComponent(subject.value)}&body=${encodeURIComponent(body.value)}`;
  });
  copy.hidden = !navigator.clipboard;
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(body.value);
    said.textContent = "Copied.";
  });
}
