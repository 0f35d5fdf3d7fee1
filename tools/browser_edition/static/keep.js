"use strict";
// Keeps all files of one edition in the browser, for the page of the way in and for the service worker. Files that an
// earlier edition had already are not fetched again. The earlier one serves until the new one is whole.
const PREFIX = `longwave ${new URL("./", self.location).pathname} `; // two sites may share an address
const AT_ONCE = 6;

// The editions that are whole, the newest first.
async function wholeEditions() {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  const whole = await Promise.all(names.map(async (name) => (await caches.open(name)).match("whole")));
  return names.filter((_name, place) => whole[place]).reverse();
}

// One at a time: the page and the service worker both ask for it.
function keepEdition(root, told = () => {}) {
  return navigator.locks.request(PREFIX, () => fillEdition(root, told));
}

async function fillEdition(root, told) {
  const answer = await fetch(new URL("edition.json", root), { cache: "no-store" });
  if (!answer.ok) throw new Error(`${answer.status} edition.json`);
  const { version, files } = await answer.json();
  const name = PREFIX + version;
  const before = await wholeEditions();
  if (before[0] === name) return;
  const kept = await caches.open(name);
  const all = files.reduce((sum, [, , size]) => sum + size, 0);
  const waiting = [...files];
  let done = 0;
  async function next() {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      await keepFile(kept, root, file, before);
      done += file[2];
      told(done, all);
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, next));
  await kept.put("whole", new Response(version));
  const others = (await caches.keys()).filter((other) => other.startsWith(PREFIX) && other !== name);
  await Promise.all(others.map((other) => caches.delete(other)));
}

async function keepFile(kept, root, [path, digest], before) {
  const address = new URL(path, root).href;
  if (await kept.match(address)) return;
  for (const name of before) {
    const earlier = await (await caches.open(name)).match(address);
    if (earlier && earlier.headers.get("x-digest") === digest) return kept.put(address, earlier);
  }
  // with its digest the address is a new one, for which the service worker asks the server and not an earlier edition
  const answer = await fetch(`${address}?kept=${digest}`);
  if (!answer.ok) throw new Error(`${answer.status} ${path}`);
  const content = await answer.arrayBuffer();
  if ((await digestOf(content)) !== digest) throw new Error(`${path} is not of this edition`);
  const headers = new Headers(answer.headers); // with the server's policy, which then holds here too
  headers.set("x-digest", digest);
  for (const name of ["content-encoding", "content-length"]) headers.delete(name);
  return kept.put(address, new Response(content, { headers }));
}

async function digestOf(content) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  return [...bytes.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
