/**
 * Text → the words it is found by: no accents, no capitals, no legal form of a company.
 * `generator/search/fold.py` does the same when the index is written; a test compares them.
 */

export const STOPWORDS = new Set("a al con de del e el en la las los o para por u un una y".split(" "));
export const LEGAL_FORMS = new Set("spa ltda limitada sa eirl cia".split(" "));

const ASCII = /^[\x00-\x7f]*$/;
const MARKS = /\p{M}/gu;
const WORD = /[\p{L}\p{N}]+(?:['’´`][\p{L}\p{N}]+)*/gu;
const PIECE = /[\p{L}\p{N}]+/gu;
const APOSTROPHE = /['’´`]/;
const APOSTROPHES = /['’´`]/g;
const INITIALS = /(^|[^\p{L}\p{N}_])(\p{L}(?:\.\s?\p{L})+)(?![\p{L}\p{N}_])/gu;

/**
 * The text in lower case without accents: "Ñuñoa" gives "nunoa".
 * @param {string} text
 */
export function fold(text) {
  if (ASCII.test(text)) return text.toLowerCase();
  return text.normalize("NFKD").toLowerCase().replace(MARKS, "");
}

/**
 * The words of a text, in order; "S.A." is one word, and so is "O'Higgins".
 * @param {string} text
 * @returns {string[]}
 */
export function tokens(text) {
  let plain = fold(text);
  if (plain.includes(".")) {
    plain = plain.replace(INITIALS, (_, before, letters) => before + letters.replace(/[.\s]/g, ""));
  }
  return (plain.match(WORD) || []).map((word) => word.replace(APOSTROPHES, ""));
}

/**
 * The words worth an entry: without stop words and without a legal form at the end.
 * A word with an apostrophe is also found by its last part: "higgins".
 * @param {string} text
 * @returns {string[]}
 */
export function indexWords(text) {
  const found = tokens(text);
  while (found.length > 1 && isFiller(found[found.length - 1])) found.pop();
  const kept = found.filter((word) => !STOPWORDS.has(word));
  return APOSTROPHE.test(text) ? kept.concat(lastParts(text)) : kept;
}

/**
 * Whether a word at the end of a name says nothing about it.
 * @param {string} word
 */
export function isFiller(word) {
  return LEGAL_FORMS.has(word) || STOPWORDS.has(word);
}

/**
 * A code, RUT or official number as it is compared: letters and digits, upper case.
 * @param {string} text
 */
export function keyOf(text) {
  return fold(text).replace(/[^\p{L}\p{N}]+/gu, "").toUpperCase();
}

/**
 * The address an editor would make from a text: "Viña X" gives "vina-x".
 * @param {string} text
 */
export function slugOf(text) {
  return (fold(text).match(PIECE) || []).join("-");
}

/**
 * The text without the legal form at its end.
 * @param {string} text
 */
export function withoutLegalForm(text) {
  const parts = text.split(/\s+/).filter(Boolean);
  while (parts.length > 1 && LEGAL_FORMS.has(tokens(parts[parts.length - 1]).pop() || "")) parts.pop();
  return parts.join(" ");
}

/** @param {string} text */
function lastParts(text) {
  return (fold(text).match(WORD) || [])
    .map((word) => word.split(APOSTROPHE))
    .filter((parts) => parts.length > 1 && parts[parts.length - 1].length > 1)
    .map((parts) => parts[parts.length - 1]);
}
