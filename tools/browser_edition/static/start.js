"use strict";
// The way in: keeps the edition, then opens the notebook that the address names after its #.
(async () => {
  const said = document.getElementById("said");
  const bar = document.getElementById("done");
  const notebook = decodeURIComponent(location.hash.slice(1));
  const megabytes = (bytes) => Math.ceil(bytes / 1e6);
  const say = (name, parts = {}) => {
    said.textContent = said.dataset[name].replace(/\{(\w+)\}/g, (_all, part) => parts[part]);
  };
  const stop = (name, parts) => {
    bar.hidden = true;
    document.body.dataset.stopped = name;
    say(name, parts);
  };
  if (notebook) document.getElementById("back").href = `../${notebook.replace(/\.ipynb$/, ".html")}`;
  if (location.protocol === "file:") return stop("file");
  if (!window.isSecureContext || !navigator.serviceWorker || !window.caches) return stop("insecure");
  let all = 0;
  try {
    // the address that JupyterLite uses, so that there is one worker and not two
    await navigator.serviceWorker.register("service-worker.js?enableCache=false");
    await keepEdition(location.href, (done, sum) => {
      if (document.body.dataset.stopped) return; // files that were still under way
      all = sum;
      bar.value = done / sum;
      say("first", { done: megabytes(done), all: megabytes(sum) });
    });
    await navigator.serviceWorker.ready;
  } catch (error) {
    if (error.name === "QuotaExceededError") return stop("full", { all: megabytes(all) });
    // without a network an edition that was kept before is as good
    if (!(await wholeEditions()).length) return stop("failed", { reason: error.message });
  }
  const page = await caches.match(new URL("lab/index.html", location).href);
  const policy = page.headers.get("content-security-policy");
  if (policy && !policy.includes("'unsafe-eval'")) return stop("policy");
  const query = notebook ? `?path=${encodeURIComponent(notebook)}` : "";
  location.replace(`lab/index.html${query}`);
})();
