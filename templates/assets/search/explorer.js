/** The page /registro/ → search with facets, whose whole state stands in the address. */

import { SOON } from "./ageing.js";
import { readState, writeState } from "./address.js";
import { showChips } from "./chips.js";
import { csvOf } from "./csv.js";
import { dayNumber, writtenDay } from "./days.js";
import { Filters } from "./filters.js";
import { Lines } from "./lines.js";
import { showPager } from "./pager.js";
import { hrefOf, readSite } from "./parts.js";
import { make, momentOf, resultOf, rewrite } from "./results.js";
import { openSearch } from "./search.js";
import { offerFile } from "./sheet.js";
import { elementsOf, showFault } from "./skeleton.js";
import { TEXTS } from "./texts.js";
import { Trail } from "./trail.js";

/**
 * @typedef {import("./search.js").Search} Search
 * @typedef {import("./search.js").Answer} Answer
 * @typedef {import("./address.js").State} State
 */

const PAGE = 20;

/** Start the explorer of the page, if it has one. */
export async function startExplorer() {
  const root = document.querySelector("[data-explorador]");
  if (!root) return;
  const parts = elementsOf(root);
  parts.app.hidden = false;
  parts.heading.textContent = parts.status.textContent = TEXTS.loading;
  try {
    new Explorer(parts, await openSearch(readSite())).start();
  } catch (error) {
    showFault(parts, error);
    throw error;
  }
}

class Explorer {
  /**
   * @param {import("./skeleton.js").Skeleton} parts
   * @param {Search} search
   */
  constructor(parts, search) {
    this.parts = parts;
    this.search = search;
    this.filters = new Filters(parts.facets, search, (facet, id, on) => this.choose(facet, id, on));
    this.lines = new Lines(parts.list);
    this.state = this.known(readState(location.hash));
    this.turn = 0;
    this.trail = new Trail();
    this.paging = false;
    /** @type {Int32Array} */
    this.rows = new Int32Array(0);
    /** @type {Answer["counts"] | null} */
    this.counts = null;
    this.wide = matchMedia("(min-width: 60em)");
  }

  start() {
    const { parts } = this;
    parts.form.addEventListener("submit", (event) => event.preventDefault());
    parts.box.addEventListener("input", () => {
      this.paging = false;
      this.change({ q: parts.box.value }, "replace");
    });
    parts.order.addEventListener("change", () =>
      this.change({ order: readOrder(parts.order.value) }, "push"),
    );
    parts.download.addEventListener("click", () => this.download());
    parts.app.addEventListener("click", () => this.trail.settle(), true);
    addEventListener("pagehide", () => this.trail.settle());
    addEventListener("popstate", () => this.restore());
    addEventListener("hashchange", () => this.restore());
    parts.drawer.addEventListener("toggle", () => this.showFilters());
    parts.pager.addEventListener("click", () => (this.paging = true));
    this.adoptQuery();
    this.restore();
    this.keepDrawer();
    this.showAge();
    this.loadRest();
  }

  /** A form sent without scripts asks with `?q=`; who typed before the index had come asks too. */
  adoptQuery() {
    const q = new URLSearchParams(location.search).get("q") || this.parts.box.value;
    if (!q || location.hash) return;
    history.replaceState(null, "", location.pathname + writeState({ ...this.state, q }));
  }

  /** The days settle the statuses; the words make the first keystroke quick. */
  async loadRest() {
    await this.guarded(async () => {
      await this.search.loadDays();
      await this.render();
      if (this.search.source.whole) await this.search.source.loadWords([]);
      this.parts.app.dataset.listo = "";
    });
  }

  /** Facets lie open beside the list where there is room, and folded above it on a phone. */
  keepDrawer() {
    const follow = () => (this.parts.drawer.open = this.wide.matches);
    this.wide.addEventListener("change", follow);
    follow();
  }

  showAge() {
    const { age, trust } = momentOf(this.search);
    const day = writtenDay(dayNumber(this.search.source.site.day));
    this.parts.note.hidden = age <= trust;
    this.parts.note.textContent = age > trust ? TEXTS.stale(day, age) : "";
  }

  /**
   * The state without facets that the register does not have.
   * @param {State} state
   * @returns {State}
   */
  known(state) {
    const kept = Object.entries(state.chosen).filter(
      ([id]) => id === SOON || this.search.register.facet(id),
    );
    return { ...state, chosen: Object.fromEntries(kept) };
  }

