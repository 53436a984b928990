/** A query → how well each row answers it; every word must be met somewhere. */

import { labelWords } from "./labels.js";
import { meaningsOf, parseQuery } from "./query.js";
import { EXACT } from "./words.js";

/**
 * @typedef {import("./source.js").Source} Source
 * @typedef {import("./words.js").Hit} Hit
 * @typedef {import("./query.js").Query} Query
 */

const KEPT = 24; // words whose scores are kept while somebody types on
const INHERITED = 0.5; // what a name is worth for the parts of its company
const FURTHER = 0.6; // what a heading or synonym of a page is worth beside its title
const LABELLED = 0.45; // what a label (a comuna, an agreement) is worth
const WHOLE_NAME = 60; // what is added for the whole name
const NEARLY = 80; // from so much for each word on, a query may be the whole name
const KIND_BONUS = /** @type {Record<string, number>} */ ({
  acuerdo: 8,
  pagina: 7,
  empresa: 6,
  elemento: 4,
  sello: 3,
  certificado: 2,
});

/**
 * @typedef {object} Match
 * @property {Uint16Array} scores  0 where a row does not match
 * @property {boolean} similar  whether a word was taken for another one
 */

export class Matcher {
  /** @param {Source} source */
  constructor(source) {
    this.source = source;
    this.register = source.register;
    this.labels = labelWords(source.register);
    /** @type {Map<string, Uint8Array>} */
    this.kept = new Map();
    this.keptLists = 0;
  }

  /**
   * Match a text, loading what is needed; null for no text. Signs alone match nothing.
   * @param {string} text
   * @returns {Promise<Match | null>}
   */
  async match(text) {
    const query = parseQuery(text);
    if (!text.trim()) return null;
    const nothing = { scores: new Uint16Array(this.register.size), similar: false };
    if (!query.words.length) return nothing;
    const byKey = await this.matchKeys(query, EXACT);
    if (byKey) return byKey;
    await this.source.loadWords(query.words.flatMap(meaningsOf));
    return (
      this.matchWords(query.words, false) ||
      (await this.matchKeys(query, 0)) ||
      (await this.matchSimilar(query.words)) ||
      nothing
    );
  }

  /**
   * Rows with a key that is at least so well met: EXACT, or 0 for one that begins so.
   * @param {Query} query
   * @param {number} least
   * @returns {Promise<Match | null>}
   */
  async matchKeys(query, least) {
    if (!query.keys.length) return null;
    await this.source.loadKeys(query.keys);
    const hits = query.keys
      .flatMap((key) => this.source.keyHits(key))
      .filter((hit) => hit.quality >= least);
    return hits.length ? this.finish([this.spread(hits, [])], false) : null;
  }

  /**
   * @param {string[]} words
   * @param {boolean} similar  take each word for similar ones too
   * @returns {Match | null}
   */
  matchWords(words, similar) {
    let guessed = similar;
    const found = words.map((word) => {
      const exact = this.scoresOf(word, similar);
      if (similar || hasAny(exact)) return exact;
      guessed = true;
      return this.scoresOf(word, true);
    });
    return this.finish(found, guessed);
  }

  /**
   * @param {string[]} words
   * @returns {Promise<Match | null>}
   */
  async matchSimilar(words) {
    if (this.source.whole) return this.matchWords(words, true);
    await this.source.loadWords(words.map((word) => word[0]));
    const near = this.matchWords(words, true);
    if (near) return near;
    await this.source.loadWords(words, true);
    return this.matchWords(words, true);
  }

