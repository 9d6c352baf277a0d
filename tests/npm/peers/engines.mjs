// The engines that the page is measured beside, each set up for French as its documentation advises. Runs in Node, which builds the
// indexes, and in the browser, which loads and asks them.

import { folded } from "./folded.mjs";

/** How many results an interface shows. */
export const LIMIT = 10;

const miniOptions = {
  idField: "id",
  fields: ["title", "body"],
  storeFields: ["title"],
  processTerm: (term) => folded(term),
  searchOptions: { boost: { title: 2 }, combineWith: "AND" },
};

export const engines = {
  minisearch: {
    name: "MiniSearch",
    ranked: true,
    modules: ["minisearch"],
    build: async (texts) => {
      const { default: MiniSearch } = await import("minisearch");
      const index = new MiniSearch(miniOptions);
      index.addAll(texts);
      return { "index.json": JSON.stringify(index) };
    },
    load: async (bytes) => {
      const { default: MiniSearch } = await import("minisearch");
      return MiniSearch.loadJSON(text(bytes["index.json"]), miniOptions);
    },
    ask: (index, query) => index.search(query),
    typed: (index, query) => index.search(query, { prefix: true }),
  },

  flexsearch: {
    name: "FlexSearch",
    ranked: false,
    modules: ["flexsearch"],
    build: async (texts) => {
      const { Index, Charset } = await import("flexsearch");
      const index = new Index({ tokenize: "forward", encoder: Charset.Normalize });
      texts.forEach(({ title, body }, at) => index.add(at, `${title}\n${body}`));
      const parts = {};
      await index.export((key, data) => {
        if (data !== undefined) parts[key] = data;
      });
      return { "index.json": JSON.stringify(parts) };
    },
    load: async (bytes) => {
      const { Index, Charset } = await import("flexsearch");
      const index = new Index({ tokenize: "forward", encoder: Charset.Normalize });
      for (const [key, data] of Object.entries(JSON.parse(text(bytes["index.json"])))) await index.import(key, data);
      return index;
    },
    ask: (index, query) => index.search(query, LIMIT),
    typed: (index, query) => index.search(query, LIMIT),
  },

  lunr: {
    name: "Lunr (fr)",
    ranked: true,
    build: async (texts) => {
      const lunr = await french();
      const index = lunr(function () {
        this.use(lunr.fr);
        this.ref("id");
        this.field("title", { boost: 2 });
        this.field("body");
        texts.forEach((article) => this.add(article));
      });
      return { "index.json": JSON.stringify(index) };
    },
    load: async (bytes) => {
      const lunr = await french();
      return lunr.Index.load(JSON.parse(text(bytes["index.json"])));
    },
    ask: (index, query) => index.search(query.split(" ").map((word) => `+${word}`).join(" ")),
    // On some beginnings of words Lunr itself throws; the time until then is counted, as a person would wait for it.
    typed: (index, query) => {
      try {
        return index.query((builder) => builder.term(query, { wildcard: 2, usePipeline: false }));
      } catch {
        return [];
      }
    },
  },

  orama: {
    name: "Orama (fr)",
    ranked: true,
    modules: ["@orama/orama", "@orama/stemmers/french"],
    /** Its index holds the texts. */
    texts: true,
    build: async (texts) => {
      const { insertMultiple, save } = await import("@orama/orama");
      const db = await oramaDatabase();
      await insertMultiple(db, texts, 500);
      return { "index.json": JSON.stringify(save(db)) };
    },
    load: async (bytes) => {
      const { load } = await import("@orama/orama");
      const db = await oramaDatabase();
      load(db, JSON.parse(text(bytes["index.json"])));
      db.search = (await import("@orama/orama")).search;
      return db;
    },
    ask: (db, query) => db.search(db, { term: query, limit: LIMIT, exact: false, threshold: 0 }),
    typed: (db, query) => db.search(db, { term: query, limit: LIMIT }),
  },

  pagefind: {
    name: "Pagefind",
    ranked: true,
    /** It keeps the texts in pieces of its own. */
    texts: true,
    files: true,
    build: async (texts, folder) => {
      const { createIndex, close } = await import("pagefind");
      const { index } = await createIndex({ forceLanguage: "fr" });
      for (const { id, title, body } of texts)
        await index.addCustomRecord({ url: `/${id}`, content: `${title}\n${body}`, language: "fr", meta: { title } });
      await index.writeFiles({ outputPath: folder });
      await close();
      return {};
    },
    load: async (_, base) => {
      const pagefind = await import(new URL("pagefind.js", base).href);
      await pagefind.options({ bundlePath: base, baseUrl: "/" });
      await pagefind.init("fr");
      return pagefind;
    },
    ask: (pagefind, query) => pagefind.search(query),
    typed: (pagefind, query) => pagefind.search(query),
    phrases: true,
  },
};

const text = (bytes) => new TextDecoder().decode(bytes);

const oramaDatabase = async () => {
  const { create } = await import("@orama/orama");
  const { stemmer, language } = await import("@orama/stemmers/french");
  return create({
    schema: { id: "string", title: "string", body: "string" },
    components: { tokenizer: { language, stemming: true, stemmer } },
  });
};

/** Lunr with French. In the browser its scripts have to be there already. */
const french = async () => {
  if (globalThis.lunr) return globalThis.lunr;
  const { createRequire } = await import("node:module");
  const require = createRequire(import.meta.url);
  const lunr = require("lunr");
  require("lunr-languages/lunr.stemmer.support")(lunr);
  require("lunr-languages/lunr.fr")(lunr);
  return lunr;
};
