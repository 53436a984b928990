/** Blocks of the index → the texts of single rows, put together only when they are asked for. */

import { SEPARATOR, labelPlace, unmark } from "./marks.js";

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

/** @type {string[]} */
const NO_CODES = [];

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
    this.codes = readCodes(
      part,
      register.families.kind.subarray(start, start + this.titles.length),
    );
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
   * The label that a mark stands for in a text of a row.
   * @param {number} row
   * @param {number} mark
   */
  label(row, mark) {
    const [facet, place] = labelPlace(mark);
    return this.register.labelAt(facet, row, place);
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
      label: (mark) => this.label(row, mark),
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
  const others = part.others.split("\n").values();
  let [codes, ruts] = [0, 0];
  /** @type {string[][]} */
  const result = Array(kinds.length).fill(NO_CODES);
  const lines = part.forms.split("\n").values();
  for (const row of byKind(kinds)) {
    const forms = lines.next().value;
    if (!forms) continue;
    result[row] = Array.from(forms, (form) => {
      if (form === "c") return part.codes.slice(codes, (codes += 8));
      if (form === "r") return dashed(part.ruts.slice(ruts, (ruts += 9)));
      return others.next().value;
    });
  }
  return result;
}

/**
 * The rows in the order of their kinds.
 * @param {Uint8Array} kinds
 */
function byKind(kinds) {
  /** @type {number[][]} */
  const rows = Array.from({ length: 1 + kinds.reduce((a, b) => Math.max(a, b), 0) }, () => []);
  kinds.forEach((kind, row) => rows[kind].push(row));
  return rows.flat();
}

/** @param {string} nine */
function dashed(nine) {
  return `${nine.slice(0, 8).replace(/^0+/, "")}-${nine.slice(8)}`;
}
