"use strict";
(() => {
  const END = 20;
  const rects = Array.from(document.querySelectorAll("rect[data-t]"), (rect) =>
    [rect, rect.dataset.t.split(" ").map((each) => Number(each) / 1000)]);
  const slider = document.getElementById("time");
  const output = document.getElementById("seconds");
  const play = document.getElementById("play");
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  let timer = 0;

  // The share of the runs that have seen a word: 0.2, 0.5 and 0.8 at its three times.
  const share = (now, [fifth, half, most]) => {
    if (now < fifth) return 0;
    if (now < half) return 0.2 + 0.3 * (now - fifth) / (half - fifth);
    if (now < most) return 0.5 + 0.3 * (now - half) / (most - half);
    return 1;
  };

  const show = (now) => {
    for (const [rect, times] of rects) {
      const seen = share(now, times);
      rect.setAttribute("fill", seen >= 0.8 ? "#e8501e" : "#f0b400");
      rect.setAttribute("fill-opacity", (seen >= 0.8 ? 0.5 : 0.4 * seen).toFixed(2));
    }
    slider.value = String(now);
    slider.setAttribute("aria-valuetext", `${now.toFixed(1)} seconds`);
    output.textContent = `${now.toFixed(1)} s`;
  };

  const stop = () => {
    window.clearInterval(timer);
    timer = 0;
    play.textContent = "Play";
  };

  const start = () => {
    let now = Number(slider.value) >= END ? 0 : Number(slider.value);
    const step = calm.matches ? 1 : 0.1;
    play.textContent = "Pause";
    timer = window.setInterval(() => {
      now = Math.min(END, now + step);
      show(now);
      if (now >= END) stop();
    }, 1000 * step);
  };

  play.addEventListener("click", () => (timer ? stop() : start()));
  slider.addEventListener("input", () => { stop(); show(Number(slider.value)); });
  for (const button of document.querySelectorAll("button[data-at]")) {
    button.addEventListener("click", () => { stop(); show(Number(button.dataset.at)); });
  }
  document.getElementById("controls").hidden = false;
  show(Number(slider.value));
})();
