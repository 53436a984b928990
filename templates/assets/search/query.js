/** What somebody typed → the words and the keys (code, RUT, number) it may mean. */

import { STOPWORDS, keyOf, tokens, withoutLegalForm } from "./fold.js";

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const SYMBOLS = 8;
const SHORTEST_KEY = 4;

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
  const kept = words.filter((word) => !STOPWORDS.has(word) && (word.length > 1 || /\d/.test(word)));
  return [...new Set(kept.length ? kept : words)];
}

/**
 * The forms in which the whole text may stand in the index as a key.
 * @param {string} text
 */
function keysIn(text) {
  const key = keyOf(text);
  const code = readCode(key);
  if (key.length < SHORTEST_KEY || (!/\d/.test(key) && !code)) return [];
  const forms = [key, key.replace(/^0+/, ""), codeSymbols(key)];
  return [...new Set(forms)].filter((form) => form.length >= SHORTEST_KEY);
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