  /**
   * How well each row meets one word.
   * @param {string} word
   * @param {boolean} similar
   * @returns {Uint8Array}
   */
  scoresOf(word, similar) {
    const lists = this.source.words();
    if (lists.length !== this.keptLists) this.kept.clear();
    this.keptLists = lists.length;
    const key = `${similar ? "~" : "="}${word}`;
    let scores = this.kept.get(key);
    if (!scores) {
      const all = [...lists, this.labels.list];
      const hits = all.map((list) => [
        ...meaningsOf(word).flatMap((meaning) => list.starting(meaning)),
        ...(similar ? list.similar(word) : []),
      ]);
      scores = this.spread(hits.slice(0, -1).flat(), hits[hits.length - 1]);
      if (this.kept.size >= KEPT) this.kept.delete(this.kept.keys().next().value || "");
      this.kept.set(key, scores);
    }
    return scores;
  }

  /**
   * Hits on rows, which the parts of a company share, and on labels.
   * @param {Hit[]} hits
   * @param {Hit[]} labelHits
   */
  spread(hits, labelHits) {
    const scores = new Uint8Array(this.register.size);
    for (const { places, quality } of hits) {
      for (let n = 0; n < places.length; n++) {
        const row = places[n] >> 1;
        const worth = places[n] & 1 ? quality * FURTHER : quality;
        if (scores[row] < worth) scores[row] = worth;
      }
    }
    this.inherit(scores);
    this.spreadLabels(scores, labelHits);
    return scores;
  }

  /** @param {Uint8Array} scores */
  inherit(scores) {
    let at = 0;
    for (const size of this.register.families.sizes) {
      const handed = scores[at] * INHERITED;
      for (let row = at + 1; handed && row <= at + size; row++)
        if (scores[row] < handed) scores[row] = handed;
      at += size + 1;
    }
  }

  /**
   * @param {Uint8Array} scores
   * @param {Hit[]} hits
   */
  spreadLabels(scores, hits) {
    for (const [facet, worth] of this.worthOfValues(hits)) {
      const groups = Uint8Array.from(facet.groups, (group) =>
        group.reduce((most, value) => Math.max(most, worth[value]), 0),
      );
      const of = facet.of;
      for (let row = 0; row < scores.length; row++) {
        const label = groups[of[row]];
        if (label > scores[row]) scores[row] = label;
      }
    }
  }

  /** @param {Hit[]} hits */
  worthOfValues(hits) {
    /** @type {Map<import("./register.js").Facet, Uint8Array>} */
    const worths = new Map();
    for (const { places, quality } of hits) {
      for (const place of places) {
        const { facet, value } = this.labels.values[place];
        const worth = worths.get(facet) || new Uint8Array(facet.ids.length);
        worths.set(facet, worth);
        worth[value] = Math.max(worth[value], quality * LABELLED);
      }
    }
    return worths;
  }

  /**
   * The rows that meet every word; null if there is none.
   * @param {Uint8Array[]} words
   * @param {boolean} similar
   * @returns {Match | null}
   */
  finish(words, similar) {
    const scores = new Uint16Array(words[0]);
    for (const word of words.slice(1)) {
      for (let row = 0; row < scores.length; row++)
        scores[row] = scores[row] && word[row] ? scores[row] + word[row] : 0;
    }
    if (!hasAny(scores)) return null;
    this.favour(scores, words.length);
    return { scores, similar };
  }

  /**
   * Prefer names that the query covers, and kinds that people mostly mean.
   * @param {Uint16Array} scores
   * @param {number} words
   */
  favour(scores, words) {
    const { kind, kinds } = this.register.families;
    const bonus = kinds.map(([id]) => KIND_BONUS[id] || 0);
    const lengths = this.register.lengths;
    for (let row = 0; row < scores.length; row++) {
      if (!scores[row]) continue;
      const own = scores[row] >= words * NEARLY ? lengths[row] : 0;
      scores[row] +=
        bonus[kind[row]] + (own ? Math.round(WHOLE_NAME * Math.min(1, words / own)) : 0);
    }
  }
}

/**
 * Whether any number is not 0.
 * @param {Uint8Array | Uint16Array} numbers
 */
function hasAny(numbers) {
  for (let n = 0; n < numbers.length; n++) if (numbers[n]) return true;
  return false;
}
