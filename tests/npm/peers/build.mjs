// node build.mjs CORPUS.jsonl FOLDER: writes the texts, the index of each engine, the log of queries, and how many bytes travel.

import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { articles, log } from "./corpus.mjs";
import { engines } from "./engines.mjs";

const [corpus, folder] = process.argv.slice(2);
const texts = articles(corpus);
const write = (path, content) => writeFileSync(join(folder, path), content);
const packed = (content) => gzipSync(content, { level: 9 }).length;

/** Every file below a folder. */
const files = (below) =>
  readdirSync(below, { recursive: true })
    .map((name) => join(below, name))
    .filter((path) => statSync(path).isFile());

mkdirSync(folder, { recursive: true });
const plain = JSON.stringify(texts);
write("log.json", JSON.stringify(log(texts), null, 1));
const bytes = { articles: texts.length, text: Buffer.byteLength(texts.map(({ title, body }) => title + body).join("")), texts: packed(plain) };
for (const [id, engine] of Object.entries(engines)) {
  const home = join(folder, id);
  mkdirSync(home, { recursive: true });
  const begun = performance.now();
  const parts = await engine.build(texts, home);
  for (const [name, content] of Object.entries(parts)) write(join(id, name), content);
  // What Pagefind serves is compressed already.
  const size = engine.files
    ? files(home).reduce((sum, path) => sum + statSync(path).size, 0)
    : Object.values(parts).reduce((sum, content) => sum + packed(content), 0);
  bytes[id] = size + (engine.texts ? 0 : bytes.texts);
  console.error(`${engine.name}: built in ${Math.round(performance.now() - begun)} ms`);
}
// What the scripts of the page import; they themselves are put there anew before each run.
for (const name of ["minisearch", "flexsearch", "lunr", "lunr-languages", "@orama/orama", "@orama/stemmers"])
  cpSync(new URL(`../node_modules/${name}`, import.meta.url), join(folder, "npm", name), { recursive: true });
write("bytes.json", JSON.stringify(bytes));
