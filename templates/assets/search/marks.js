/** Marked texts of the index → whole texts; the marks are told in `marks.py`. */

import { shortSlugOf, slugOf } from "./fold.js";

export const SEPARATOR = "\x85";

const PARENT = 0x80;
const CODE = 0x81;
const DASHED_CODE = 0x82;
const SLUG = 0x83;
const SHORT_SLUG = 0x84;
const FIRST_LABEL = 0x88;
const VALUES = 4;
const FIRST_MEMBER = 0xe000;
const LAST_MEMBER = 0xf8ff;
const MARK = /[\x80-\x84\x88-\x9f\ue000-\uf8ff]/g;

/** All marks of labels in a text. */
export const LABELS = /[\x88-\x9f]/g;

/** The facets whose labels have marks, in the order of the marks. */
const MARKED_FACETS = ["comuna", "rubro", "acuerdo", "region", "anio", "sector"];

/**
 * @typedef {object} Known  what the reader knows of a row
 * @property {() => string} parent  the title of its head (in a path: the path)
 * @property {() => string} code  its first code
 * @property {(n: number) => string} member  the title of the n-th member of its family
 * @property {(mark: number) => string} label
 * @property {() => string} title  its own title
 */

/**
 * The text with its marks replaced.
 * @param {string} text
 * @param {Known} known
 */
export function unmark(text, known) {
  return text.replace(MARK, (mark) => meaning(mark.charCodeAt(0), known));
}

/**
 * Whether the text is a mark and nothing else.
 * @param {string} text
 */
export function isLabel(text) {
  const char = text.charCodeAt(0);
  return text.length === 1 && char >= FIRST_LABEL && char < 0xa0;
}

/**
 * The facet and the place among the row's values that a mark of a label names.
 * @param {number} mark
 * @returns {[string, number]}
 */
export function labelPlace(mark) {
  const n = mark - FIRST_LABEL;
  return [MARKED_FACETS[Math.floor(n / VALUES)], n % VALUES];
}

/**
 * The place of the member of the family whose title is all that a text says, else -1.
 * @param {string} text
 */
export function memberMarked(text) {
  const char = text.charCodeAt(0);
  return text.length === 1 && char >= FIRST_MEMBER && char <= LAST_MEMBER
    ? char - FIRST_MEMBER
    : -1;
}

/**
 * @param {number} mark
 * @param {Known} known
 */
function meaning(mark, known) {
  if (mark === PARENT) return known.parent();
  if (mark === CODE) return known.code();
  if (mark === DASHED_CODE) return `${known.code().slice(0, 4)}-${known.code().slice(4)}`;
  if (mark === SLUG) return slugOf(known.title());
  if (mark === SHORT_SLUG) return shortSlugOf(known.title());
  if (mark >= FIRST_MEMBER && mark <= LAST_MEMBER) return known.member(mark - FIRST_MEMBER);
  return known.label(mark);
}
