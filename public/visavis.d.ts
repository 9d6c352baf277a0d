/**
 * What `window.visavis` offers to scripts and consoles.
 *
 * Offsets are UTF-8 bytes of the text of the block that they name, not UTF-16 units of a JavaScript string.
 */

/** How a described fact is known. */
export type Ground = "stated" | "curated" | "inferred" | "unknown";

export type Kind = "person" | "place" | "organisation" | "people" | "event" | "other";

export type Role =
  | "title" | "lead" | "body" | "subheading"
  | "byline" | "caption" | "credit" | "tags" | "embed"
  | "related" | "promo" | "widget";

/** Bytes `[start, end)`. */
export type Span = [start: number, end: number];

/** A described fact, how it is known, and what speaks for it. */
export interface Claim {
  value: string | null;
  ground: Ground;
  /** 0–1: a rank among the rules of this program, not a probability. */
  confidence: number;
  clues: string[];
}

/** What is known of an article without its text. */
export interface Head {
  id: string;
  file: string;
  title: Claim;
  /** The id of an outlet. */
  outlet: Claim;
  /** An ISO day, or an interval `first/last`. */
  date: Claim;
  byline: Claim;
  credit: Claim;
  /** A BCP 47 tag. */
  language: Claim;
  /** Words in what is read. */
  words: number;
}

export interface Block {
  role: Role;
  /** First and last line of the file, from 1. */
  lines: [first: number, last: number];
  /** Bytes of the file. */
  source: Span[];
  text: string;
  removed_by: string | null;
}

export interface Mention {
  /** Position in `blocks`. */
  block: number;
  span: Span;
  text: string;
  kind: Kind;
  entity: string | null;
  name: string | null;
  rule: string;
  confidence: number;
  metonym: boolean;
}

export interface Quote {
  block: number;
  span: Span;
  text: string;
  mode: "direct" | "indirect" | "scare";
  speaker: { entity: string | null; text: string; block: number; span: Span; rule: string; confidence: number } | null;
}

export interface Figure {
  block: number;
  span: Span;
  text: string;
  /** In decimal notation. */
  value: string;
  noun: string | null;
  qualifier: string | null;
}

export interface DateMention {
  block: number;
  span: Span;
  text: string;
  /** An ISO day or interval. */
  value: string | null;
}

/** An article, as `visavis inspect --json` prints it. */
export interface Article extends Omit<Head, "words"> {
  url: string | null;
  archived: string | null;
  blocks: Block[];
  mentions: Mention[];
  quotes: Quote[];
  figures: Figure[];
  dates: DateMention[];
}

export interface SearchOptions {
  /** One term is enough; the last word is not taken for a beginning. */
  any?: boolean;
  /** At most so many hits; `total` counts all. */
  limit?: number;
  /** At most so many entities among the facets, those in most articles first; 100 where it is left out. */
  values?: number;
  /** Outlets by id; `null` is the unknown one. */
  outlets?: (string | null)[];
  /** Entities by id: any of one kind, all kinds. */
  entities?: string[];
}

export interface SearchResult {
  total: number;
  /** Best first. */
  hits: {
    id: string;
    /** BM25F and the closeness of the terms. */
    score: number;
    occurrences: number;
    spans: { block: number; span: Span; /** Position in `parsed`. */ term: number }[];
  }[];
  facets: {
    outlets: { outlet: string | null; count: number }[];
    entities: { entity: string; name: string; kind: Kind; count: number }[];
    languages: { language: string | null; count: number }[];
    credits: { credit: string | null; count: number }[];
    /** As `2016-10`. */
    months: { month: string | null; count: number }[];
    roles: { role: Role; count: number }[];
  };
  /** How the query was understood. */
  parsed: {
    text: string;
    forms: string[];
    /** Whether the last word may go on. */
    prefix: boolean;
    matching: "related" | "exact" | "misspelt";
    scope: "text" | "title" | "quote";
    excluded: boolean;
    /** Articles that hold the term. */
    articles: number;
  }[];
  /** What could not be taken as it was typed. */
  issues: { kind: string; text: string }[];
  /** Where nothing was found: the parts of the query that no article answers. */
  unmet: string[];
  /** Where nothing was found: ways of asking less, and what they would find. */
  relaxations: { way: "without" | "any-term" | "unfiltered" | "instead"; text: string | null; articles: number }[];
}

