// Starts the program, and offers its corpus to scripts as `window.visavis` (see visavis.d.ts).
//
// The policy of the page allows no inline script, and names are fingerprinted: the page itself says, in its preload links, which
// program belongs to it.

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

try {
  const bindings = await import(href("link[rel=modulepreload]"));
  program = bindings;
  await bindings.default({ module_or_path: href("link[type='application/wasm']") });
} catch (error) {
  document.getElementById("boot-waiting")?.remove();
  const failure = document.getElementById("boot-failure");
  if (failure) {
    failure.hidden = false;
    document.getElementById("boot-reason").textContent = String(error);
  }
  dispatchEvent(new CustomEvent("visavis-failed", { detail: String(error) }));
}
