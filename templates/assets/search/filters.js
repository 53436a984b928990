/** The facets of a register → groups of filters that stay as the reader left them. */

import { SOON } from "./ageing.js";
import { FacetBox } from "./facet.js";
import { make } from "./results.js";
import { TEXTS } from "./texts.js";

/**
 * @typedef {import("./search.js").Search} Search
 * @typedef {import("./register.js").Facet} Facet
 * @typedef {import("./counts.js").Counts} Counts
 */

/** The facets in the order they are shown. */
const SHOWN = [
  "tipo",
  "estado",
  SOON,
  "sello",
  "region",
  "comuna",
  "rubro",
  "sector",
  "acuerdo",
  "anio",
  "tamano",
];
const OPEN_BESIDE = 5; // so many of them lie open where there is room beside the list

export class Filters {
  /**
   * @param {HTMLElement} place
   * @param {Search} search
   * @param {(facet: string, id: string, on: boolean) => void} choose
   */
  constructor(place, search, choose) {
    this.place = place;
    this.search = search;
    this.choose = choose;
    /** @type {Map<string, FacetBox>} */
    this.boxes = new Map();
    if (search.register.fictional)
      place.append(make("p", "apl-facetas__nota", TEXTS.withExamples));
  }

  /**
   * Show the counts, leaving the focus where it is.
   * @param {Counts} counts
   * @param {Record<string, string[]>} chosen
   * @param {boolean} beside  whether there is room beside the list
   */
  show(counts, chosen, beside) {
    const focused = document.activeElement?.id;
    for (const id of SHOWN) {
      const facet = this.search.register.facet(id);
      if (facet) this.box(facet, beside).show(counts, chosen[id] || []);
    }
    if (focused && document.activeElement?.id !== focused)
      document.getElementById(focused)?.focus();
  }

  /**
   * @param {Facet} facet
   * @param {boolean} beside
   */
  box(facet, beside) {
    let box = this.boxes.get(facet.id);
    if (!box) {
      const open = beside && SHOWN.indexOf(facet.id) < OPEN_BESIDE;
      box = new FacetBox(facet, this.search, this.choose, open);
      this.boxes.set(facet.id, box);
      const later = SHOWN.slice(SHOWN.indexOf(facet.id) + 1).find((id) => this.boxes.has(id));
      this.place.insertBefore(box.element, (later && this.boxes.get(later)?.element) || null);
    }
    return box;
  }
}
