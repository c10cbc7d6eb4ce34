// A soft clock of two minutes, and a recording that stays in this page: it is kept in memory, offered to the ear, and
// gone with the page. Without this, a card is said and marked all the same.
for (const timer of document.querySelectorAll(".timer[data-seconds]")) {
  const [left, over, start, hide] = ["left", "over", "start", "hide"].map((name) => timer.querySelector(`[data-${name}]`));
  let ticking = 0;
  timer.hidden = false;
  start.addEventListener("click", () => {
    clearInterval(ticking);
    over.hidden = true;
    const ends = Date.now() + Number(timer.dataset.seconds) * 1000;
    const show = () => {
      const seconds = Math.ceil((ends - Date.now()) / 1000);
      left.textContent = seconds > 60 ? "More than a minute left." : seconds > 15 ? "Less than a minute left." : seconds > 0 ? "Time for a last sentence." : "";
      if (seconds > 0) return;
      clearInterval(ticking);
      over.hidden = false;
    };
    ticking = setInterval(show, 1000);
    show();
  });
  hide.addEventListener("click", () => { clearInterval(ticking); timer.hidden = true; });
}
for (const place of document.querySelectorAll("[data-record]")) {
  const [begin, end, note, heard] = ["begin", "end", "note", "heard"].map((name) => place.querySelector(`[data-${name}]`));
  let recorder = null;
  let address = "";
  place.hidden = !(window.MediaRecorder && navigator.mediaDevices?.getUserMedia);

  const recording = (is) => { begin.hidden = is; end.hidden = !is; (is ? end : begin).focus(); };

  const listen = (parts, type) => {
    URL.revokeObjectURL(address);
    address = URL.createObjectURL(new Blob(parts, { type }));
    heard.replaceChildren(Object.assign(document.createElement("audio"), { controls: true, src: address }));
    heard.firstChild.setAttribute("aria-label", "Your answer");
    heard.hidden = false;
    note.textContent = "Listen, or say it again.";
  };

  begin.addEventListener("click", async () => {
    let stream = null;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch {
      note.textContent = "No microphone is open to this page. Saying it aloud is enough.";
      return;
    }
    const parts = [];
    recorder = new MediaRecorder(stream);
    recorder.addEventListener("dataavailable", (event) => parts.push(event.data));
    recorder.addEventListener("stop", () => {
      stream.getTracks().forEach((track) => track.stop());
      listen(parts, recorder.mimeType);
      recording(false);
    });
    recorder.start();
    note.textContent = "Recording, in this page only.";
    recording(true);
  });
  end.addEventListener("click", () => recorder?.stop());
  addEventListener("pagehide", () => { if (recorder?.state === "recording") recorder.stop(); URL.revokeObjectURL(address); });
}
