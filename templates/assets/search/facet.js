/** A facet with its counts → a group that folds, whose values are drawn while it is open. */

import { fold } from "./fold.js";
import { filterName } from "./naming.js";
import { FilterOption } from "./option.js";
import { make, rewrite } from "./results.js";
import { TEXTS, facetName, isOwnFacet } from "./texts.js";

/**
 * @typedef {import("./search.js").Search} Search
 * @typedef {import("./register.js").Facet} Facet
 * @typedef {import("./counts.js").Counts} Counts
 */

const SHORT = 8; // options that a facet shows at first,
const SHORTER = 5; // or so many of those that come by their counts
const LONG = 12; // from so many on there is a box to narrow the list
const BY_COUNT = ["comuna", "acuerdo", "rubro", "sector"];
const DOWNWARD = ["anio"];

export class FacetBox {
  /**
   * @param {Facet} facet
   * @param {Search} search
   * @param {(facet: string, id: string, on: boolean) => void} choose
   * @param {boolean} open
   */
  constructor(facet, search, choose, open) {
    this.facet = facet;
    this.search = search;
    this.choose = choose;
    this.byCount = BY_COUNT.includes(facet.id);
    this.expanded = false;
    this.narrowed = "";
    /** @type {Map<number, FilterOption>} */
    this.options = new Map();
    /** @type {number[]} */
    this.shown = [];
    /** @type {string[]} */
    this.chosen = [];
    /** @type {Counts | null} */
    this.answer = null;
    /** @type {Counts | null} */
    this.drawn = null;
    this.counts = new Int32Array(0);
    /** Whether the reader has opened or folded it: then it stays so. */
    this.settled = false;
    this.element = /** @type {HTMLDetailsElement} */ (make("details", "apl-faceta"));
    this.element.open = open;
    this.number = make("span", "apl-faceta__elegidos");
    this.list = make("ul", "apl-faceta__opciones");
    this.more = make("button", "apl-faceta__mas");
    this.build();
  }

  build() {
    const name = facetName(this.facet.id);
    const summary = make("summary", "apl-faceta__titulo");
    summary.append(make("span", "apl-faceta__rotulo", name), " ", this.number);
    const values = make("fieldset", "apl-faceta__valores");
    values.append(make("legend", "apl-solo-lector", name));
    if (this.byCount && this.facet.ids.length > LONG) values.append(this.narrower());
    this.more.setAttribute("type", "button");
    values.append(this.list, this.more);
    this.element.append(summary, values);
    this.more.addEventListener("click", () => this.lengthen());
    summary.addEventListener("click", () => this.turn());
    this.element.addEventListener("toggle", () => this.draw());
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
      this.arrange();
    });
    return box;
  }

  lengthen() {
    this.expanded = !this.expanded;
    this.arrange();
  }

  /** The reader opens or folds the group, which is filled before it is seen. */
  turn() {
    this.settled = true;
    if (!this.element.open) this.draw(true);
  }

  /**
   * @param {Counts} answer
   * @param {string[]} chosen
   */
  show(answer, chosen) {
    this.answer = answer;
    this.chosen = chosen;
    rewrite(this.number, chosen.length ? TEXTS.chosen(chosen.length) : "");
    const hidden = !chosen.length && !this.narrowed && !answer.offers(this.facet.id);
    if (this.element.hidden !== hidden) this.element.hidden = hidden;
    if (chosen.length && !this.settled) this.element.open = true;
    this.draw();
  }

  /**
   * Show the values of an open group. While their counts stay, so does their order: nothing moves
   * away under the finger that chooses.
   * @param {boolean} [opening]
   */
  draw(opening = this.element.open) {
    const { answer } = this;
    if (!opening || !answer || this.drawn === answer) return;
    this.drawn = answer;
    const before = this.counts;
    this.counts = answer.get(this.facet.id);
    if (sameNumbers(before, this.counts) && this.showsChosen()) this.update();
    else this.arrange();
  }

  showsChosen() {
    const ids = this.shown.map((value) => this.facet.ids[value]);
    return this.chosen.every((id) => ids.includes(id));
  }

  /** Choose the values to show and put them in their order. */
  arrange() {
    const offered = this.offered();
    const whole = this.expanded || Boolean(this.narrowed);
    const shown = whole ? offered : this.shortened(offered);
    const rest = offered.length - shown.length;
    this.place(shown);
    this.update();
    this.more.hidden = Boolean(this.narrowed) || (!rest && !this.expanded);
    rewrite(this.more, this.expanded ? TEXTS.less : TEXTS.more(rest));
    this.more.setAttribute("aria-expanded", String(this.expanded));
  }

  /** The values to offer: none without rows unless chosen; long lists by their counts. */
  offered() {
    const values = [...this.facet.ids.keys()].filter(
      (value) => this.counts[value] || this.isChosen(value),
    );
    const fitting = this.narrowed
      ? values.filter((value) => fold(this.name(value)).includes(this.narrowed))
      : values;
    if (DOWNWARD.includes(this.facet.id)) return fitting.reverse();
    if (!this.byCount) return fitting;
    const rank = (/** @type {number} */ value) => (this.isChosen(value) ? 1e9 : this.counts[value]);
    return fitting.sort((a, b) => rank(b) - rank(a) || a - b);
  }

  /**
   * The first of the values, and any that is chosen.
   * @param {number[]} values
   */
  shortened(values) {
    const most = this.byCount ? SHORTER : SHORT;
    return values.filter((value, n) => n < most || this.isChosen(value));
  }

  /**
   * Make the list hold these values, moving only what is not in its place.
   * @param {number[]} values
   */
  place(values) {
    const wanted = new Set(values);
    for (const value of this.shown) if (!wanted.has(value)) this.option(value).element.remove();
    let there = this.list.firstElementChild;
    for (const { element } of values.map((value) => this.option(value))) {
      if (element === there) there = there.nextElementSibling;
      else this.list.insertBefore(element, there);
    }
    this.shown = values;
  }

  update() {
    for (const value of this.shown)
      this.option(value).show(this.counts[value], this.isChosen(value));
  }

  /** @param {number} value */
  option(value) {
    let option = this.options.get(value);
    if (!option) {
      const id = this.facet.ids[value];
      const isOwn = isOwnFacet(this.facet.id);
      option = new FilterOption(`apl-faceta-${this.facet.id}-${value}`, this.name(value), isOwn, (on) =>
        this.choose(this.facet.id, id, on),
      );
      this.options.set(value, option);
    }
    return option;
  }

  /** @param {number} value */
  isChosen(value) {
    return this.chosen.length > 0 && this.chosen.includes(this.facet.ids[value]);
  }

  /** @param {number} value */
  name(value) {
    return filterName(this.search, this.facet, value);
  }
}

/**
 * @param {Int32Array} one
 * @param {Int32Array} other
 */
function sameNumbers(one, other) {
  return one.length === other.length && one.every((number, n) => number === other[n]);
}
