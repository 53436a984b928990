/** A name that nobody bears → the companies whose names come close to it; as `near_names.py`. */

import { slips, slipsAllowed } from "../search/distance.js";
import { fold, withoutLegalForm } from "../search/fold.js";
import { vocabularyOf } from "./nombres.js";
import { DECISIONS } from "./tabla.js";

/**
 * The ids of the nearest, the nearest first.
 * @param {import("./fichas.js").Parts} parts
 * @param {string} text
 * @returns {Promise<string[]>}
 */
export async function nearNames(parts, text) {
  const { mostNear, shortestWord, longestWord, sparedFrom } = DECISIONS.nearNames;
  const lengthOf = (/** @type {string} */ word) => Array.from(word).length;
  const words = [...new Set(withoutLegalForm(fold(text).split(" ").filter(Boolean)))];
  const wanted = words.filter((word) => lengthOf(word) >= shortestWord && lengthOf(word) <= longestWord);
  if (!wanted.length) return [];
  const most = wanted.length - (wanted.length >= sparedFrom ? 1 : 0);
  const names = await slippedNames(parts, wanted);
  /** @type {Map<string, number[]>} */
  const best = new Map();
  for (const [name, { found, slipped }] of names) {
    if (found < most) continue;
    const id = name.slice(name.indexOf("\n") + 1);
    const rank = [wanted.length - found, slipped];
    const known = best.get(id);
    if (!known || rank[0] < known[0] || (rank[0] === known[0] && rank[1] < known[1])) best.set(id, rank);
  }
  const ranked = [...best].sort(([a, one], [b, other]) => one[0] - other[0] || one[1] - other[1] || (a < b ? -1 : 1));
  return ranked.slice(0, mostNear).map(([id]) => id);
}

/**
 * For each name, with its company's id, how many of the words it holds and with how many slips.
 * @param {import("./fichas.js").Parts} parts
 * @param {string[]} wanted
 */
async function slippedNames(parts, wanted) {
  /** @type {Map<string, {found: number, slipped: number}>} */
  const names = new Map();
  for (const word of wanted) {
    const rows = await parts.names(/^[\x00-\x7f]/.test(word) ? word[0] : "_");
    for (const [row, far] of nearRows(rows, word)) {
      const name = `${rows[row][0]}\n${rows[row][1]}`;
      const known = names.get(name) || { found: 0, slipped: 0 };
      names.set(name, { found: known.found + 1, slipped: known.slipped + far });
    }
  }
  return names;
}

/**
 * The rows with a word that is this one but for slips, and how many those are at least.
 * @param {any[]} rows
 * @param {string} word
 */
function nearRows(rows, word) {
  const most = slipsAllowed(word);
  /** @type {Map<number, number>} */
  const near = new Map();
  for (const [other, holding] of vocabularyOf(rows, word)) {
    const far = slips(word, other, most, false);
    if (far > most) continue;
    for (const row of holding) near.set(row, Math.min(far, near.get(row) ?? far));
  }
  return near;
}
