/** Facts as the words that stand for them. */

import { fillText } from "./frase.js";
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
  if (words.length < 2) return words.join("");
  return fillText(DECISIONS.and, { palabras: words.slice(0, -1).join(", "), ultima: words[words.length - 1] });
}

/**
 * A record's name; those that the register gives where there is none to show, in this language.
 * @param {string | undefined} name
 */
export function saidName(name = "") {
  if (Object.hasOwn(DECISIONS.givenNames, name)) return DECISIONS.givenNames[name];
  const [written, said] = DECISIONS.namelessPerson;
  const start = written.slice(0, written.indexOf("{"));
  return name.startsWith(start) ? fillText(said, { comuna: name.slice(start.length) }) : name;
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
