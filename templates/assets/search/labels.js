/** The labels of kinds and facets → the words by which whole groups of rows are found. */

import { indexWords } from "./fold.js";
import { IS_TRANSLATED } from "../idioma/decir.js";
import { kindNames, valueName } from "./texts.js";
import { KIND } from "./register.js";
import { invert } from "./words.js";

/**
 * @typedef {import("./register.js").Register} Register
 * @typedef {import("./register.js").Facet} Facet
 * @typedef {import("./words.js").WordList} WordList
 */

/** Facets that people name in a search; "sin sello" is not what somebody seeks with "sello". */
const NAMED = [KIND, "estado", "comuna", "region", "rubro", "sector", "acuerdo", "anio"];

/**
 * @typedef {object} LabelWords
 * @property {WordList} list  whose places are those in `values`
 * @property {{facet: Facet, value: number}[]} values
 */

/**
 * @param {Register} register
 * @returns {LabelWords}
 */
export function labelWords(register) {
  /** @type {LabelWords["values"]} */
  const values = [];
  /** @type {string[]} */
  const names = [];
  /** @type {Map<string, number>} */
  const numbers = new Map();
  /** @type {number[]} */
  const wordOf = [];
  /** @type {number[]} */
  const valueOf = [];
  for (const facet of register.facets.filter((one) => NAMED.includes(one.id))) {
    facet.labels.forEach((label, value) => {
      const place = values.push({ facet, value }) - 1;
      for (const word of new Set(indexWords(searchable(facet, value, label)))) {
        if (!numbers.has(word)) numbers.set(word, names.push(word) - 1);
        wordOf.push(numbers.get(word) || 0);
        valueOf.push(place);
      }
    });
  }
  return { list: invert(names, Int32Array.from(wordOf), Int32Array.from(valueOf)), values };
}

/**
 * @param {Facet} facet
 * @param {number} value
 * @param {string} label
 */
function searchable(facet, value, label) {
  const id = facet.ids[value];
  if (facet.id === KIND) return kindNames(id, label);
  return IS_TRANSLATED ? `${label} ${valueName(facet.id, id, label)}` : label;
}
