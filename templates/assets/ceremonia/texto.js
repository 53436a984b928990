/** Texts of cells and headers → their plain forms; patterns are the generator's own. */

import { fold, withoutLegalForm } from "../search/fold.js";
import { CEREMONY } from "./tablas.js";

const SMALL_WORDS = new Set(CEREMONY.small);

/**
 * A pattern of the generator's by its name.
 * @param {string} name
 * @param {string} [more]  further flags
 */
export function pattern(name, more = "") {
  const [source, flags] = CEREMONY.patterns[name];
  return new RegExp(source, flags + more);
}

/**
 * The same pattern, for a text that is nothing else.
 * @param {string} name
 */
export function wholePattern(name) {
  const [source, flags] = CEREMONY.patterns[name];
  return new RegExp(`^(?:${source})$`, flags);
}

const FORBIDDEN_SIGNS = pattern("forbidden", "g");
const HINT = pattern("hint", "g");
const NUMBERED = pattern("numbered");

/**
 * Without the spaces, hard spaces and invisible signs that come with copy and paste.
 * @param {string} text
 */
export function tidy(text) {
  const lines = text.replace(/\r\n?/g, "\n").replace(/\t/g, " ");
  return lines.replace(/[\u00a0\u202f]/g, " ").replace(FORBIDDEN_SIGNS, "").trim();
}

/**
 * Whether a cell shows nothing.
 * @param {string | undefined} cell
 */
export function isBlank(cell) {
  return cell === undefined || tidy(cell) === "";
}

/**
 * A header's words without accents, hints in brackets and small words.
 * @param {string} header
 */
export function plainHeader(header) {
  const bare = header.replace(NUMBERED, "").replace(HINT, " ").replace(/[°º]/g, "o ");
  const words = fold(bare).split(" ").filter(Boolean);
  return words.filter((word) => !SMALL_WORDS.has(word)).join(" ") || words.join(" ");
}

/**
 * A name for comparing: without case, accents and legal suffix.
 * @param {string} text
 */
export function nameKey(text) {
  return withoutLegalForm(fold(text).split(" ")).join(" ");
}

/**
 * A text on one line, short enough to be read.
 * @param {unknown} value
 */
export function oneLine(value) {
  const text = String(value).split(/\s+/).filter(Boolean).join(" ");
  return text.length <= 200 ? text : `${text.slice(0, 199)}…`;
}
