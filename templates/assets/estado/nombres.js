/** Names, `[key, company id, former name]` → found by the whole key or by their words, looked up once. */

/** @typedef {[string, string, string?]} Row */
/** @typedef {Map<string, number[]>} Vocabulary  the words with one first letter → the rows that hold them */
/** @typedef {{keys: Map<string, Row[]>, letters: Map<string, Vocabulary>}} Catalogue */

/** @type {WeakMap<Row[], Catalogue>} */
const catalogues = new WeakMap();

/**
 * The rows whose whole key it is.
 * @param {Row[]} rows
 * @param {string} key
 */
export function rowsCalled(rows, key) {
  return catalogueOf(rows).keys.get(key) || [];
}

/**
 * The words that begin as this one does.
 * @param {Row[]} rows
 * @param {string} word
 * @returns {Vocabulary}
 */
export function vocabularyOf(rows, word) {
  const [first] = word;
  return catalogueOf(rows).letters.get(first) || new Map();
}

/** @param {Row[]} rows */
function catalogueOf(rows) {
  const known = catalogues.get(rows);
  if (known) return known;
  /** @type {Catalogue} */
  const found = { keys: new Map(), letters: new Map() };
  rows.forEach((row, at) => {
    into(found.keys, row[0], row);
    for (const word of new Set(row[0].split(" "))) {
      const [first] = word;
      const vocabulary = found.letters.get(first) || new Map();
      into(vocabulary, word, at);
      found.letters.set(first, vocabulary);
    }
  });
  catalogues.set(rows, found);
  return found;
}

/**
 * @template K, V
 * @param {Map<K, V[]>} lists
 * @param {K} key
 * @param {V} value
 */
function into(lists, key, value) {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
