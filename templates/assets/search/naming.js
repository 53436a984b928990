/** A value of a facet → its name as filters and chips show it. */

import { IN_FORCE, SOON } from "./ageing.js";
import { momentOf } from "./results.js";
import { TEXTS, valueName } from "./texts.js";

/**
 * @typedef {import("./search.js").Search} Search
 * @typedef {import("./register.js").Facet} Facet
 */

/**
 * The name of a value as a filter shows it; green words are doubted when the data are old.
 * @param {Search} search
 * @param {Facet} facet
 * @param {number} value
 */
export function filterName(search, facet, value) {
  const { age, trust, soon } = momentOf(search);
  if (facet.id === SOON) return TEXTS.soon(soon);
  const name = valueName(facet.id, facet.ids[value], facet.labels[value]);
  const green = facet.id === "estado" && IN_FORCE.includes(facet.ids[value]);
  return green && age > trust ? TEXTS.unconfirmed(age) : name;
}
