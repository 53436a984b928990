/** The facets with their counts → fieldsets of checkboxes that stay where the reader left them. */

import { IN_FORCE, SOON } from "./ageing.js";
import { fold } from "./fold.js";
import { momentOf, make } from "./results.js";
import { TEXTS, facetName, valueName, written } from "./texts.js";

/**
 * @typedef {import("./search.js").Search} Search
 * @typedef {import("./register.js").Facet} Facet
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
const SHORT = 8; // options that a facet shows at first,
const SHORTER = 5; // or so many of those that come by their counts
const LONG = 12; // from so many on there is a box to narrow the list
const BY_COUNT = ["comuna", "acuerdo", "rubro", "sector"];
const DOWNWARD = ["anio"];

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
    if (search.register.examples.includes(1))
      place.append(make("p", "apl-facetas__nota", TEXTS.withExamples));
  }

  /**
   * Show the counts, leaving the focus where it is.
   * @param {Map<string, Int32Array>} counts
   * @param {Record<string, string[]>} chosen
   */
  show(counts, chosen) {
    const focused = document.activeElement?.id;
    for (const id of SHOWN) {
      const facet = this.search.register.facet(id);
      if (!facet) continue;
      this.box(facet).show(counts.get(id) || new Int32Array(facet.ids.length), chosen[id] || []);
    }
    if (focused && document.activeElement?.id !== focused)
      document.getElementById(focused)?.focus();
  }

  /** @param {Facet} facet */
  box(facet) {
    let box = this.boxes.get(facet.id);
    if (!box) {
      box = new FacetBox(facet, this.search, this.choose);
      this.boxes.set(facet.id, box);
      const later = SHOWN.slice(SHOWN.indexOf(facet.id) + 1).find((id) => this.boxes.has(id));
      this.place.insertBefore(box.element, (later && this.boxes.get(later)?.element) || null);
    }
    return box;
  }
}

class FacetBox {
  /**
   * @param {Facet} facet
   * @param {Search} search
   * @param {(facet: string, id: string, on: boolean) => void} choose
   */
  constructor(facet, search, choose) {
    this.facet = facet;
    this.search = search;
    this.choose = choose;
    this.byCount = BY_COUNT.includes(facet.id);
    this.expanded = false;
    this.narrowed = "";
    /** @type {Map<number, FilterOption>} */
    this.options = new Map();
    /** @type {Int32Array} */
    this.counts = new Int32Array(0);
    /** @type {string[]} */
    this.chosen = [];
    this.element = make("fieldset", "apl-faceta");
    this.list = make("ul", "apl-faceta__opciones");
    this.more = make("button", "apl-faceta__mas");
    this.more.setAttribute("type", "button");
    this.more.addEventListener("click", () => this.toggle());
    this.build();
  }

  build() {
    this.element.append(make("legend", "", facetName(this.facet.id)));
    if (this.byCount && this.facet.ids.length > LONG) this.element.append(this.narrower());
    this.element.append(this.list, this.more);
  }

  narrower() {
    const box = /** @type {HTMLInputElement} */ (make("input", "apl-faceta__caja"));
    box.type = "search";
    box.id = `apl-acorta-${this.facet.id}`;
    box.setAttribute("aria-label", TEXTS.narrow(facetName(this.facet.id)));
    box.autocomplete = "off";
    box.placeholder = facetName(this.facet.id);
    box.addEventListener("input", () => {
      this.narrowed = fold(box.value.trim());
      this.render();
    });
    return box;
  }

  toggle() {
    this.expanded = !this.expanded;
    this.render();
  }

  /**
   * @param {Int32Array} counts
   * @param {string[]} chosen
   */
  show(counts, chosen) {
    this.counts = counts;
    this.chosen = chosen;
    this.render();
  }

  render() {
    const offered = this.offered();
    const shown =
      this.expanded || this.narrowed
        ? offered
        : offered.slice(0, Math.max(this.byCount ? SHORTER : SHORT, this.chosen.length));
    this.element.hidden = !offered.length && !this.narrowed;
    this.arrange(shown);
    const rest = offered.length - shown.length;
    this.more.hidden = Boolean(this.narrowed) || (!rest && !this.expanded);
    this.more.textContent = this.expanded ? TEXTS.less : TEXTS.more(rest);
    this.more.setAttribute("aria-expanded", String(this.expanded));
  }

  /** The values to offer: chosen ones first, none without rows; long lists by their counts. */
  offered() {
    const { ids } = this.facet;
    const values = [...ids.keys()].filter(
      (value) => this.counts[value] || this.chosen.includes(ids[value]),
    );
    const fitting = this.narrowed
      ? values.filter((value) => fold(this.name(value)).includes(this.narrowed))
      : values;
    if (DOWNWARD.includes(this.facet.id)) return fitting.reverse();
    if (!this.byCount) return fitting;
    const rank = (/** @type {number} */ value) =>
      this.chosen.includes(ids[value]) ? 1e9 : this.counts[value];
    return fitting.sort((a, b) => rank(b) - rank(a) || a - b);
  }

  /** @param {number[]} values */
  arrange(values) {
    const wanted = values.map((value) => this.option(value));
    for (const child of [...this.list.children])
      if (!wanted.some((one) => one.element === child)) child.remove();
    wanted.forEach((option, n) => {
      const there = this.list.children[n];
      if (there !== option.element) this.list.insertBefore(option.element, there || null);
      option.show(this.counts[values[n]], this.chosen.includes(this.facet.ids[values[n]]));
    });
  }

  /** @param {number} value */
  option(value) {
    let option = this.options.get(value);
    if (!option) {
      const id = this.facet.ids[value];
      option = new FilterOption(`apl-faceta-${this.facet.id}-${value}`, this.name(value), (on) =>
        this.choose(this.facet.id, id, on),
      );
      this.options.set(value, option);
    }
    return option;
  }

  /** @param {number} value */
  name(value) {
    return filterName(this.search, this.facet, value);
  }
}

class FilterOption {
  /**
   * @param {string} id
   * @param {string} name
   * @param {(on: boolean) => void} choose
   */
  constructor(id, name, choose) {
    this.element = make("li");
    const label = make("label", "apl-faceta__opcion");
    this.box = /** @type {HTMLInputElement} */ (make("input"));
    this.box.type = "checkbox";
    this.box.id = id;
    this.box.addEventListener("change", () => choose(this.box.checked));
    this.count = make("span", "apl-faceta__cuenta");
    label.append(this.box, make("span", "apl-faceta__nombre", name), " ", this.count);
    this.element.append(label);
  }

  /**
   * @param {number} count
   * @param {boolean} on
   */
  show(count, on) {
    const text = written(count);
    if (this.count.textContent !== text) this.count.textContent = text;
    if (this.box.checked !== on) this.box.checked = on;
  }
}
