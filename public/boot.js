// Starts the program, and offers its corpus to scripts as `window.visavis` (see visavis.d.ts). Keeps a copy for the time without a
// network, where the browser and the reader allow it.
//
// The policy of the page allows no inline script, and names are fingerprinted: the page itself says, in its preload links, which
// program belongs to it. In the page as one file, the bindings and the program stand in the page instead.

let program;

const ready = new Promise((resolve, reject) => {
  addEventListener("visavis-loaded", () => resolve(), { once: true });
  addEventListener("visavis-failed", (event) => reject(new Error(event.detail)), { once: true });
});
// Nobody has to listen: a failure is shown in the page.
ready.catch(() => {});

const loaded = () => {
  if (!program) throw new Error("the program is not loaded yet: await visavis.ready");
  return program;
};

window.visavis = Object.freeze({
  ready,
  articles: () => loaded().articles(),
  article: (id) => loaded().article(String(id)),
  search: (query, options) => loaded().search(String(query), options),
  entities: () => loaded().entities(),
  compare: (ids) => loaded().compare(ids),
  stats: () => loaded().stats(),
});

const href = (selector) => document.querySelector(selector).href;
// The program that stood in the page as one file (start.js).
const whole = window.visavisProgram;

// The copy for the time without a network. The page says what it wants ("keep", "update", "forget") in `visavis-offline`, and hears in
// `visavis-kept` how things stand ("kept", "update", "none").

// The only address of a script that this page ever makes.
const WORKER = new URL("sw.js", document.baseURI).href;
const refuse = () => {
  throw new TypeError("this page makes no markup and no script of strings");
};
const policy = window.trustedTypes?.createPolicy("visavis", {
  createHTML: refuse,
  createScript: refuse,
  createScriptURL: (address) => (address === WORKER ? address : refuse()),
});
const workers = !whole && window.isSecureContext && navigator.serviceWorker;
const tell = (state) => dispatchEvent(new CustomEvent("visavis-kept", { detail: state }));

// Another build is complete and waits; it takes over when the reader says so, never under a page of this one.
const watch = (registration) => {
  const look = () => {
    if (registration.waiting && registration.active) tell("update");
    else if (registration.active) tell("kept");
  };
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", look));
  look();
  registration.installing?.addEventListener("statechange", look);
};

const scope = new URL("./", document.baseURI).href;
const wishes = {
  keep: async () => watch(await workers.register(policy ? policy.createScriptURL(WORKER) : WORKER, { updateViaCache: "none" })),
  update: async () => {
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    (await workers.getRegistration(scope))?.waiting?.postMessage("take over");
  },
  forget: async () => {
    const registration = await workers.getRegistration(scope);
    // Not one of another explorer further up.
    if (registration?.scope === scope) await registration.unregister();
    const ours = (name) => name.startsWith(`visavis ${scope} `);
    await Promise.all((await caches.keys()).filter(ours).map((name) => caches.delete(name)));
    tell("none");
  },
};
if (workers) {
  // Where it cannot be kept (no room, switched off), the page works as before.
  addEventListener("visavis-offline", ({ detail }) => wishes[detail]?.().catch(() => tell("none")));
}

// What stands in the page until the program runs is the beginning of the list: not what another address asks for.
if (!/^(#|#\/|#\/explore)?$/.test(location.hash)) document.getElementById("boot-first")?.replaceChildren();

// What is typed before the program runs is asked as soon as it does.
const field = document.getElementById("boot-search");
if (field) field.disabled = false;

// Firefox, asked for a program that its worker gave the preload link at once, sometimes never ends reading it. What is kept is there in no
// time: after a while it is asked for again, past the preload.
const begin = async (bindings, name) => {
  const first = new AbortController();
  const patience = setTimeout(() => first.abort(), 3000);
  try {
    await bindings.default({ module_or_path: fetch(name, { signal: first.signal }) });
  } catch (error) {
    if (!first.signal.aborted) throw error;
    await bindings.default({ module_or_path: fetch(`${name}?again`) });
  } finally {
    clearTimeout(patience);
  }
};

try {
  const bindings = whole ? window.visavisBindings : await import(href("link[rel=modulepreload]"));
  program = bindings;
  const name = whole ?? href("link[type='application/wasm']");
  if (workers?.controller) await begin(bindings, name);
  else await bindings.default({ module_or_path: name });
} catch (error) {
  if (field) field.disabled = true;
  document.getElementById("boot-waiting")?.remove();
  const failure = document.getElementById("boot-failure");
  if (failure) {
    failure.hidden = false;
    document.getElementById("boot-reason").textContent = String(error);
  }
  dispatchEvent(new CustomEvent("visavis-failed", { detail: String(error) }));
}
