// Writes the number of a slider beside its label. Without this, the words at both ends say enough.
for (const range of document.querySelectorAll(".range input[type=range]")) {
  const shown = document.querySelector(`output[for="${range.id}"]`);
  if (!shown) continue;
  const show = () => { shown.textContent = `${range.value} of 10`; };
  range.addEventListener("input", show);
  show();
}
