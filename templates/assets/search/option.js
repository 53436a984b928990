/** A value of a facet, its count and whether it is chosen → a line with a checkbox. */

import { own, written } from "../idioma/decir.js";
import { make, rewrite } from "./results.js";

export class FilterOption {
  /**
   * @param {string} id
   * @param {string} name
   * @param {boolean} isOwn  whether the name is in the register's own words
   * @param {(on: boolean) => void} choose
   */
  constructor(id, name, isOwn, choose) {
    this.element = make("li");
    const label = make("label", "apl-faceta__opcion");
    this.box = /** @type {HTMLInputElement} */ (make("input"));
    this.box.type = "checkbox";
    this.box.id = id;
    this.box.addEventListener("change", () => choose(this.box.checked));
    this.count = make("span", "apl-faceta__cuenta");
    label.append(this.box, own(make("span", "apl-faceta__nombre", name), isOwn), " ", this.count);
    this.element.append(label);
  }

  /**
   * @param {number} count
   * @param {boolean} on
   */
  show(count, on) {
    rewrite(this.count, written(count));
    if (this.box.checked !== on) this.box.checked = on;
  }
}
