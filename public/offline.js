// Presenting goes on without the network. This worker keeps what the pages of one conference need when one of them asks for
// it, and answers from there when nobody else does. What it keeps is bound to the session it was kept in: the copy's name
// carries the session's mark, and as soon as anything says that somebody else is there, or nobody, the copy is gone.
const COPY = "kinfolio-";
// A device at school has many hands: after a day nothing is left on it.
const DAY = 24 * 60 * 60 * 1000;
// A network that does not answer in this time is treated as none.
const PATIENCE = 4000;
const SINCE = "/since";
// Says whose session it is: on every page as a header, on the device as a cookie.
const MARK = "kinfolio-session";
const MARK_COOKIE = "kinfolio-mark";
const BROUGHT = /^\/(picture|sound|photo|file|document)\//;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(begin()));

self.addEventListener("message", (event) => {
  if (event.data && event.data.addresses) event.waitUntil(keep(event.data, event.source));
});

// Where browsers tell, a sign-in is heard of in the moment it happens.
self.addEventListener("cookiechange", (event) => event.waitUntil(bound()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  const presents = new URL(request.referrer || self.location).pathname.startsWith("/conference/");
  if (url.pathname.startsWith("/assets/") || (BROUGHT.test(url.pathname) && presents)) {
    event.respondWith(kept(request).then((found) => found || fetch(request)));
  } else if (request.mode === "navigate" || url.pathname.startsWith("/conference/")) {
    event.respondWith(answer(request));
  }
});

async function begin() {
  // An earlier worker looked after one folder, and did not know for whom.
  if (new URL(self.registration.scope).pathname !== "/") return forget();
  for (const name of await copies()) if (!name.startsWith(COPY)) await caches.delete(name);
  await self.clients.claim();
  try {
    await self.registration.cookies.subscribe([{ name: MARK_COOKIE }]);
  } catch {
    // A browser without this hears of it from the next page.
  }
}

async function copies() {
  return (await caches.keys()).filter((name) => name.startsWith("kinfolio"));
}

// Nothing stays, and nobody is looked after any more.
async function forget() {
  const names = await copies();
  await Promise.all(names.map((name) => caches.delete(name)));
  await self.registration.unregister();
}

// The name of the copy, while it is young enough and its owner is there.
async function bound() {
  const name = (await copies())[0];
  if (!name) return undefined;
  const since = await (await caches.open(name)).match(SINCE);
  const young = since && Date.now() - Number(await since.text()) < DAY;
  const here = self.cookieStore && (await self.cookieStore.get(MARK_COOKIE));
  if (young && (!self.cookieStore || (here && COPY + here.value === name))) return name;
  await forget();
  return undefined;
}

// Keeps these addresses for this session, and says after each how far it is.
async function keep({ mark, addresses }, page) {
  const name = COPY + mark;
  for (const other of await copies()) if (other !== name) await caches.delete(other);
  const cache = await caches.open(name);
  await cache.put(SINCE, new Response(String(Date.now())));
  for (const old of await cache.keys()) {
    const { pathname } = new URL(old.url);
    if (pathname !== SINCE && !addresses.includes(pathname)) await cache.delete(old);
  }
  let done = 0;
  let failed = 0;
  let bytes = 0;
  for (const address of addresses) {
    try {
      // What is named by its content is not fetched twice.
      let response = address.startsWith("/assets/") && (await cache.match(address));
      if (!response) {
        response = await fetch(address);
        if (isOver(response, name, false)) return forget();
        if (!response.ok || response.redirected) throw new Error(address);
        // Somebody may have left in the meantime.
        if (!(await caches.has(name))) return undefined;
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

// Whether an answer says that the copy's owner is not there, or may not have it any more. A page says whose session it is;
// other answers say it by their status.
function isOver(response, name, isOfCopy) {
  const mark = response.headers.get(MARK);
  if (isOfCopy && [401, 403, 404, 410].includes(response.status)) return true;
  return mark === null ? [401, 410].includes(response.status) : COPY + mark !== name;
}

async function answer(request) {
  const found = await kept(request);
  let response;
  try {
    response = await (found ? within(PATIENCE, fetch(request)) : fetch(request));
  } catch (problem) {
    if (found) return found;
    throw problem;
  }
  const [name] = await copies();
  // Without a copy there is nothing to look after, but on the pages that ask for one.
  const idle = !name && !new URL(request.url).pathname.startsWith("/conference/");
  if (idle || (name && isOver(response, name, Boolean(found)))) await forget();
  return response.status >= 500 && found ? found : response;
}

async function kept(request) {
  const name = await bound();
  if (!name) return undefined;
  const cache = await caches.open(name);
  const path = new URL(request.url).pathname;
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
