// The live chart. It embeds a Vega view once; afterwards it patches rows, signals, title and description in place.
// The kernel sends a new specification only when the chart's structure has changed; then the chart is embedded anew. Vega itself arrives once a notebook, with the runtime widget.

const VEGA = "__longwaveVega1";
const TITLE = "longwave_title";

async function vega() {
  for (let waited = 0; !globalThis[VEGA]; waited += 10) {
    if (waited > 30000) throw new Error("The drawing library did not arrive. Restart the kernel and run the lesson again.");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return globalThis[VEGA].vegaEmbed;
}

// A copy whose title is a signal, so that it can follow the controls.
function withTitleSignal(spec) {
  const copy = structuredClone(spec);
  delete copy.$schema;
  if (copy.title && typeof copy.title.text === "string") {
    copy.params = [...(copy.params ?? []), { name: TITLE, value: copy.title.text }];
    copy.title.text = { expr: TITLE };
    copy.title.aria = false; // Vega would keep the first title as its label; the description says the present one
  }
  return copy;
}

// Bring what has moved into a drawing that stays.
async function patch(view, moved) {
  for (const [name, rows] of Object.entries(moved.rows)) view.data(name, structuredClone(rows));
  for (const [name, value] of Object.entries(moved.params)) view.signal(name, value);
  if (moved.title) view.signal(TITLE, moved.title);
  view.description(moved.description);
  await view.runAsync();
}

function chartHolder(el) {
  const place = document.createElement("div");
  place.className = "longwave-chart";
  const sentence = document.createElement("p");
  sentence.className = "longwave-alt";
  sentence.setAttribute("aria-live", "polite");
  const fault = document.createElement("p");
  fault.className = "longwave-fault";
  fault.setAttribute("role", "alert");
  el.append(fault, place, sentence);
  return { place, sentence, fault };
}

// A chart that is wider than its panel scrolls; a place in the tab order lets the keyboard scroll it too.
function reachByKeyboard(place) {
  const observer = new ResizeObserver(() => {
    if (place.scrollWidth > place.clientWidth) place.tabIndex = 0;
    else place.removeAttribute("tabindex");
  });
  observer.observe(place);
  return () => observer.disconnect();
}

// ipywidgets gives the handle of a slider no name of its own: it takes the name of its label. The two buttons of a
// player have none either: they take the two halves of the player's tooltip.
function nameControls(panel) {
  const name = () => {
    for (const player of panel.querySelectorAll(".widget-play[title]")) {
      const names = player.title.split(" · ");
      for (const [place, button] of player.querySelectorAll("button").entries()) {
        if (!button.ariaLabel) button.setAttribute("aria-label", names[place] ?? player.title);
      }
    }
    for (const handle of panel.querySelectorAll(".noUi-handle:not([aria-label])")) {
      const label = handle.closest(".widget-inline-hbox")?.querySelector(".widget-label");
      if (label) handle.setAttribute("aria-label", label.textContent);
    }
  };
  const observer = new MutationObserver(name);
  observer.observe(panel, { childList: true, subtree: true });
  name();
  return () => observer.disconnect();
}

// JupyterLab moves from cell to cell on arrow keys, and takes them from a list to choose from or a chart that scrolls.
function keepArrows(event) {
  if (event.key.startsWith("Arrow") && event.target.closest("select, .longwave-chart")) event.stopPropagation();
}

function tendPanel(panel) {
  const stopNaming = nameControls(panel);
  panel.addEventListener("keydown", keepArrows);
  return () => {
    stopNaming();
    panel.removeEventListener("keydown", keepArrows);
  };
}

// A drawing is made before its panel is in the page, on a busy machine long before: wait until it is there.
function tendPanelOnceThere(el) {
  let stop = () => {};
  const look = () => {
    const panel = el.closest(".longwave-panel");
    if (!panel) return;
    observer.disconnect();
    stop = tendPanel(panel);
  };
  const observer = new MutationObserver(look);
  observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ["class"] });
  look();
  return () => {
    observer.disconnect();
    stop();
  };
}

async function render({ model, el }) {
  const { place, sentence, fault } = chartHolder(el);
  const stopWatching = reachByKeyboard(place);
  let result = null, drawn = null, busy = false, again = false, gone = false;

  async function embed() {
    const spec = model.get("spec");
    if (result && spec === drawn) return;
    const vegaEmbed = await vega();
    if (gone) return;
    result?.finalize();
    const copy = withTitleSignal(spec);
    result = await vegaEmbed(place, copy, { ...copy.usermeta.embedOptions, mode: "vega-lite" });
    drawn = spec;
  }

  async function draw() {
    if (busy) { again = true; return; }
    busy = true;
    try {
      do {
        again = false;
        await embed();
        if (gone) return;
        const moved = model.get("moved");
        // A patch that does not fit comes just before the specification that it fits.
        await patch(result.view, moved).catch(() => {});
        sentence.textContent = moved.sentence;
      } while (again);
    } catch (error) {
      sentence.textContent = String(error.message ?? error);
    } finally {
      busy = false;
    }
  }

  // A chart that could not follow its controls says so, and looks it.
  function mark() {
    const words = model.get("fault");
    fault.textContent = words;
    el.classList.toggle("longwave-stale", Boolean(words));
  }

  model.on("change:spec change:moved", draw);
  model.on("change:fault", mark);
  mark();
  await draw();
  const stopTending = tendPanelOnceThere(el);
  return () => {
    gone = true;
    model.off("change:spec change:moved", draw);
    model.off("change:fault", mark);
    stopTending();
    stopWatching();
    result?.finalize();
  };
}

// The kernel asks for an answer where it must know that nothing which the page sent earlier is still to come.
function initialize({ model }) {
  model.on("msg:custom", (asked) => model.send(asked));
}

export default { initialize, render };
