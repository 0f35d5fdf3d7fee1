// Panels without a kernel: controls of the browser's own, and the live chart of the notebook fed from stored states.
(() => {
  const site = globalThis.longwaveSite;
  const arrived = {};

  // The stored frames come as scripts, because a page that is opened from a file may not fetch.
  globalThis.longwaveFrames = (key, text) => { arrived[key] = text; };

  async function framesOf(key) {
    if (!globalThis.DecompressionStream) throw new Error("This browser cannot unpack the panel. A version of 2023 or later can.");
    await site.load(`frames/${key}.js`);
    const bytes = Uint8Array.from(atob(arrived[key]), (letter) => letter.charCodeAt(0));
    delete arrived[key];
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return JSON.parse(await new Response(stream).text());
  }

  // What moves in one state, in the form that the kernel sends.
  function movedAt(frames, index) {
    const { pool, title, description, params, rows } = frames.states;
    const tables = Object.entries(rows).map(([name, { columns, places }]) => {
      const values = places[index].map((place) => pool[place]);
      const table = (values[0] ?? []).map((_, row) => Object.fromEntries(columns.map((column, k) => [column, values[k][row]])));
      return [name, table];
    });
    const words = pool[description[index]];
    return { title: pool[title[index]], description: words, sentence: frames.line.replace("\0", () => words), params: pool[params[index]], rows: Object.fromEntries(tables) };
  }

  // The model of the notebook's widget, as far as the live chart uses it: values by name, and who hears of their change.
  function modelOf(frames, index) {
    let spec = null;
    const values = {
      spec: () => (spec ??= site.coloured(frames.spec)),
      moved: () => site.coloured(movedAt(frames, index())),
      fault: () => "", // no kernel tells of one
    };
    const changes = new EventTarget();
    const model = {
      get: (name) => values[name](),
      on: (names, act) => names.split(" ").forEach((name) => changes.addEventListener(name, act)),
      off: (names, act) => names.split(" ").forEach((name) => changes.removeEventListener(name, act)),
    };
    const tell = (name) => changes.dispatchEvent(new Event(`change:${name}`));
    return { model, moved: () => tell("moved"), recoloured: () => { spec = null; tell("spec"); } };
  }

  function element(tag, properties = {}, ...children) {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  }

  let count = 0;

  // A row with one control; `show(place)` brings it to a place of its values, `heard` is told of the reader's choice.
  function controlRow({ kind, label, words }, heard) {
    const id = `longwave-control-${(count += 1)}`;
    const name = element("label", { htmlFor: id, textContent: label });
    const value = element("output", { htmlFor: id });
    let input;
    if (kind === "choice") {
      input = element("select", { id }, ...words.map((word, place) => new Option(word, place)));
      input.addEventListener("change", () => heard(input.selectedIndex));
    } else if (kind === "switch") {
      input = element("input", { id, type: "checkbox" });
      input.addEventListener("change", () => heard(Number(input.checked)));
    } else {
      input = element("input", { id, type: "range", min: 0, max: words.length - 1, step: 1 });
      input.addEventListener("input", () => heard(Number(input.value)));
    }
    const row = element("div", { className: "lw-control" }, name, input, ...(kind === "slider" ? [value] : []));
    function show(place) {
      if (kind === "choice") input.selectedIndex = place;
      else if (kind === "switch") input.checked = place === 1;
      else {
        input.value = place;
        input.setAttribute("aria-valuetext", words[place]);
        value.textContent = words[place];
      }
    }
    return { row, show };
  }

  function button(words, act) {
    const made = element("button", { type: "button", textContent: words });
    made.addEventListener("click", act);
    return made;
  }

  // Play walks one slider from where it is to its end; at the end it begins again.
  function player({ words, speeds, controls, play }, at, move) {
    const which = controls.findIndex((control) => control.name === play);
    const last = controls[which].words.length - 1;
    let clock = 0;
    const start = button(words.play, () => (clock ? stop() : run()));
    const id = `longwave-control-${(count += 1)}`;
    const speed = element("select", { id }, ...words.speeds.map((word, place) => new Option(word, speeds[place])));
    speed.selectedIndex = 1;
    speed.addEventListener("change", () => { if (clock) { stop(); run(); } });
    function stop() {
      clearInterval(clock);
      clock = 0;
      start.textContent = words.play;
    }
    function step() {
      if (at[which] >= last) stop();
      else move({ [play]: at[which] + 1 });
    }
    function run() {
      if (at[which] >= last) move({ [play]: 0 });
      clock = setInterval(step, Number(speed.value));
      start.textContent = words.pause;
    }
    const row = element("div", { className: "lw-buttons" }, start, element("label", { htmlFor: id, textContent: words.speed }), speed);
    return { row, stop };
  }

  function build(holder, frames) {
    const { controls, presets, words, note } = frames;
    const at = [...frames.start];
    const index = () => controls.reduce((sum, control, place) => sum * control.words.length + at[place], 0);
    const { model, moved, recoloured } = modelOf(frames, index);
    const rows = controls.map((control) => controlRow(control, (place) => move({ [control.name]: place })));
    function move(places) {
      controls.forEach((control, which) => {
        if (control.name in places) at[which] = places[control.name];
        rows[which].show(at[which]);
      });
      moved();
    }
    const playing = frames.play ? player(frames, at, move) : null;
    const start = Object.fromEntries(controls.map((control, which) => [control.name, frames.start[which]]));
    const reset = button(words.reset, () => { playing?.stop(); move(start); });
    const buttons = [...presets.map(([name, places]) => button(name, () => move(places))), reset];
    const drawing = element("div");
    holder.append(...rows.map(({ row }) => row), element("div", { className: "lw-buttons" }, ...buttons));
    if (playing) holder.append(playing.row);
    holder.append(drawing);
    if (note) holder.append(element("p", { className: "lw-note", textContent: note }));
    rows.forEach(({ show }, which) => show(at[which]));
    site.whenModeChanges(recoloured);
    return { model, el: drawing };
  }

  async function showPanel(holder) {
    const start = holder.querySelector(".lw-start");
    try {
      const [frames] = await Promise.all([framesOf(holder.dataset.frames), site.load("vega.js")]);
      await globalThis.longwaveLive.render(build(holder, frames));
      start.remove();
      holder.dataset.drawn = "yes";
    } catch (error) {
      holder.append(element("p", { className: "lw-note", textContent: String(error.message ?? error) }));
    }
  }

  addEventListener("DOMContentLoaded", () => site.whenSeen(document.querySelectorAll(".lw-panel"), showPanel));
})();
