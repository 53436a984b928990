/** Blocks of the index → the texts of single rows, put together only when they are asked for. */

import { MARKED_FACETS, SEPARATOR, unmark } from "./marks.js";

/**
 * @typedef {import("./register.js").Register} Register
 * @typedef {import("./marks.js").Known} Known
 */

/**
 * @typedef {object} RowTexts
 * @property {string} title
 * @property {string} detail
 * @property {string} path
 * @property {string[]} words
 * @property {string[]} codes
 * @property {string} parent  the title of its head, "" for a head
 */

export class Block {
  /**
   * @param {any} part  as `blocks.py` describes it
   * @param {number} start  the number of its first row
   * @param {Register} register
   */
  constructor(part, start, register) {
    this.start = start;
    this.register = register;
    /** @type {string[]} */
    this.titles = part.titles.split("\n");
    /** @type {string[]} */
    this.details = part.details.split("\n");
    /** @type {string[]} */
    this.paths = part.paths.split("\n");
    /** @type {string[]} */
    this.words = part.words.split("\n");
    this.codes = readCodes(part, register.families.kind.subarray(start, start + this.titles.length));
  }

  /**
   * Everything a result shows of a row.
   * @param {number} row
   * @returns {RowTexts}
   */
  texts(row) {
    const head = this.register.families.head[row];
    const known = this.known(row);
    return {
      title: this.title(row),
      detail: unmark(this.details[row - this.start], known),
      path: this.path(row),
      words: this.names(row),
      codes: this.codes[row - this.start],
      parent: head === row ? "" : this.title(head),
    };
  }

  /**
   * @param {number} row
   * @returns {string}
   */
  title(row) {
    return unmark(this.titles[row - this.start], this.known(row));
  }

  /**
   * The further names of a row.
   * @param {number} row
   * @returns {string[]}
   */
  names(row) {
    const line = this.words[row - this.start];
    if (!line) return [];
    const known = this.known(row);
    return line.split(SEPARATOR).map((word) => unmark(word, known));
  }

  /**
   * @param {number} row
   * @returns {string}
   */
  path(row) {
    const known = { ...this.known(row), parent: () => this.path(this.register.families.head[row]) };
    return unmark(this.paths[row - this.start], known);
  }

  /**
   * @param {number} row
   * @returns {Known}
   */
  known(row) {
    const head = this.register.families.head[row];
    return {
      parent: () => this.title(head),
      code: () => this.codes[row - this.start][0],
      member: (n) => this.title(head + 1 + n),
      label: (facet, place) => this.register.labelAt(MARKED_FACETS[facet], row, place),
      title: () => this.title(row),
    };
  }
}

/**
 * The codes of each row of a block; `kinds` are the kinds of its rows.
 * @param {any} part
 * @param {Uint8Array} kinds
 * @returns {string[][]}
 */
function readCodes(part, kinds) {
  const order = Array.from(kinds.keys()).sort((a, b) => kinds[a] - kinds[b] || a - b);
  const others = part.others.split("\n").values();
  let [codes, ruts] = [0, 0];
  /** @type {string[][]} */
  const result = Array(kinds.length);
  part.forms.split("\n").forEach((/** @type {string} */ forms, /** @type {number} */ n) => {
    result[order[n]] = Array.from(forms, (form) => {
      if (form === "c") return part.codes.slice(codes, (codes += 8));
      if (form === "r") return dashed(part.ruts.slice(ruts, (ruts += 9)));
      return others.next().value;
    });
  });
  return result;
}

/** @param {string} nine */
function dashed(nine) {
  return `${nine.slice(0, 8).replace(/^0+/, "")}-${nine.slice(8)}`;
}
