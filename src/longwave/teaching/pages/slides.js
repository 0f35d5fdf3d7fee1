"use strict";
(() => {
  const slides = [...document.querySelectorAll("main > section")];
  const forward = ["ArrowRight", "ArrowDown", "PageDown"];
  const back = ["ArrowLeft", "ArrowUp", "PageUp"];

  function current() {
    const seen = slides.findIndex((slide) => slide.getBoundingClientRect().bottom > innerHeight / 2);
    return seen < 0 ? slides.length - 1 : seen;
  }

  function show(number) {
    const slide = slides[Math.max(0, Math.min(number, slides.length - 1))];
    slide.scrollIntoView({ behavior: "instant", block: "start" });
    slide.focus({ preventScroll: true });
    history.replaceState(null, "", "#" + slide.id);
  }

  function wanted(event) {
    if (event.key === "Home") return 0;
    if (event.key === "End") return slides.length - 1;
    if (forward.includes(event.key) || (event.key === " " && !event.shiftKey)) return current() + 1;
    if (back.includes(event.key) || event.key === " ") return current() - 1;
    return null;
  }

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key.toLowerCase() === "n") {
      document.body.classList.toggle("with-notes");
      return;
    }
    const number = wanted(event);
    if (number === null) return;
    event.preventDefault();
    show(number);
  });
})();
