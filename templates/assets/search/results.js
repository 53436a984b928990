/** Rows of an answer → what a list shows of each. */

import { IS_TRANSLATED, put, putOwn } from "../idioma/decir.js";
import { EDITION } from "../idioma/edicion.js";
import { writtenCode } from "../estado/codigo.js";
import { fold, tokens } from "./fold.js";
import { hrefOf } from "./parts.js";
import { KIND } from "./register.js";
import { companyWord, statusWord } from "./status.js";
import { dayNumber } from "./days.js";
import { TEXTS, valueName } from "./texts.js";

/**
 * @typedef {import("./search.js").Search} Search
 * @typedef {import("./status.js").StatusWord} StatusWord
 */

/**
 * @typedef {object} Result
 * @property {string} href
 * @property {string} title
 * @property {string} kind
 * @property {string} company  the name of the company it belongs to, "" if it says so itself
 * @property {string} detail
 * @property {string} also  the further name by which it was found, "" if the title tells
 * @property {StatusWord | null} status
 * @property {boolean} example
 * @property {boolean} ownTitle  whether the title is in the register's own words,
 * @property {boolean} ownDetail  and the detail
 */

/**
 * How old the data are and until when they can be trusted, on the reader's day.
 * @param {Search} search
 */
export function momentOf(search) {
  const { day, trust, soon } = search.source.site;
  const age = day ? Math.max(0, search.today - dayNumber(day)) : 0;
  return { today: search.today, age, trust, soon };
}

/**
 * What a list shows of a row, whose texts must be loaded.
 * @param {Search} search
 * @param {number} row
 * @param {string} q
 * @returns {Result}
 */
export function resultOf(search, row, q) {
  const { register, source } = search;
  const texts = source.texts(row);
  const kind = register.kind(row);
  return {
    href: hrefOf(source.site, texts.path),
    ...titleOf(kind, texts),
    kind: valueName(KIND, kind, register.labelAt(KIND, row)),
    company: texts.title.includes(texts.parent) ? "" : texts.parent,
    also: foundBy(texts, q),
    status: statusOf(search, row),
    example: register.examples[row] === 1,
  };
}

/**
 * Title and detail; of pages that the edition has, and of codes, they are the edition's own.
 * @param {string} kind
 * @param {import("./blocks.js").RowTexts} texts
 */
export function titleOf(kind, { title, detail, path, codes }) {
  const known = { title, detail, ownTitle: true, ownDetail: true };
  if (!IS_TRANSLATED) return known;
  const page = EDITION.pages[path];
  if (page) return { title: page[0], detail: page[1], ownTitle: false, ownDetail: false };
  const message = TEXTS.code[kind];
  if (!message || !codes.length) return known;
  return { ...known, title: put(message, { code: writtenCode(codes[0]) }), ownTitle: false };
}

/**
 * @param {Search} search
 * @param {number} row
 */
export function statusOf(search, row) {
  const { register } = search;
  if (register.kind(row) === "empresa") {
    const elements = register.members(row, "elemento");
    const statuses = elements.flatMap((element) => register.ids("estado", element));
    return companyWord(statuses, momentOf(search));
  }
  const [status = ""] = register.ids("estado", row);
  const days = register.days;
  const first = days ? days.first[row] : 0;
  const last = days ? days.last[row] : 0;
  return statusWord(
    { status, label: register.labelAt("estado", row), first, last },
    momentOf(search),
  );
}

/** What marks a fictional row. */
export function exampleTag() {
  const tag = make("span", "apl-resultado__ejemplo", TEXTS.example);
  tag.title = TEXTS.exampleHint;
  return tag;
}

/**
 * An element with a class and a text.
 * @param {string} name
 * @param {string} [className]
 * @param {string} [text]
 */
export function make(name, className, text) {
  const element = document.createElement(name);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}

/**
 * Write a text where it differs, so that the browser draws only what has changed.
 * @param {HTMLElement} element
 * @param {string} text
 */
export function rewrite(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/**
 * The same for a message with some words of the register's own, or of the kind, in it.
 * @param {HTMLElement} element
 * @param {string} message
 * @param {Record<string, string>} words
 */
export function rewriteOwn(element, message, words) {
  if (!IS_TRANSLATED) rewrite(element, put(message, words));
  else element.replaceChildren(...putOwn(message, words));
}

/**
 * @param {import("./blocks.js").RowTexts} texts
 * @param {string} q
 */
function foundBy(texts, q) {
  if (!q || !texts.words.length) return "";
  const shown = fold(`${texts.title} ${texts.detail} ${texts.parent}`);
  const sought = tokens(q).filter((word) => word.length > 2 && !shown.includes(word));
  return texts.words.find((name) => sought.some((word) => fold(name).includes(word))) || "";
}
