/** Sorted words with the places they stand in → the words that match what somebody typed. */

import { slips, slipsAllowed } from "./distance.js";
import { frontDecode, unpack } from "./pack.js";

/**
 * A place is twice the number of a row, plus one where a word stands in its further words.
 * @param {number} row
 * @param {boolean} [further]
 */
export function placeOf(row, further) {
  return 2 * row + (further ? 1 : 0);
}

/** How well a word matches: the whole word, its beginning, or with a slip or two. */
export const EXACT = 100;
export const BEGINNING = 70;
export const SLIP = 50;
export const TWO_SLIPS = 30;

const ONE_DIGIT = /^\d$/;

/**
 * @typedef {object} Hit
 * @property {Int32Array} places
 * @property {number} quality
 */

export class WordList {
  /**
   * @param {string[]} words  sorted
   * @param {Int32Array} starts  where the places of each word start, and the end of the last
   * @param {Int32Array} places
   */
  constructor(words, starts, places) {
    this.words = words;
    this.starts = starts;
    this.places = places;
  }

  /**
   * Words that are or begin with `typed`; "Bodega 1" is not "Bodega 12".
   * @param {string} typed
   * @returns {Hit[]}
   */
  starting(typed) {
    /** @type {Hit[]} */
    const hits = [];
    for (let at = this.place(typed); at < this.words.length; at++) {
      const word = this.words[at];
      if (!word.startsWith(typed)) break;
      if (word.length === typed.length) hits.push({ places: this.placesOf(at), quality: EXACT });
      else if (ONE_DIGIT.test(typed)) break;
      else hits.push({ places: this.placesOf(at), quality: BEGINNING });
    }
    return hits;
  }

  /**
   * Words that `typed` may mean, with one slip or two; another number is another thing.
   * @param {string} typed
   * @returns {Hit[]}
   */
  similar(typed) {
    const most = /\d/.test(typed) ? 0 : slipsAllowed(typed);
    /** @type {Hit[]} */
    const hits = [];
    if (!most) return hits;
    const letters = lettersOf(typed);
    const seen = this.letters();
    for (let at = 0; at < this.words.length; at++) {
      if (missing(letters, seen[at]) > most) continue;
      const found = slips(typed, this.words[at], most, true);
      if (found > most) continue;
      hits.push({ places: this.placesOf(at), quality: found > 1 ? TWO_SLIPS : SLIP });
    }
    return hits;
  }

  /**
   * The letters of each word, worked out when they are first needed.
   * @returns {Int32Array}
   */
  letters() {
    if (!this.lettersCache) this.lettersCache = Int32Array.from(this.words, lettersOf);
    return this.lettersCache;
  }

  /** @param {number} at */
  placesOf(at) {
    return this.places.subarray(this.starts[at], this.starts[at + 1]);
  }

  /**
   * Where `typed` stands, or would.
   * @param {string} typed
   */
  place(typed) {
    let low = 0;
    let high = this.words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.words[middle] < typed) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/**
 * A slice of the index (`words.py`) as a list.
 * @param {{words: string, counts: string, places: string}} part
 */
export function readSlice(part) {
  const counts = unpack(part.counts);
  const places = unpack(part.places);
  const starts = new Int32Array(counts.length + 1);
  counts.forEach((count, n) => {
    starts[n + 1] = starts[n] + count;
    for (let at = starts[n] + 1; at < starts[n + 1]; at++) places[at] += places[at - 1];
  });
  return new WordList(frontDecode(part.words), starts, places);
}

/**
 * A list from pairs of words and places, in the order of the places.
 * @param {string[]} names
 * @param {Int32Array} wordOf
 * @param {Int32Array} placesOf
 */
export function invert(names, wordOf, placesOf) {
  const order = Array.from(names.keys()).sort((a, b) => (names[a] < names[b] ? -1 : 1));
  const rank = new Int32Array(names.length);
  order.forEach((word, n) => (rank[word] = n));
  const starts = new Int32Array(names.length + 1);
  for (const word of wordOf) starts[rank[word] + 1]++;
  for (let n = 0; n < names.length; n++) starts[n + 1] += starts[n];
  const next = starts.slice();
  const places = new Int32Array(placesOf.length);
  wordOf.forEach((word, n) => (places[next[rank[word]]++] = placesOf[n]));
  return new WordList(
    order.map((word) => names[word]),
    starts,
    places,
  );
}

/**
 * Which letters a word has, as bits (digits and the rest share some).
 * @param {string} word
 */
function lettersOf(word) {
  let bits = 0;
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) % 32);
  return bits;
}

/**
 * How many letters of one word another lacks; each is at least one slip.
 * @param {number} letters
 * @param {number} others
 */
function missing(letters, others) {
  let left = letters & ~others;
  let count = 0;
  for (; left; count++) left &= left - 1;
  return count;
}
