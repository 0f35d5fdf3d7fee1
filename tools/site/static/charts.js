// Charts: each is drawn when it comes near the view, in the colours of the page's mode, and again when the mode changes.
(() => {
  const place = new URL(".", document.currentScript.src).href;
  const asked = {};

  // Load a script of the site once.
  function load(name) {
    asked[name] ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = place + name;
      script.onload = resolve;
      script.onerror = () => reject(new Error(`A part of this page, ${name}, could not be read.`));
      document.head.append(script);
    });
    return asked[name];
  }

  const isDark = () => document.documentElement.dataset.theme === "dark" && !matchMedia("print").matches;

  // A specification, or rows of one, in the colours of the mode.
  function coloured(value) {
    if (!isDark()) return structuredClone(value);
    const dark = globalThis.longwaveDark;
    const text = JSON.stringify(value).replace(/"(color|fill|stroke)":"white"/g, '"$1":"#FFFFFF"').replace(/"(color|fill|stroke)":"black"/g, '"$1":"#1F2328"');
    return JSON.parse(text.replace(/#[0-9a-f]{6}\b/gi, (found) => dark[found.toUpperCase()] ?? found));
  }

  // Call `act` when an element comes near the view, or before the page is printed.
  function whenSeen(elements, act) {
    const seen = new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) once(target);
    }, { rootMargin: "400px" });
    const waiting = new Set(elements);
    function once(element) {
      if (!waiting.delete(element)) return;
      seen.unobserve(element);
      act(element);
    }
    for (const element of elements) seen.observe(element);
    addEventListener("beforeprint", () => [...waiting].forEach(once));
  }

  // Call `act` at each change between light and dark.
  function whenModeChanges(act) {
    let before = isDark();
    const look = () => {
      if (isDark() === before) return;
      before = isDark();
      act();
    };
    new MutationObserver(look).observe(document.documentElement, { attributeFilter: ["data-theme"] });
    addEventListener("beforeprint", look);
    addEventListener("afterprint", look);
  }

  // What is wider than the page scrolls, and the keyboard can reach it.
  function reachable(element) {
    new ResizeObserver(() => {
      if (element.scrollWidth > element.clientWidth) {
        element.tabIndex = 0;
        element.classList.add("lw-scrolls");
      } else {
        element.removeAttribute("tabindex");
        element.classList.remove("lw-scrolls");
      }
    }).observe(element);
  }

  async function drawChart(element) {
    const spec = JSON.parse(element.querySelector("script").textContent);
    const drawing = document.createElement("div");
    element.append(drawing);
    let result = null;
    async function draw() {
      const copy = coloured(spec);
      result?.finalize();
      result = await globalThis.__longwaveVega1.vegaEmbed(drawing, copy, { ...copy.usermeta.embedOptions, mode: "vega-lite" });
      element.dataset.drawn = isDark() ? "dark" : "light";
    }
    try {
      await load("vega.js");
      await draw();
      whenModeChanges(draw);
    } catch (error) {
      drawing.textContent = String(error.message ?? error);
    }
  }

  globalThis.longwaveSite = { load, coloured, whenSeen, whenModeChanges };
  addEventListener("DOMContentLoaded", () => {
    whenSeen(document.querySelectorAll(".lw-chart"), drawChart);
    document.querySelectorAll(".lw-chart, .bd-article .output, .bd-article .pst-scrollable-table-container, .bd-article pre").forEach(reachable);
  });
})();
