// Copies a draft. Without this, select the text and copy it by hand.
for (const form of document.querySelectorAll("form[data-draft]")) {
  const { body } = form.elements;
  const copy = form.querySelector("[data-copy]");
  const said = form.querySelector("[data-saved]");
  copy.hidden = !navigator.clipboard;
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(body.value);
    said.textContent = "Copied.";
  });
}
