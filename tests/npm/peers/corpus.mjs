// The articles to measure with, and the log of queries: the same for every engine.

import { readFileSync } from "node:fs";
import { folded } from "./folded.mjs";

/** One article a line: id, title, body; other keys are passed over. */
export const articles = (file) =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line))
    .map(({ id, title, body }) => ({ id, title, body }));

const words = (text) => text.match(/\p{L}{3,}/gu) ?? [];

/** Numbers that look random and are the same each time. */
const dice = (seed) => () => {
  seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
  return (seed >>> 8) / 2 ** 24;
};

/** Queries of each class. Words are taken by the number of articles that hold them; pairs and phrases stand in an article. */
export const log = (texts, each = 40) => {
  const held = new Map();
  for (const { title, body } of texts)
    for (const word of new Set(words(`${title}\n${body}`).map(folded))) held.set(word, (held.get(word) ?? 0) + 1);
  const ranked = [...held].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const share = (from, to) => ranked.filter(([, count]) => count <= from * texts.length && count > to * texts.length);
  const spread = (list, count = each) =>
    Array.from({ length: Math.min(count, list.length) }, (_, at) => list[Math.floor((at * list.length) / count)]?.[0] ?? list[at][0]);
  const rare = ranked.filter(([word, count]) => count <= 3 && word.length > 4);
  const middling = share(0.05, 0.005);
  const common = share(1, 0.2);
  const roll = dice(7);
  const pick = (list) => list[Math.floor(roll() * list.length)];
  const within = (most) => {
    const seen = new Set(words(pick(texts).body).map(folded).filter((word) => most(held.get(word) ?? 0)));
    return [...seen];
  };
  const pairs = Array.from({ length: each * 4 }, () => {
    const known = within((count) => count > 0.005 * texts.length);
    return known.length > 1 ? `${pick(known)} ${pick(known)}` : null;
  }).filter((pair) => pair && new Set(pair.split(" ")).size === 2);
  const phrases = Array.from({ length: each * 4 }, (_, at) => {
    const runs = pick(texts).body.match(/\p{L}{2,}(?: \p{L}{2,}){2}/gu) ?? [];
    return runs.length ? pick(runs).split(" ").slice(0, at % 2 ? 3 : 2).join(" ") : null;
  }).filter(Boolean);
  const whole = [...spread(middling, 15), ...spread(common, 5), ...spread(rare, 5)];
  const typed = whole.flatMap((word) => Array.from(word, (_, at) => word.slice(0, at + 1)));
  return {
    typed,
    rare: spread(rare),
    middling: spread(middling),
    common: spread(common),
    pairs: pairs.slice(0, each),
    phrases: phrases.slice(0, each).map((phrase) => `"${phrase}"`),
  };
};