/** An entity of the corpus. */
export interface Entity {
  id: string;
  kind: Kind;
  name: string;
  aliases: string[];
  descriptions: string[];
  same_as: string[];
  /** Articles that name it. */
  articles: number;
}

/** A place with its words. */
export interface Place {
  /** The id of the article. */
  article: string;
  block: number;
  span: Span;
  text: string;
}

/** Words that two texts do not have alike. */
export interface Difference {
  change: "dropped" | "added" | "replaced";
  texts: [first: string, second: string];
}

/** Two to four articles face to face. Lists inside a row have one entry an article, in the order asked for. */
export interface Comparison {
  articles: { id: string; title: string | null; outlet: string | null; words: number }[];
  copies: {
    class: "common-quotation" | "agency-copy" | "set-phrase" | "own-text";
    /** Share of the words of both that are the same, 0–1. */
    verbatim: number;
    /** Words in common. */
    words: number;
    articles: [string, string];
    /** Share of each whole article. */
    shares: [number, number];
    places: Place[];
    differences: Difference[];
  }[];
  /** Sentences on the same matter. */
  passages: {
    /** 0–1. */
    strength: number;
    places: [Place, Place];
    evidence: { kind: "entity" | "number" | "date" | "family" | "stem"; term: string; weight: number }[];
  }[];
  entities: { entity: string; name: string; kind: Kind; counts: number[]; per_thousand: number[] }[];
  names: {
    /** Null for the competing terms of `corpus.toml`. */
    entity: string | null;
    referent: string;
    forms: { form: string; kind: "name" | "description" | "term"; counts: number[]; places: Place[] }[];
  }[];
  voices: {
    kind: "entity" | "anonymous" | "unattributed";
    entity: string | null;
    voice: string | null;
    /** Words between quotation marks. */
    direct: number[];
    /** Words reported. */
    indirect: number[];
    quotes: Place[];
  }[];
  /** Quotations that two articles have. */
  quotations: { places: Place[]; differences: Difference[] }[];
  /** The words of each article against those of the others. */
  words: {
    article: string;
    against: string[];
    words: [here: number, there: number];
    /** Whether a side is so small that all this says little. */
    small: boolean;
    rows: {
      word: string;
      form: string;
      counts: [number, number];
      per_thousand: [number, number];
      paragraphs: [number, number];
      log_likelihood: number;
      log_ratio: number;
      sparse: boolean;
    }[];
  }[];
  figures: {
    noun: string;
    agreement: "different" | "same" | "single";
    figures: { value: string; qualifier: string | null; place: Place }[][];
  }[];
  dates: { /** An ISO day or interval. */ value: string; published: boolean[]; places: Place[] }[];
}

export interface Stats {
  title: string;
  /** Version of the pack's format. */
  format: number;
  articles: number;
  outlets: number;
  entities: number;
  words: number;
}

export interface Visavis {
  /** Kept once the corpus is loaded; broken, with the message that the page shows, where it cannot be. */
  readonly ready: Promise<void>;
  /** Every article, in order of id. */
  articles(): Head[];
  /** One article; `null` where there is none of that id. */
  article(id: string): Article | null;
  /** Searches as the page does. Throws where an option or an entity is not known. */
  search(query: string, options?: SearchOptions): SearchResult;
  /** The entities that are shown, in the owner's order. */
  entities(): Entity[];
  /** Two to four articles face to face, as `visavis compare --json` prints it. Throws where an id is not known. */
  compare(ids: string[]): Comparison;
  stats(): Stats;
}

declare global {
  interface Window {
    readonly visavis: Visavis;
  }
}
