/** All texts of a small register → its words and keys, made in the browser. */

import { STOPWORDS, fold, indexWords, keyOf } from "./fold.js";
import { SEPARATOR, isLabel, isMarked } from "./marks.js";
import { invert } from "./words.js";

/**
 * @typedef {import("./register.js").Register} Register
 * @typedef {import("./blocks.js").Block} Block
 * @typedef {import("./words.js").WordList} WordList
 */

const PIECES = /[\p{L}\p{N}]+/gu;
/** Texts that need `indexWords` itself: with points, apostrophes, or what may be a legal form. */
const SUBTLE =
  /['`\u00b4\u02bc\u2018\u2019.]|[^\p{L}\p{N}](?:s a|sa|s p a|spa|e i r l|eirl|ltda|limitada|c[ií]a|compañ[ií]a|acciones|an[oó]nima|abierta|cerrada)\P{L}*$/iu;

/**
 * The words of all rows; fills in the lengths of the titles of heads.
 * @param {Block[]} blocks
 * @param {Register} register
 * @returns {WordList}
 */
export function localWords(blocks, register) {
  const gatherer = new WordGatherer();
  for (const block of blocks) {
    block.titles.forEach((line, n) => {
      const row = block.start + n;
      const title = isMarked(line) ? block.title(row) : line;
      const count = gatherer.add(row, title);
      if (register.families.head[row] === row) register.lengths[row] = count;
      if (block.words[n]) for (const name of ownNames(block, row)) gatherer.add(row, name);
    });
  }
  return gatherer.finished();
}

/**
 * The codes, RUTs and numbers of all rows, as they are compared.
 * @param {Block[]} blocks
 * @returns {{keys: string[], rows: number[]}}
 */
export function localKeys(blocks) {
  /** @type {{keys: string[], rows: number[]}} */
  const found = { keys: [], rows: [] };
  for (const block of blocks) {
    block.codes.forEach((codes, n) => {
      for (const code of codes) {
        found.keys.push(keyOf(code));
        found.rows.push(block.start + n);
      }
    });
  }
  return found;
}

/**
 * The further names of a row, without the labels of its facets: these are found as facets.
 * @param {Block} block
 * @param {number} row
 */
function ownNames(block, row) {
  const marked = block.words[row - block.start].split(SEPARATOR);
  if (!marked.some((word) => !isLabel(word))) return [];
  return block.names(row).filter((_, n) => !isLabel(marked[n]));
}

class WordGatherer {
  constructor() {
    /** @type {string[]} */
    this.names = [];
    /** @type {Map<string, number>} */
    this.numbers = new Map();
    /** @type {Map<string, number>} */
    this.pieces = new Map();
    /** @type {number[]} */
    this.words = [];
    /** @type {number[]} */
    this.rows = [];
  }

  /**
   * Note the words of one text; says how many there are.
   * @param {number} row
   * @param {string} text
   */
  add(row, text) {
    const start = this.words.length;
    if (SUBTLE.test(text)) this.addSlowly(row, text);
    else this.addPieces(row, text.match(PIECES) || []);
    return this.words.length - start;
  }

  /**
   * @param {number} row
   * @param {string} text
   */
  addSlowly(row, text) {
    for (const word of indexWords(text)) this.note(row, this.number(word));
  }

  /**
   * The same as `indexWords` for a plain text, each piece folded once.
   * @param {number} row
   * @param {string[]} pieces
   */
  addPieces(row, pieces) {
    const words = pieces.map((piece) => this.pieceNumber(piece));
    const kept = words.filter((word) => !STOPWORDS.has(this.names[word]));
    for (const word of kept.length ? kept : words) this.note(row, word);
  }

  /**
   * @param {number} row
   * @param {number} word
   */
  note(row, word) {
    this.words.push(word);
    this.rows.push(row);
  }

  /** @param {string} piece */
  pieceNumber(piece) {
    let number = this.pieces.get(piece);
    if (number === undefined) this.pieces.set(piece, (number = this.number(fold(piece))));
    return number;
  }

  /** @param {string} word */
  number(word) {
    let number = this.numbers.get(word);
    if (number === undefined) {
      number = this.names.push(word) - 1;
      this.numbers.set(word, number);
    }
    return number;
  }

  finished() {
    return invert(this.names, Int32Array.from(this.words), Int32Array.from(this.rows));
  }
}
