// Counts the last seconds of a text that leaves, and shows it as sent once it did. Without this, "Look again" does.
// Also copies a text.
for (const line of document.querySelectorAll("[data-leaving]")) {
  const left = line.querySelector("[data-left]");
  const over = Date.now() + 1000 * Number(line.dataset.seconds);
  const look = async () => {
    const seconds = Math.max(0, Math.ceil((over - Date.now()) / 1000));
    if (left) left.textContent = seconds === 1 ? "1 second" : `${seconds} seconds`;
    if (seconds === 0) {
      const answer = await fetch(line.dataset.leaving).catch(() => null);
      const state = answer?.ok ? (await answer.json()).state : "";
      if (state && state !== "scheduled" && (left || state !== "sending")) return location.reload();
    }
    setTimeout(look, 1000);
  };
  look();
}
for (const button of document.querySelectorAll("[data-copy]")) {
  const text = document.getElementById(button.dataset.copy);
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text.value);
    button.textContent = "Copied";
  });
}
