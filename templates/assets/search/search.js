/** A question (words, facets, order) → its answer: rows, counts, and whether words were guessed. */

import { bringToDay } from "./ageing.js";
import { byLastDay, byScore, select } from "./browse.js";
import { today } from "./days.js";
import { Matcher } from "./match.js";
import { openIndex } from "./source.js";

/**
 * @typedef {import("./parts.js").Site} Site
 * @typedef {import("./source.js").Source} Source
 * @typedef {import("./counts.js").Counts} Counts
 */

/** @typedef {"relevancia" | "nombre" | "vencimiento"} Order */

/**
 * @typedef {object} Question
 * @property {string} q
 * @property {Record<string, string[]>} chosen  facet → ids of values
 * @property {Order} order
 */

/**
 * @typedef {object} Answer
 * @property {Int32Array} rows  in the order asked for
 * @property {Counts} counts
 * @property {boolean} similar
 */

/**
 * Open the search of a site.
 * @param {Site} site
 */
export async function openSearch(site) {
  return new Search(await openIndex(site));
}

export class Search {
  /** @param {Source} source */
  constructor(source) {
    this.source = source;
    this.register = source.register;
    this.matcher = new Matcher(source);
    this.today = today();
  }

  /**
   * @param {Question} question
   * @returns {Promise<Answer>}
   */
  async ask(question) {
    const match = await this.matcher.match(question.q);
    if (question.order === "vencimiento") await this.loadDays();
    const { rows, counts } = select(this.register, question.chosen, match && match.scores);
    return {
      rows: this.order(rows, question.order, match && match.scores),
      counts,
      similar: Boolean(match?.similar),
    };
  }

  /** Bring the statuses to the reader's day and learn what runs out soon. */
  async loadDays() {
    await this.source.loadDays();
    bringToDay(this.register, this.today, this.source.site.soon);
  }

  /**
   * @param {Int32Array} rows
   * @param {Order} order
   * @param {Uint16Array | null} scores
   */
  order(rows, order, scores) {
    if (order === "vencimiento" && this.register.days)
      return byLastDay(rows, this.register.days.last, this.today);
    return order === "relevancia" && scores ? byScore(rows, scores) : rows;
  }
}
