"use strict";
// Longwave's part of the service worker: what was kept is served from the browser, also without a network. What follows
// it is JupyterLite's own, which carries the reader's files between the page and the kernel.
importScripts("keep.js");
const ROOT = new URL("./", self.location).href;
const LIVE = /\/api\/(drive|stdin|service-worker-heartbeat)/;

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(ROOT) || LIVE.test(request.url)) return;
  if (/\/edition\.json$|\/service-worker\.js|\?kept=\w+$/.test(request.url)) return;
  event.stopImmediatePropagation();
  event.respondWith(fromEdition(request));
  if (request.mode === "navigate") event.waitUntil(keepEdition(ROOT).catch(() => {}));
});

async function fromEdition(request) {
  const address = new URL(request.url);
  address.search = address.hash = "";
  if (address.pathname.endsWith("/")) address.pathname += "index.html";
  for (const name of await wholeEditions()) {
    const kept = await (await caches.open(name)).match(address.href);
    if (kept) return kept;
  }
  return fetch(request);
}