  restore() {
    const state = this.known(readState(location.hash));
    if (writeState(state) === writeState(this.state) && this.turn) return;
    this.trail.forget();
    this.state = state;
    this.guarded(() => this.render());
  }

  /**
   * @param {Partial<State>} change
   * @param {"push" | "replace"} how
   */
  change(change, how) {
    this.state = { ...this.state, page: 1, ...change };
    this.trail.note(this.state, how);
    this.guarded(() => this.render());
  }

  /**
   * @param {string} facet
   * @param {string} id
   * @param {boolean} on
   */
  choose(facet, id, on) {
    const others = (this.state.chosen[facet] || []).filter((one) => one !== id);
    const chosen = { ...this.state.chosen, [facet]: on ? [...others, id] : others };
    this.change({ chosen }, "push");
  }

  /**
   * @param {() => Promise<void>} work
   */
  async guarded(work) {
    try {
      await work();
    } catch (error) {
      showFault(this.parts, error);
      throw error;
    }
  }

  async render() {
    const turn = ++this.turn;
    const { state, search } = this;
    if (state.chosen[SOON]) await search.loadDays();
    const answer = await search.ask(state);
    const pages = Math.max(1, Math.ceil(answer.rows.length / PAGE));
    const page = Math.min(state.page, pages);
    const rows = answer.rows.slice((page - 1) * PAGE, page * PAGE);
    await search.source.loadTexts(Array.from(rows));
    if (turn !== this.turn) return;
    this.rows = answer.rows;
    this.showControls();
    this.showCount(answer, page, pages);
    this.lines.show(Array.from(rows, (row) => resultOf(search, row, state.q)));
    showPager(this.parts.pager, { ...state, page }, pages);
    this.counts = answer.counts;
    this.showFilters();
    this.showChosen();
    if (this.paging) this.parts.heading.focus();
    this.paging = false;
  }

  showControls() {
    const { box, order } = this.parts;
    if (box.value.trim() !== this.state.q.trim()) box.value = this.state.q;
    order.value = this.state.order;
  }

  /**
   * @param {Answer} answer
   * @param {number} page
   * @param {number} pages
   */
  showCount(answer, page, pages) {
    const { heading, status, hint, download } = this.parts;
    const count = answer.rows.length;
    const results = TEXTS.results(count, this.search.register.examplesAmong(answer.rows));
    const text = pages > 1 ? `${results}, ${TEXTS.page(page, pages)}` : results;
    rewrite(heading, results);
    rewrite(status, text);
    download.disabled = !count;
    hint.hidden = count > 0 && !answer.similar;
    hint.replaceChildren(count ? TEXTS.similar : TEXTS.nothing);
    if (!count) hint.append(" ", this.verifyLink(), ".");
  }

  verifyLink() {
    const link = make("a", "", TEXTS.verify);
    const path = `verificar/${this.state.q ? `#q=${encodeURIComponent(this.state.q.trim())}` : ""}`;
    link.setAttribute("href", hrefOf(this.search.source.site, path));
    return link;
  }

  /** Facets that nobody sees are drawn when their drawer is opened. */
  showFilters() {
    if (!this.counts || !this.parts.drawer.open) return;
    this.filters.show(this.counts, this.state.chosen, this.wide.matches);
  }

  showChosen() {
    const { chips, drawerTitle } = this.parts;
    const { chosen } = this.state;
    rewrite(drawerTitle, TEXTS.filters(Object.values(chosen).flat().length));
    showChips(chips, this.search, chosen, {
      remove: (facet, id) => this.afterChip(() => this.choose(facet, id, false)),
      removeAll: () => this.afterChip(() => this.change({ chosen: {} }, "push")),
    });
  }

  /**
   * A chip goes away with its filter, so the focus moves to what changed.
   * @param {() => void} change
   */
  afterChip(change) {
    this.paging = true;
    change();
  }

  async download() {
    const { download } = this.parts;
    const label = download.textContent;
    download.textContent = TEXTS.preparing;
    await this.guarded(async () => {
      const site = this.search.source.site;
      const text = await csvOf(
        this.search,
        this.rows,
        (path) => new URL(hrefOf(site, path), document.baseURI).href,
      );
      offerFile(text, `registro-apl-${site.day || "datos"}.csv`);
    });
    download.textContent = label;
  }
}

/** @param {string} value */
function readOrder(value) {
  return readState(`#orden=${value}`).order;
}
