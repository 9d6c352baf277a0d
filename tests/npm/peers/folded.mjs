/** Lower case without accents: what each engine that can be told is told to make of a word. */
export const folded = (word) => word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
