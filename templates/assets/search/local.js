/** All texts of a small register → its words and keys, made in the browser. */

import {
  SHORT_FORMS,
  STOPWORDS,
  indexWords,
  keyOf,
  unaccented,
  withoutLegalForm,
} from "./fold.js";
import { LABELS, SEPARATOR, isLabel, memberMarked } from "./marks.js";
import { invert, placeOf } from "./words.js";

/**
 * @typedef {import("./register.js").Register} Register
 * @typedef {import("./blocks.js").Block} Block
 * @typedef {import("./words.js").WordList} WordList
 */

const PIECES = /[0-9A-Za-z\xaa\xb5\xba\xc0-\xd6\xd8-\xf6\xf8-\u024f]+/g;
/** Texts in which pieces are no words: initials with points, apostrophes, rare letters. */
const SUBTLE = /['`\xb2-\xb4\xb9\xbc-\xbe]|\..|[\u0250-\udfff\uf900-\uffff]/;
const SHORT_LEGAL_FORMS = new Set("spa ltda limitada sa eirl".split(" "));
const LONG_LEGAL_FORMS = new Set(
  "a l cia compania acciones anonima abierta cerrada responsabilidad y".split(" "),
);

/**
 * The words of all rows; fills in the lengths of the titles of heads.
 * @param {Block[]} blocks
 * @param {Register} register
 * @returns {WordList}
 */
export function localWords(blocks, register) {
  const gatherer = new WordGatherer(register.size);
  const { head } = register.families;
  for (const block of blocks) {
    block.titles.forEach((line, n) => {
      const row = block.start + n;
      gatherer.addTitle(block, row, line);
      if (head[row] === row) register.lengths[row] = gatherer.lengthOf(row);
      if (block.words[n]) gatherer.addNames(block, row, head[row]);
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

/** Gathers pairs of words and places; works on marked texts, because most labels come many times. */
class WordGatherer {
  /** @param {number} size */
  constructor(size) {
    /** @type {string[]} */
    this.names = [];
    /** @type {Map<string, number>} */
    this.numbers = new Map();
    /** @type {Map<string, number>} */
    this.pieces = new Map();
    /** @type {Map<string, number[]>} */
    this.texts = new Map();
    /** @type {Map<string, number[]>} */
    this.labels = new Map();
    /** @type {number[]} */
    this.words = [];
    /** The numbers of the stop words. */
    this.stops = new Set(Array.from(STOPWORDS, (word) => this.number(word)));
    /** The numbers of short forms and of what they stand for. */
    this.inFull = new Map(
      Array.from(SHORT_FORMS, ([short, long]) => [this.number(short), this.number(long)]),
    );
    /** @type {number[]} */
    this.places = [];
    /** Where the words of each title begin and end. */
    this.starts = new Int32Array(size);
    this.ends = new Int32Array(size);
  }

  /**
   * @param {Block} block
   * @param {number} row
   * @param {string} line  the marked title
   */
  addTitle(block, row, line) {
    this.starts[row] = this.words.length;
    for (const word of this.textWords(line)) this.note(placeOf(row), word);
    for (const mark of line.match(LABELS) || [])
      this.addLabel(placeOf(row), block.label(row, mark.charCodeAt(0)));
    this.ends[row] = this.words.length;
  }

  /**
   * The further names of a row, without the labels of its facets: these are found as facets.
   * @param {Block} block
   * @param {number} row
   * @param {number} head
   */
  addNames(block, row, head) {
    const place = placeOf(row, block.register.kind(row) !== "empresa");
    for (const word of block.words[row - block.start].split(SEPARATOR)) {
      if (isLabel(word)) continue;
      const member = memberMarked(word);
      if (member >= 0) this.copyTitle(place, head + 1 + member);
      else for (const one of this.textWords(word)) this.note(place, one);
    }
  }

  /** @param {number} row */
  lengthOf(row) {
    return this.ends[row] - this.starts[row];
  }

  /**
   * @param {number} place
   * @param {number} other
   */
  copyTitle(place, other) {
    for (let at = this.starts[other]; at < this.ends[other]; at++) this.note(place, this.words[at]);
  }

  /**
   * @param {number} place
   * @param {string} label
   */
  addLabel(place, label) {
    let words = this.labels.get(label);
    if (!words)
      this.labels.set(label, (words = indexWords(label).map((word) => this.number(word))));
    for (const word of words) this.note(place, word);
  }

  /**
   * The words of a text, once for all its rows ("Bodega" and a mark); marks in it are no words.
   * @param {string} text
   */
  textWords(text) {
    let words = this.texts.get(text);
    if (words) return words;
    if (SUBTLE.test(text)) words = indexWords(text).map((word) => this.number(word));
    else words = this.kept((text.match(PIECES) || []).map((piece) => this.pieceNumber(piece)));
    this.texts.set(text, words);
    return words;
  }

  /**
   * The same as `indexWords` does, for pieces that are words.
   * @param {number[]} words
   */
  kept(words) {
    const whole = words.slice(0, this.ownLength(words));
    const kept = whole.filter((word) => !this.stops.has(word));
    const own = kept.length ? kept : whole;
    const inFull = own.map((word) => this.inFull.get(word)).filter((word) => word !== undefined);
    return inFull.length ? own.concat(inFull) : own;
  }

  /**
   * How many words come before the legal form; the usual short ones are told at a glance.
   * @param {number[]} words
   */
  ownLength(words) {
    const [before, last] = words.slice(-2).map((word) => this.names[word]);
    const plain =
      !LONG_LEGAL_FORMS.has(before) && !SHORT_LEGAL_FORMS.has(before) && !LONG_LEGAL_FORMS.has(last);
    if (words.length < 2 || (plain && !SHORT_LEGAL_FORMS.has(last))) return words.length;
    if (plain) return words.length - 1;
    return withoutLegalForm(words.map((word) => this.names[word])).length;
  }

  /**
   * @param {number} place
   * @param {number} word
   */
  note(place, word) {
    this.words.push(word);
    this.places.push(place);
  }

  /** @param {string} piece */
  pieceNumber(piece) {
    let number = this.pieces.get(piece);
    if (number === undefined) this.pieces.set(piece, (number = this.number(unaccented(piece))));
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
    return invert(this.names, Int32Array.from(this.words), Int32Array.from(this.places));
  }
}
