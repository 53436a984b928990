/** Messages, numbers and the register's own words → what a page in either edition says. */

import { EDITION } from "./edicion.js";

const NUMBER_FORM = new Intl.NumberFormat(EDITION.locale, { useGrouping: /** @type {any} */ ("always") });
const NAMED_HOLE = /\{(\w+)\}/;

/** Whether the page speaks another language than the register's records. */
export const IS_TRANSLATED = EDITION.prefix !== "";

/**
 * "1.231"
 * @param {number} number
 */
export function written(number) {
  return NUMBER_FORM.format(number);
}

/**
 * A message with its `{names}` in place, as far as they are known.
 * @param {string} message
 * @param {Record<string, string>} words
 */
export function put(message, words) {
  return message.split(NAMED_HOLE).map((piece, at) => (at % 2 ? (words[piece] ?? `{${piece}}`) : piece)).join("");
}

/**
 * A message with its `{n}` in place.
 * @param {string} message
 * @param {number} number
 */
export function counted(message, number) {
  return put(message, { n: written(number) });
}

/**
 * Say that an element's text is the register's own, or that it is not.
 * @template {HTMLElement} T
 * @param {T} element
 * @param {boolean} [isOwn]
 */
export function own(element, isOwn = true) {
  if (IS_TRANSLATED && isOwn) element.lang = "es";
  else if (element.lang) element.removeAttribute("lang");
  return element;
}

/**
 * A message with the register's own words in place, as what stands in an element.
 * @param {string} message
 * @param {Record<string, string>} words
 * @returns {(string | HTMLElement)[]}
 */
export function putOwn(message, words) {
  if (!IS_TRANSLATED) return [put(message, words)];
  const pieces = message.split(NAMED_HOLE).map((piece, at) => (at % 2 ? ownWords(words[piece]) : piece));
  return pieces.filter((piece) => piece !== "");
}

/**
 * The register's own words within other text.
 * @param {string} text
 */
export function ownWords(text) {
  const element = document.createElement("span");
  element.textContent = text;
  return own(element);
}
