// Runs in the browser: how soon an engine answers, and how fast.

import { engines } from "./engines.mjs";

/** Milliseconds that a batch lasts: a hundred times what the clock can tell apart. */
const BATCH = 2;
/** Batches for each query; the fastest counts, as the machine has other things to do. */
const BATCHES = 3;

let engine, index, log;

/** Milliseconds from the last byte in memory to the first ranked answer. */
export const load = async (id) => {
  engine = engines[id];
  log = await (await fetch("log.json")).json();
  const base = new URL(`${id}/`, location.href).href;
  await Promise.all((engine.modules ?? []).map((name) => import(name)));
  const bytes = {};
  for (const name of engine.files ? [] : ["index.json"]) bytes[name] = await (await fetch(base + name)).arrayBuffer();
  const begun = performance.now();
  index = await engine.load(bytes, base);
  await engine.ask(index, log.middling[0]);
  return performance.now() - begun;
};

/** The time of each query of each class, in milliseconds: median and 95th percentile. `visavis` asks the page that it runs in. */
export const classes = async (visavis) => {
  const ask = visavis
    ? { word: (query) => visavis.search(`${query} `, { limit: 10 }), typed: (query) => visavis.search(query, { limit: 10 }) }
    : { word: (query) => engine.ask(index, query), typed: (query) => engine.typed(index, query) };
  log ??= await (await fetch("../log.json")).json();
  const result = {};
  for (const [name, queries] of Object.entries(log)) {
    if (name === "phrases" && !visavis && !engine.phrases) continue;
    const times = [];
    for (const query of queries) times.push(await fastest(() => (name === "typed" ? ask.typed : ask.word)(query)));
    times.sort((a, b) => a - b);
    const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
    result[name] = { queries: times.length, p50: at(0.5), p95: at(0.95) };
  }
  return result;
};

/** The mean time of one run in the fastest of some batches. */
const fastest = async (run) => {
  let best = Infinity;
  for (let batch = 0; batch < BATCHES; batch++) {
    const begun = performance.now();
    let runs = 0;
    do {
      const answer = run();
      if (answer?.then) await answer;
      runs++;
    } while (performance.now() - begun < BATCH);
    best = Math.min(best, (performance.now() - begun) / runs);
  }
  return best;
};
