// The live chart. It embeds a Vega view once; afterwards it patches data, signals, title and description in place.
// Only a change of the chart's structure embeds anew. Vega itself arrives once a notebook, with the runtime widget.

const VEGA = "__longwaveVega1";
const TITLE = "longwave_title";

async function vega() {
  for (let waited = 0; !globalThis[VEGA]; waited += 10) {
    if (waited > 30000) throw new Error("The drawing library did not arrive. Restart the kernel and run the lesson again.");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return globalThis[VEGA].vegaEmbed;
}

// Call visit(data) for each named inline dataset of a specification.
function eachDataset(part, visit) {
  if (Array.isArray(part)) part.forEach((item) => eachDataset(item, visit));
  else if (part && typeof part === "object") {
    if (part.data && part.data.name && part.data.values) visit(part.data);
    for (const key of ["layer", "hconcat", "vconcat", "concat", "spec"]) eachDataset(part[key], visit);
  }
}

// A copy whose title is a signal, so that it can follow the controls.
function withTitleSignal(spec) {
  const copy = structuredClone(spec);
  delete copy.$schema;
  if (copy.title && typeof copy.title.text === "string") {
    copy.params = [...(copy.params ?? []), { name: TITLE, value: copy.title.text }];
    copy.title.text = { expr: TITLE };
  }
  return copy;
}

// What must stay the same for a patch to be enough: everything but rows, parameter values and description.
function structure(spec) {
  const copy = structuredClone(spec);
  delete copy.description;
  for (const param of copy.params ?? []) if (!param.select) delete param.value;
  eachDataset(copy, (data) => { data.values = []; });
  return JSON.stringify(copy);
}

async function patch(view, spec) {
  eachDataset(spec, (data) => view.data(data.name, structuredClone(data.values)));
  for (const param of spec.params ?? []) if (!param.select && "value" in param) view.signal(param.name, param.value);
  view.description(spec.description);
  await view.runAsync();
}

function chartHolder(el) {
  const place = document.createElement("div");
  place.className = "longwave-chart";
  const sentence = document.createElement("p");
  sentence.className = "longwave-alt";
  sentence.setAttribute("aria-live", "polite");
  el.append(place, sentence);
  return { place, sentence };
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

// ipywidgets gives the handle of a slider no name of its own: it takes the name of its label.
function nameSliders(panel) {
  const name = () => {
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

function tendPanel(el) {
  const panel = el.closest(".longwave-panel");
  if (!panel) return () => {};
  const stopNaming = nameSliders(panel);
  panel.addEventListener("keydown", keepArrows);
  return () => {
    stopNaming();
    panel.removeEventListener("keydown", keepArrows);
  };
}

async function render({ model, el }) {
  const { place, sentence } = chartHolder(el);
  const stopWatching = reachByKeyboard(place);
  let result = null, drawn = null, busy = false, again = false, gone = false;

  async function draw() {
    if (busy) { again = true; return; }
    busy = true;
    try {
      do {
        again = false;
        const spec = withTitleSignal(model.get("spec"));
        const shape = structure(spec);
        if (result && shape === drawn) {
          await patch(result.view, spec);
        } else {
          const embed = await vega();
          if (gone) return;
          result?.finalize();
          result = await embed(place, spec, { ...spec.usermeta.embedOptions, mode: "vega-lite" });
          drawn = shape;
        }
        sentence.textContent = model.get("sentence");
      } while (again);
    } catch (error) {
      sentence.textContent = String(error.message ?? error);
    } finally {
      busy = false;
    }
  }

  model.on("change:spec", draw);
  await draw();
  // Without this wait the panel is not yet in the page, and its sliders cannot be found.
  let stopTending = () => {};
  requestAnimationFrame(() => { stopTending = tendPanel(el); });
  return () => {
    gone = true;
    model.off("change:spec", draw);
    stopTending();
    stopWatching();
    result?.finalize();
  };
}

export default { render };
