/** The site → its index, part by part as it is needed. */

import { Block } from "./blocks.js";
import { decodeDays } from "./days.js";
import { localKeys, localWords } from "./local.js";
import { StaleIndex, loadPart } from "./parts.js";
import { Register } from "./register.js";
import { BEGINNING, EXACT, placeOf, readSlice } from "./words.js";

/**
 * @typedef {import("./parts.js").Site} Site
 * @typedef {import("./words.js").WordList} WordList
 * @typedef {import("./words.js").Hit} Hit
 */

const VERSION = 1; // of the index, as `files.py` writes it

/**
 * Open the index: its first part, which tells kinds and facets.
 * @param {Site} site
 */
export async function openIndex(site) {
  const part = await loadPart(site, "facetas");
  if (part.version !== VERSION) throw new StaleIndex(String(part.version));
  return new Source(site, new Register(part));
}

export class Source {
  /**
   * @param {Site} site
   * @param {Register} register
   */
  constructor(site, register) {
    this.site = site;
    this.register = register;
    /** Whether the browser takes all texts and makes the list of words itself. */
    this.whole = register.firstWords.length === 0;
    /** @type {(Block | undefined)[]} */
    this.blocks = [];
    /** @type {(WordList | undefined)[]} */
    this.wordLists = [];
    /** @type {(WordList | undefined)[]} */
    this.keyLists = [];
    /** @type {{keys: string[], rows: number[]} | null} */
    this.ownKeys = null;
  }

  /**
   * The texts of these rows.
   * @param {number[]} rows
   */
  async loadTexts(rows) {
    const wanted = [...new Set(rows.map((row) => this.register.blockOf(row)))];
    await Promise.all(wanted.filter((n) => !this.blocks[n]).map((n) => this.loadBlock(n)));
  }

  /** All texts. */
  async loadAllTexts() {
    await Promise.all(
      Array.from(this.register.blockStarts, (_, n) => this.blocks[n] || this.loadBlock(n)),
    );
  }

  /** The days of all rows. */
  async loadDays() {
    if (this.register.days) return;
    const part = await this.load("fechas");
    this.register.days = this.register.days || decodeDays(part, this.register.families);
  }

  /**
   * The lists that hold the words that begin like these, or, for `similar`, all that might be meant.
   * @param {string[]} typed
   * @param {boolean} [similar]
   */
  async loadWords(typed, similar) {
    if (this.whole) return this.makeLists();
    const firsts = this.register.firstWords;
    const wanted = similar
      ? firsts.map((_, n) => n)
      : typed.flatMap((word) => slicesFor(firsts, word));
    await this.loadSlices("palabras", this.wordLists, wanted);
  }

  /**
   * The lists that hold the keys that begin like these.
   * @param {string[]} typed
   */
  async loadKeys(typed) {
    if (this.whole) return this.makeLists();
    const wanted = typed.flatMap((key) => slicesFor(this.register.firstKeys, key));
    await this.loadSlices("claves", this.keyLists, wanted);
  }

  /**
   * What is loaded of the words.
   * @returns {WordList[]}
   */
  words() {
    return /** @type {WordList[]} */ (this.wordLists.filter(Boolean));
  }

  /**
   * Rows whose key is, or begins with, `typed`.
   * @param {string} typed
   * @returns {Hit[]}
   */
  keyHits(typed) {
    if (!this.ownKeys) return this.keyLists.flatMap((list) => (list ? list.starting(typed) : []));
    const { keys, rows } = this.ownKeys;
    return keys.flatMap((key, n) =>
      key.startsWith(typed)
        ? [{ places: Int32Array.of(placeOf(rows[n])), quality: key === typed ? EXACT : BEGINNING }]
        : [],
    );
  }

  /**
   * The block that holds a row, which must be loaded.
   * @param {number} row
   */
  texts(row) {
    const block = this.blocks[this.register.blockOf(row)];
    if (!block) throw new Error(`row ${row} is not loaded`);
    return block.texts(row);
  }

  async makeLists() {
    if (this.wordLists.length) return;
    await this.loadAllTexts();
    if (this.wordLists.length) return;
    const blocks = /** @type {Block[]} */ (this.blocks);
    this.wordLists = [localWords(blocks, this.register)];
    this.ownKeys = localKeys(blocks);
  }

  /** @param {number} n */
  async loadBlock(n) {
    const part = await this.load(`filas-${n}`);
    this.blocks[n] = this.blocks[n] || new Block(part, this.register.blockStarts[n], this.register);
  }

  /**
   * @param {string} name
   * @param {(WordList | undefined)[]} lists
   * @param {number[]} wanted
   */
  async loadSlices(name, lists, wanted) {
    const missing = [...new Set(wanted)].filter((n) => !lists[n]);
    await Promise.all(
      missing.map(async (n) => {
        const part = await this.load(`${name}-${n}`);
        lists[n] = lists[n] || readSlice(part);
      }),
    );
  }

  /** @param {string} name */
  load(name) {
    return loadPart(this.site, name, this.register.hashes[name]);
  }
}

/**
 * The slices in which words that begin with `typed` may stand.
 * @param {string[]} firsts
 * @param {string} typed
 */
function slicesFor(firsts, typed) {
  const found = [];
  for (let n = 0; n < firsts.length; n++) {
    const next = firsts[n + 1];
    const tooEarly = next !== undefined && next <= typed;
    const tooLate = firsts[n] > typed && !firsts[n].startsWith(typed);
    if (!tooEarly && !tooLate) found.push(n);
  }
  return found;
}
