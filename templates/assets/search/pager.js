/** A page among pages → links to the ones beside it. */

import { written } from "../idioma/decir.js";
import { writeState } from "./address.js";
import { make } from "./results.js";
import { TEXTS } from "./texts.js";

/** @typedef {import("./address.js").State} State */

const BESIDE = 2;

/**
 * Fill `place` with links to other pages of the same question; empty for a single page.
 * @param {HTMLElement} place
 * @param {State} state
 * @param {number} pages
 */
export function showPager(place, state, pages) {
  place.replaceChildren();
  place.hidden = pages < 2;
  if (pages < 2) return;
  const list = make("ol", "apl-paginas");
  if (state.page > 1) list.append(link(state, state.page - 1, TEXTS.previous));
  let last = 0;
  for (const page of nearby(state.page, pages)) {
    if (page > last + 1) list.append(gap());
    list.append(link(state, page, written(page)));
    last = page;
  }
  if (state.page < pages) list.append(link(state, state.page + 1, TEXTS.next));
  place.append(list);
}

/**
 * @param {number} page
 * @param {number} pages
 */
function nearby(page, pages) {
  const around = Array.from({ length: 2 * BESIDE + 1 }, (_, n) => page - BESIDE + n);
  const all = [1, ...around.filter((one) => one > 1 && one < pages), pages];
  return [...new Set(all)];
}

function gap() {
  const item = make("li", "apl-paginas__hueco", "…");
  item.setAttribute("aria-hidden", "true");
  return item;
}

/**
 * @param {State} state
 * @param {number} page
 * @param {string} text
 */
function link(state, page, text) {
  const item = make("li");
  const anchor = make("a", "", text);
  anchor.setAttribute("href", writeState({ ...state, page }) || "#");
  if (text === written(page)) anchor.setAttribute("aria-label", TEXTS.pageLabel(page));
  if (page === state.page && text === written(page)) anchor.setAttribute("aria-current", "page");
  item.append(anchor);
  return item;
}
