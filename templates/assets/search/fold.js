/**
 * Text → the words it is found by: no accents, no capitals, no legal form of a company.
 * `generator/search/fold.py` does the same when the index is written; a test compares them.
 */

export const STOPWORDS = new Set(
  "a al con de del e el en la las los o para por u un una y".split(" "),
);

/** What people write short, in full; a word is found by either. */
export const SHORT_FORMS = new Map([
  ["cia", "compania"],
  ["coop", "cooperativa"],
  ["gral", "general"],
  ["hno", "hermano"],
  ["hnos", "hermanos"],
  ["pta", "punta"],
  ["pto", "puerto"],
  ["soc", "sociedad"],
  ["sta", "santa"],
  ["stgo", "santiago"],
  ["sto", "santo"],
  ["valpo", "valparaiso"],
]);

const ASCII = /^[\x00-\x7f]*$/;
const MARKS = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g;
const NO_WORD = /[^\p{L}\p{N}]+/gu;
const NO_ASCII_WORD = /[^a-z0-9]+/g;
const APOSTROPHE = /([\p{L}\p{N}_])['`\u00b4\u02bc\u2018\u2019](?=[\p{L}\p{N}_])/gu;
const ANY_APOSTROPHE = /['`\u00b4\u02bc\u2018\u2019]/;
const ELIDED = /[\p{L}\p{N}]['`\u00b4\u02bc\u2018\u2019]([\p{L}\p{N}]+)/gu;
const INITIALS = /(^|[^\p{L}\p{N}])(\p{L}(?:\.\s?\p{L})+)(?![\p{L}\p{N}])/gu;
const POINTED = /\../;
const LEGAL_FORM = new RegExp(
  " (?:spa|s p a|sociedad por acciones|s ?a(?: (?:abierta|cerrada))?" +
    "|sociedad anonima(?: (?:abierta|cerrada))?|e ?i ?r ?l" +
    "|empresa individual de responsabilidad limitada|sociedad de responsabilidad limitada" +
    "|ltda|limitada|(?:y )?cia|y compania)$",
);
const HOTEL_SPA = / y spa$/;

/**
 * The text in lower case without accents, punctuation as single spaces: "Ñuñoa" gives "nunoa".
 * An apostrophe inside a word vanishes.
 * @param {string} text
 */
export function fold(text) {
  const plain = unaccented(ANY_APOSTROPHE.test(text) ? text.replace(APOSTROPHE, "$1") : text);
  return plain.replace(ASCII.test(plain) ? NO_ASCII_WORD : NO_WORD, " ").trim();
}

/**
 * The text in lower case without accents.
 * @param {string} text
 */
export function unaccented(text) {
  if (ASCII.test(text)) return text.toLowerCase();
  return text.normalize("NFKD").replace(MARKS, "").toLowerCase().replace(/ß/g, "ss");
}

/**
 * The words of a text, in order; "S.A." is one word, and so is "O'Higgins".
 * @param {string} text
 * @returns {string[]}
 */
export function tokens(text) {
  const joined = POINTED.test(text)
    ? text.replace(INITIALS, (_, before, letters) => before + letters.replace(/[.\s]/g, ""))
    : text;
  const folded = fold(joined);
  return folded ? folded.split(" ") : [];
}

/**
 * The words worth an entry: without stop words and without a legal form at the end.
 * A short form is also found in full ("Sta." as "santa"), and a word with an apostrophe by its
 * last part ("higgins").
 * @param {string} text
 * @returns {string[]}
 */
export function indexWords(text) {
  const found = withoutLegalForm(tokens(text));
  const kept = found.filter((word) => !STOPWORDS.has(word));
  const whole = kept.length ? kept : found;
  const all = whole.concat(whole.flatMap((word) => SHORT_FORMS.get(word) || []));
  return ANY_APOSTROPHE.test(text) ? all.concat(lastParts(text)) : all;
}

/**
 * The words of a name without SpA, Ltda., S.A. and their like at its end; never none at all.
 * @param {string[]} words
 */
export function withoutLegalForm(words) {
  let [name, shorter] = ["", words.join(" ")];
  while (name !== shorter) {
    name = shorter;
    shorter = HOTEL_SPA.test(name) ? name : name.replace(LEGAL_FORM, "");
  }
  return name ? name.split(" ") : [];
}

/**
 * A code, RUT or official number as it is compared: letters and digits, upper case.
 * @param {string} text
 */
export function keyOf(text) {
  return fold(text).replace(/ /g, "").toUpperCase();
}

/**
 * The address that a text mostly has: "Viña X S.A." gives "vina-x-sa".
 * @param {string} text
 */
export function slugOf(text) {
  return tokens(text).join("-");
}

/**
 * The same without the legal form at the end.
 * @param {string} text
 */
export function shortSlugOf(text) {
  return withoutLegalForm(tokens(text)).join("-");
}

/** @param {string} text */
function lastParts(text) {
  return Array.from(text.matchAll(ELIDED), (match) => match[1])
    .filter((part) => part.length > 1)
    .map(fold);
}
