/** Facts as the words that stand for them. */

import { DECISIONS } from "./tabla.js";

/** @param {boolean} fact */
export function yes(fact) {
  return fact ? "si" : "no";
}

/**
 * "envase, producto y publicidad"
 * @param {string[]} words
 */
export function joinedWords(words) {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} y ${words[words.length - 1]}`;
}

/**
 * "la instalación Bodega Talca"
 * @param {import("./estados.js").Element} element
 */
export function elementName(element) {
  return element.k && element.t ? `${DECISIONS.scopes[element.k]} ${element.t}` : "";
}

/**
 * "site", in the English line
 * @param {import("./estados.js").Element} element
 */
export function elementNoun(element) {
  return element.k ? DECISIONS.scopesEnglish[element.k] : "";
}

/**
 * The order of the code points, as the generator sorts.
 * @param {string} one
 * @param {string} other
 */
export function byCodePoint(one, other) {
  const [mine, theirs] = [Array.from(one), Array.from(other)];
  const at = mine.findIndex((character, n) => character !== theirs[n]);
  if (at < 0) return mine.length - theirs.length;
  return (mine[at].codePointAt(0) || 0) - (theirs[at]?.codePointAt(0) || -1);
}
