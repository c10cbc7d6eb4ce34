// Files dropped anywhere on a form marked data-drop are looked into at once. Without this, the buttons do the same.
for (const form of document.querySelectorAll("form[data-drop]")) {
  const input = form.querySelector("input[type=file]");
  const button = form.querySelector("button");
  form.addEventListener("dragover", (event) => { event.preventDefault(); form.classList.add("over"); });
  form.addEventListener("dragleave", () => form.classList.remove("over"));
  form.addEventListener("drop", (event) => {
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    input.files = event.dataTransfer.files;
    form.requestSubmit();
  });
  form.addEventListener("submit", () => { button.disabled = true; });
}
window.addEventListener("pageshow", () => {
  for (const button of document.querySelectorAll("form[data-drop] button")) button.disabled = false;
});
