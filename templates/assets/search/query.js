/** What somebody typed → the words and the keys (code, RUT, number) it may mean. */

import { SHORT_FORMS, STOPWORDS, fold, keyOf, tokens, withoutLegalForm } from "./fold.js";

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const SYMBOLS = 8;
const SHORTEST_KEY = 4;
const PAGE_OF_CODE = /\/v\/([0-9a-z]{8})(?![0-9a-z])/i;
/** What people write before a key: "RUT 99.900.000-K", "certificado N.º 12". */
const BEFORE_KEY = new Set(gettext("rut run codigo cod certificado sello numero nro num n no o").split(" "));

/** Words that say nothing in the language of the page, besides those of names. */
const SAYING_NOTHING = new Set(gettext("de del la las los y").split(" "));

/**
 * @typedef {object} Query
 * @property {string[]} words
 * @property {string[]} keys
 */

/**
 * @param {string} text
 * @returns {Query}
 */
export function parseQuery(text) {
  return { words: meaningful(withoutLegalForm(tokens(text))), keys: keysIn(text) };
}

/**
 * Words that say something: not "de", no single letter, unless there is nothing else.
 * @param {string[]} words
 */
function meaningful(words) {
  const kept = words.filter((word) => !isIdle(word) && (word.length > 1 || /\d/.test(word)));
  return [...new Set(kept.length ? kept : words)];
}

/** @param {string} word */
function isIdle(word) {
  return STOPWORDS.has(word) || SAYING_NOTHING.has(word);
}

/**
 * A word and what it is short for: "sta" may mean "santa".
 * @param {string} word
 */
export function meaningsOf(word) {
  const long = SHORT_FORMS.get(word);
  return long ? [word, long] : [word];
}

/**
 * The keys that a text may be: all of it, what follows "RUT" or "código", the code of an address.
 * @param {string} text
 */
function keysIn(text) {
  const [, code = ""] = PAGE_OF_CODE.exec(text) || [];
  const words = fold(text).split(" ");
  const own = words.slice(words.findIndex((word) => !BEFORE_KEY.has(word))).join("");
  return [...new Set([text, own, code].map(keyOf).flatMap(formsOf))];
}

/**
 * The forms in which a text may stand in the index as a key.
 * @param {string} key
 */
function formsOf(key) {
  if (!/\d/.test(key) && !readCode(key)) return [];
  return [key, key.replace(/^0+/, ""), codeSymbols(key)].filter(
    (form) => form.length >= SHORTEST_KEY,
  );
}

/**
 * The certificate code a text stands for, however it is written; "" if it is none.
 * @param {string} text
 */
export function readCode(text) {
  const symbols = codeSymbols(keyOf(text));
  return symbols.length === SYMBOLS && checks(symbols) ? symbols : "";
}

/** @param {string} key */
function codeSymbols(key) {
  return key.replace(/O/g, "0").replace(/[IL]/g, "1");
}

/**
 * Luhn's check over the alphabet of the codes.
 * @param {string} symbols
 */
function checks(symbols) {
  let sum = 0;
  for (let at = 0; at < symbols.length; at++) {
    const value = ALPHABET.indexOf(symbols[symbols.length - 1 - at]);
    if (value < 0) return false;
    const weighed = at % 2 ? value * 2 : value;
    sum += Math.floor(weighed / ALPHABET.length) + (weighed % ALPHABET.length);
  }
  return sum % ALPHABET.length === 0;
}
