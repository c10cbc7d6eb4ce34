// Puts a sentence begun at the end of what is typed, and the cursor behind it. Without this, its button does the same.
for (const button of document.querySelectorAll("button[name=begin]")) {
  button.addEventListener("click", (event) => {
    event.preventDefault();
    const words = button.form.elements.said;
    words.value = `${[words.value.trimEnd(), button.value].filter(Boolean).join("\n")} `;
    words.focus();
    words.setSelectionRange(words.value.length, words.value.length);
    words.dispatchEvent(new Event("input", { bubbles: true }));
  });
}
