// A soft timer: whole minutes, no sound, and it can be hidden. Without this, there is no timer.
for (const timer of document.querySelectorAll(".timer[data-minutes]")) {
  const left = timer.querySelector("[data-left]");
  const ends = Date.now() + Number(timer.dataset.minutes) * 60000;
  timer.hidden = false;
  const show = () => {
    const minutes = Math.ceil((ends - Date.now()) / 60000);
    left.textContent = minutes > 1 ? `About ${minutes} minutes left.` : minutes === 1 ? "About a minute left." : "";
    if (minutes > 0) return;
    clearInterval(ticking);
    timer.querySelector("[data-hide]").hidden = true;
    timer.querySelector("[data-over]").hidden = false;
  };
  const ticking = setInterval(show, 5000);
  show();
  timer.querySelector("[data-hide]").addEventListener("click", () => { clearInterval(ticking); timer.hidden = true; });
}
