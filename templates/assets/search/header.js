/** The search boxes of a page → suggestions under them; comes when one is touched, see `touch.js`. */

import { writeState } from "./address.js";
import { readSite, hrefOf, StaleIndex } from "./parts.js";
import { own } from "../idioma/decir.js";
import { exampleTag, make, resultOf, rewriteOwn } from "./results.js";
import { openSearch } from "./search.js";
import { TEXTS } from "./texts.js";

/**
 * @typedef {import("./search.js").Search} Search
 * @typedef {import("./results.js").Result} Result
 */

const SUGGESTIONS = 8;

/** Start every search box of the page. */
export function startHeaderSearch() {
  const site = readSite();
  /** @type {Promise<Search> | null} */
  let search = null;
  const open = () => {
    search = search || openSearch(site);
    search.catch(() => (search = null));
    return search;
  };
  for (const form of document.querySelectorAll("form[data-buscador]")) {
    new SearchBox(/** @type {HTMLFormElement} */ (form), open).start();
  }
}

class SearchBox {
  /**
   * @param {HTMLFormElement} form
   * @param {() => Promise<Search>} open
   */
  constructor(form, open) {
    this.form = form;
    this.open = open;
    this.site = readSite();
    this.input = /** @type {HTMLInputElement} */ (form.querySelector("input"));
    this.list = /** @type {HTMLElement} */ (form.querySelector("[role=listbox]"));
    this.status = /** @type {HTMLElement} */ (form.querySelector("[role=status]"));
    this.active = -1;
    this.turn = 0;
  }

  start() {
    const { input, list, form } = this;
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", list.id);
    input.setAttribute("aria-expanded", "false");
    input.addEventListener("focus", () => void this.open().catch(() => this.say(TEXTS.failed)), {
      once: true,
    });
    input.addEventListener("input", () => void this.suggest());
    input.addEventListener("keydown", (event) => this.key(event));
    form.addEventListener("submit", (event) => this.submit(event));
    form.addEventListener("focusout", (event) => {
      if (!(event.relatedTarget instanceof Node && form.contains(event.relatedTarget)))
        this.close();
    });
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => this.pick(event));
    if (document.activeElement === input) this.resume();
  }

  /** The reader was here before this script, and may have typed. */
  resume() {
    void this.open().catch(() => this.say(TEXTS.failed));
    if (this.input.value) void this.suggest();
  }

  /** Show what fits the words typed so far. */
  async suggest() {
    const turn = ++this.turn;
    const q = this.input.value;
    if (q.trim().length < 2) return this.close();
    try {
      const search = await this.open();
      const answer = await search.ask({ q, chosen: {}, order: "relevancia" });
      const rows = Array.from(answer.rows.slice(0, SUGGESTIONS));
      await Promise.all([search.source.loadTexts(rows), search.loadDays()]);
      if (turn !== this.turn) return;
      this.show(
        rows.map((row) => resultOf(search, row, q)),
        answer.rows.length,
      );
    } catch (error) {
      this.say(error instanceof StaleIndex ? TEXTS.changed : TEXTS.failed);
      throw error;
    }
  }

  /**
   * @param {Result[]} results
   * @param {number} count
   */
  show(results, count) {
    const options = results.map((result) => optionOf(result));
    const last = make(
      "li",
      "apl-sugerencia apl-sugerencia--todos",
      count ? TEXTS.all(count) : TEXTS.verifyHere,
    );
    last.dataset.href = count ? this.explorerHref() : this.verifierHref();
    options.push(last);
    options.forEach((option, n) => {
      option.id = `${this.list.id}-${n}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
    });
    this.list.replaceChildren(...options);
    this.list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
    this.select(-1);
    this.say(TEXTS.options(count, results.length));
  }

  close() {
    this.turn++;
    this.list.hidden = true;
    this.list.replaceChildren();
    this.input.setAttribute("aria-expanded", "false");
    this.select(-1);
    this.say("");
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const count = this.list.hidden ? 0 : this.list.children.length;
    if (event.key === "Escape" && count) this.close();
    else if (event.key === "ArrowDown" && count) this.select((this.active + 1) % count);
    else if (event.key === "ArrowUp" && count)
      this.select(this.active <= 0 ? count - 1 : this.active - 1);
    else if (event.key === "Enter" && this.active >= 0) go(this.list.children[this.active]);
    else return;
    event.preventDefault();
  }

  /** @param {number} n */
  select(n) {
    this.list.children[this.active]?.setAttribute("aria-selected", "false");
    this.active = n;
    const option = this.list.children[n];
    if (!option) return this.input.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", option.id);
  }

  /** @param {MouseEvent} event */
  pick(event) {
    const option = event.target instanceof Element ? event.target.closest("[role=option]") : null;
    if (!(option instanceof HTMLElement)) return;
    if (event.ctrlKey || event.metaKey) window.open(option.dataset.href, "_blank");
    else go(option);
  }

  /** @param {SubmitEvent} event */
  submit(event) {
    event.preventDefault();
    this.close();
    location.assign(this.explorerHref());
  }

  explorerHref() {
    const hash = writeState({ q: this.input.value, chosen: {}, order: "relevancia", page: 1 });
    return hrefOf(this.site, `registro/${hash}`);
  }

  /** Where a wrong sign is told, and what silence means. */
  verifierHref() {
    return hrefOf(this.site, `verificar/#q=${encodeURIComponent(this.input.value.trim())}`);
  }

  /** @param {string} text */
  say(text) {
    this.status.textContent = text;
  }
}

/** @param {Result} result */
function optionOf(result) {
  const option = make("li", "apl-sugerencia");
  option.dataset.href = result.href;
  const { kind, company, detail, ownTitle, ownDetail } = result;
  const line = make("span", "apl-sugerencia__detalle");
  const of = make("span");
  rewriteOwn(of, company ? TEXTS.of(kind) : kind, { company });
  line.append(of);
  if (detail) line.append(" · ", own(make("span", "", detail), ownDetail));
  option.append(own(make("span", "apl-sugerencia__titulo", result.title), ownTitle), " ");
  if (result.example) option.append(exampleTag(), " ");
  option.append(line);
  if (result.status)
    option.append(
      " ",
      make("span", `apl-estado apl-estado--${result.status.tone}`, result.status.text),
    );
  return option;
}

/** @param {Element} option */
function go(option) {
  if (option instanceof HTMLElement && option.dataset.href) location.assign(option.dataset.href);
}
