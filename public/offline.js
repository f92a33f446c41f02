// Presenting goes on without the network. This worker looks after one conference, the one whose folder it was registered
// for: it keeps what its pages need when a page asks for it, and answers from there when nobody else does.
const KEPT = "kinfolio" + new URL(self.registration.scope).pathname;
// A device at school has many hands: after a day nothing is left on it.
const DAY = 24 * 60 * 60 * 1000;
// A network that does not answer in this time is treated as none.
const PATIENCE = 4000;
const SINCE = "/since";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("message", (event) => {
  if (event.data && event.data.addresses) event.waitUntil(keep(event.data.addresses, event.source));
});

self.addEventListener("fetch", (event) => {
  const request = event.request;
  if (request.method === "GET" && new URL(request.url).origin === self.location.origin) {
    event.respondWith(answer(request));
  }
});

// Keeps these addresses, and says after each how far it is.
async function keep(addresses, page) {
  const cache = await caches.open(KEPT);
  await cache.put(SINCE, new Response(String(Date.now())));
  let done = 0;
  let failed = 0;
  let bytes = 0;
  for (const address of addresses) {
    try {
      // What is named by its content is not fetched twice.
      let response = address.startsWith("/assets/") && (await cache.match(address));
      if (!response) {
        response = await fetch(address);
        if (!response.ok || response.redirected) throw new Error(address);
        await cache.put(address, response.clone());
      }
      bytes += (await response.arrayBuffer()).byteLength;
    } catch {
      failed += 1;
    }
    done += 1;
    page.postMessage({ done, failed, bytes, all: addresses.length });
  }
}

async function answer(request) {
  const path = new URL(request.url).pathname;
  if (/^\/(assets|picture|sound|photo|file|document)\//.test(path)) {
    return (await kept(request, path)) || fetch(request);
  }
  try {
    const response = await within(PATIENCE, fetch(request));
    // Signed out, or no longer theirs: then nothing stays on the device.
    if ([401, 403, 404, 410].includes(response.status)) await caches.delete(KEPT);
    return response.status >= 500 ? (await kept(request, path)) || response : response;
  } catch (problem) {
    return (await kept(request, path)) || fetch(request);
  }
}

async function kept(request, path) {
  const cache = await caches.open(KEPT);
  const since = await cache.match(SINCE);
  if (!since || Date.now() - Number(await since.text()) > DAY) {
    await caches.delete(KEPT);
    return undefined;
  }
  // A picture is kept in one width; it stands for the others.
  const picture = /^\/(picture|photo|document\/[^/]+)\/[^/]+\//.exec(path);
  const found = picture ? await inAnyWidth(cache, picture[0]) : await cache.match(path);
  const range = request.headers.get("range");
  return found && range ? part(found, range) : found;
}

async function inAnyWidth(cache, beginning) {
  const keys = await cache.keys();
  const key = keys.find((key) => new URL(key.url).pathname.startsWith(beginning));
  return key && cache.match(key);
}

// The part of a recording that a player asks for.
async function part(response, range) {
  const asked = /^bytes=(\d+)-(\d*)$/.exec(range);
  if (!asked) return response;
  const bytes = await response.arrayBuffer();
  const start = Number(asked[1]);
  const end = asked[2] ? Math.min(Number(asked[2]), bytes.byteLength - 1) : bytes.byteLength - 1;
  if (start > end) return new Response(null, { status: 416, headers: { "content-range": `bytes */${bytes.byteLength}` } });
  const headers = new Headers(response.headers);
  headers.set("content-range", `bytes ${start}-${end}/${bytes.byteLength}`);
  headers.set("content-length", String(end - start + 1));
  return new Response(bytes.slice(start, end + 1), { status: 206, headers });
}

function within(millis, promise) {
  return Promise.race([promise, new Promise((_, fail) => setTimeout(() => fail(new Error("slow")), millis))]);
}
