/** The chosen facet values → a list of buttons, each of which takes one away. */

import { filterName } from "./naming.js";
import { make } from "./results.js";
import { TEXTS, facetName } from "./texts.js";

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
    const name = chosenName(search, facet, id);
    return chip(`${name} ×`, TEXTS.removeFilter(name), () => removal.remove(facet, id));
  });
  if (pairs.length > 1) chips.push(chip(TEXTS.removeAllShort, TEXTS.removeAll, removal.removeAll));
  place.replaceChildren(...chips);
}

/**
 * @param {Search} search
 * @param {string} facetId
 * @param {string} id
 */
function chosenName(search, facetId, id) {
  const facet = search.register.facet(facetId);
  const value = facet ? facet.ids.indexOf(id) : -1;
  return `${facetName(facetId)}: ${facet && value >= 0 ? filterName(search, facet, value) : id}`;
}

/**
 * @param {string} text
 * @param {string} name
 * @param {() => void} remove
 */
function chip(text, name, remove) {
  const item = make("li");
  const button = make("button", "apl-elegido", text);
  button.setAttribute("type", "button");
  button.setAttribute("aria-label", name);
  button.addEventListener("click", remove);
  item.append(button);
  return item;
}
