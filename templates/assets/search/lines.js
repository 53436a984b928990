/** Results → the lines of a list, which stay while their texts change. */

import { own } from "../idioma/decir.js";
import { exampleTag, make, rewrite, rewriteOwn } from "./results.js";
import { TEXTS } from "./texts.js";

/**
 * @typedef {import("./results.js").Result} Result
 */

export class Lines {
  /** @param {HTMLElement} list */
  constructor(list) {
    this.list = list;
    /** @type {Line[]} */
    this.lines = [];
  }

  /** @param {Result[]} results */
  show(results) {
    for (const line of this.lines.splice(results.length)) line.element.remove();
    results.forEach((result, n) => {
      const line = this.lines[n] || new Line();
      line.show(result);
      if (n < this.lines.length) return;
      this.lines.push(line);
      this.list.append(line.element);
    });
  }
}

/**
 * A browser is quicker to change a text than to make an element and find its style. CSS
 * `content-visibility` would spare more, but leaves lines off the screen without `innerText`.
 */
class Line {
  constructor() {
    this.element = make("li", "apl-resultado");
    this.title = make("h3", "apl-resultado__titulo");
    this.link = make("a");
    this.title.append(this.link);
    this.kind = make("p", "apl-resultado__tipo");
    this.kindText = this.kind.appendChild(make("span"));
    this.tag = exampleTag();
    this.detail = make("p", "apl-resultado__detalle");
    this.also = make("p", "apl-resultado__detalle");
    this.status = make("p");
    this.element.append(this.title, this.kind, this.detail, this.also, this.status);
  }

  /** @param {Result} result */
  show({ href, title, kind, company, detail, also, status, example, ownTitle, ownDetail }) {
    if (this.link.getAttribute("href") !== href) this.link.setAttribute("href", href);
    rewrite(own(this.link, ownTitle), title);
    rewriteOwn(this.kindText, company ? TEXTS.of(kind) : kind, { company });
    if (example !== this.kind.contains(this.tag)) this.mark(example);
    rewriteOrHide(own(this.detail, ownDetail), detail);
    if (also) rewriteOwn(this.also, TEXTS.also, { name: also });
    hide(this.also, !also);
    if (status) this.status.className = `apl-estado apl-estado--${status.tone}`;
    rewriteOrHide(this.status, status ? status.text : "");
  }

  /** @param {boolean} example */
  mark(example) {
    if (example) this.kind.append(" ", this.tag);
    else this.kind.replaceChildren(this.kindText);
  }
}

/**
 * Write a text where it differs; a part without text is not there for anybody.
 * @param {HTMLElement} part
 * @param {string} text
 */
function rewriteOrHide(part, text) {
  rewrite(part, text);
  hide(part, !text);
}

/**
 * @param {HTMLElement} part
 * @param {boolean} isHidden
 */
function hide(part, isHidden) {
  if (part.hidden !== isHidden) part.hidden = isHidden;
}
