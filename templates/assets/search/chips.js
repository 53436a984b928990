/** The chosen facet values → a list of buttons, each of which takes one away. */

import { put } from "../idioma/decir.js";
import { filterName } from "./naming.js";
import { make, rewriteOwn } from "./results.js";
import { TEXTS, facetName, isOwnFacet } from "./texts.js";

/** @typedef {import("./search.js").Search} Search */

/**
 * @typedef {object} Removal
 * @property {(facet: string, id: string) => void} remove
 * @property {() => void} removeAll
 */

/**
 * Fill `place` with the chosen values; empty and hidden if there is none.
 * @param {HTMLElement} place
 * @param {Search} search
 * @param {Record<string, string[]>} chosen
 * @param {Removal} removal
 */
export function showChips(place, search, chosen, removal) {
  const pairs = Object.entries(chosen).flatMap(([facet, ids]) => ids.map((id) => ({ facet, id })));
  place.hidden = !pairs.length;
  const chips = pairs.map(({ facet, id }) => {
    const value = valueChosen(search, facet, id);
    const text = `${facetName(facet)}: {value} ×`;
    const name = `${facetName(facet)}: ${value}`;
    const made = chip(TEXTS.removeFilter(name), () => removal.remove(facet, id));
    if (isOwnFacet(facet)) rewriteOwn(made.button, text, { value });
    else made.button.textContent = put(text, { value });
    return made.item;
  });
  if (pairs.length > 1) {
    const all = chip(TEXTS.removeAll, removal.removeAll);
    all.button.textContent = TEXTS.removeAllShort;
    chips.push(all.item);
  }
  place.replaceChildren(...chips);
}

/**
 * @param {Search} search
 * @param {string} facetId
 * @param {string} id
 */
function valueChosen(search, facetId, id) {
  const facet = search.register.facet(facetId);
  const value = facet ? facet.ids.indexOf(id) : -1;
  return facet && value >= 0 ? filterName(search, facet, value) : id;
}

/**
 * @param {string} name
 * @param {() => void} remove
 */
function chip(name, remove) {
  const item = make("li");
  const button = make("button", "apl-elegido");
  button.setAttribute("type", "button");
  button.setAttribute("aria-label", name);
  button.addEventListener("click", remove);
  item.append(button);
  return { item, button };
}
