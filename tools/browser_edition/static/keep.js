"use strict";
// Keeps all files of one edition in the browser, for the page of the way in and for the service worker. Files that an
// earlier edition had already are not fetched again. The earlier one serves until the new one is whole.
const PREFIX = "longwave-";
const AT_ONCE = 6;

async function wholeEditions() {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  const whole = await Promise.all(names.map(async (name) => (await caches.open(name)).match("whole")));
  return names.filter((_name, place) => whole[place]);
}

async function keepEdition(root, told = () => {}) {
  const answer = await fetch(new URL("edition.json", root), { cache: "no-store" });
  if (!answer.ok) throw new Error(`${answer.status} edition.json`);
  const { version, files } = await answer.json();
  const name = PREFIX + version;
  const before = await wholeEditions();
  if (before.includes(name)) return;
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
  await Promise.all((await caches.keys()).filter((other) => other.startsWith(PREFIX) && other !== name).map((other) => caches.delete(other)));
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
  const headers = new Headers(answer.headers); // with the server's policy, which then holds here too
  headers.set("x-digest", digest);
  for (const name of ["content-encoding", "content-length"]) headers.delete(name);
  await kept.put(address, new Response(await answer.arrayBuffer(), { headers }));
}
