// Keeps this build of the page for the time without a network.
//
// A build is kept whole or not at all: every file is compared with the hash that the build wrote down, and only a complete set becomes
// a version. The version before goes on serving its pages until the reader takes the new one. Caches are named by the folder of the
// page, so that two explorers of one host do not meet.

const BUILD = { version: "unbuilt", files: {} };
const OURS = `visavis ${registration.scope} `;
const NAME = OURS + BUILD.version;
const address = (name) => new URL(name, registration.scope).href;

const hash = async (bytes) => {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return btoa(String.fromCharCode(...digest));
};

// The answer, if it is the very file of this build.
const right = async (answer, wanted) => answer?.ok && (await hash(await answer.clone().arrayBuffer())) === wanted;

// Puts one file of this build into its cache: what an older version has of it is not asked for again.
const keep = async (cache, name, wanted) => {
  const request = address(name);
  for (const older of [cache, caches]) {
    const known = await older.match(request);
    if (await right(known, wanted)) return cache.put(request, known);
  }
  const fresh = await fetch(request, { cache: "no-cache", credentials: "same-origin" });
  if (!(await right(fresh, wanted))) throw new Error(`${name} is not of build ${BUILD.version}`);
  // A page that was redirected may not be given for a navigation.
  return cache.put(request, fresh.redirected ? new Response(await fresh.blob(), { headers: fresh.headers }) : fresh);
};

addEventListener("install", (event) => {
  const all = async () => {
    const cache = await caches.open(NAME);
    for (const [name, wanted] of Object.entries(BUILD.files)) await keep(cache, name, wanted);
  };
  // A part is of no use to anybody: the next attempt takes what has not changed from the version that is kept.
  const none = async (error) => {
    await caches.delete(NAME);
    throw error;
  };
  event.waitUntil(all().catch(none));
});

addEventListener("activate", (event) => {
  const tidy = async () => {
    const old = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== NAME);
    await Promise.all(old.map((name) => caches.delete(name)));
    await clients.claim();
  };
  event.waitUntil(tidy());
});

addEventListener("message", (event) => {
  if (event.data === "take over") skipWaiting();
});

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(registration.scope)) return;
  const asked = new URL(request.url);
  asked.search = asked.hash = "";
  const name = asked.href === address("index.html") ? address("./") : asked.href.replace(/\/articles\/$/, "/articles/index.html");
  const answer = async () => (await (await caches.open(NAME)).match(name)) ?? fetch(request);
  event.respondWith(answer());
});
