/** The box of /verificar/: a question behind the `#` of the address → its answer, for any day. */

import { readSite } from "../search/parts.js";
import { answerQuery } from "./consulta.js";
import { chileDay, daysApart, isDay } from "./dia.js";
import { ChangedRegister, VerifyParts } from "./partes.js";
import { answerElement, answerRows } from "./respuesta.js";

/**
 * @typedef {import("./respuestas.js").Answer} Answer
 * @typedef {import("./respuesta.js").Moment} Moment
 */

const MOST_LINES = 500;
const FAILED = "No pudimos leer el registro. Revise su conexión y pruebe otra vez.";
const CHANGED = "El registro se publicó de nuevo mientras esta página estaba abierta. Vuelva a cargarla.";

/** Start the box, where the page has one. */
export function startVerifier() {
  const root = document.querySelector("[data-verificador]");
  if (root instanceof HTMLElement) new Verifier(root).start();
}

class Verifier {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.site = readSite();
    this.parts = new VerifyParts(this.site);
    this.turn = 0;
    this.box = /** @type {HTMLInputElement} */ (this.piece("caja"));
    this.day = /** @type {HTMLInputElement} */ (this.piece("dia"));
    this.lines = /** @type {HTMLTextAreaElement} */ (this.piece("lineas"));
    this.answer = this.piece("respuesta");
    this.status = this.piece("estado");
  }

  /** @param {string} name */
  piece(name) {
    return /** @type {HTMLElement} */ (this.root.querySelector(`[data-verifica="${name}"]`));
  }

  start() {
    this.piece("aplicacion").hidden = false;
    this.day.value = this.today();
    const open = () => void this.parts.index().catch(() => this.fail(FAILED));
    this.box.addEventListener("focus", open, { once: true });
    this.piece("formulario").addEventListener("submit", (event) => this.submit(event));
    this.piece("lista").addEventListener("submit", (event) => void this.submitLines(event));
    window.addEventListener("hashchange", () => void this.ask(false));
    void this.ask(false);
  }

  /** The reader's day, or that of the data where the reader's clock is behind it. */
  today() {
    const today = chileDay();
    return today < this.site.day ? this.site.day : today;
  }

  /** @param {Event} event */
  submit(event) {
    event.preventDefault();
    const wanted = new URLSearchParams({ q: this.box.value.trim() });
    if (isDay(this.day.value) && this.day.value !== this.today()) wanted.set("dia", this.day.value);
    history.pushState(null, "", `#${wanted}`);
    void this.ask(true);
  }

  /**
   * Answer the question that stands in the address, if one does.
   * @param {boolean} takeFocus
   */
  async ask(takeFocus) {
    const wanted = new URLSearchParams(location.hash.slice(1));
    const query = wanted.get("q");
    if (query === null) return;
    const asked = wanted.get("dia") || "";
    this.box.value = query;
    this.day.value = isDay(asked) ? asked : this.today();
    const day = this.day.value;
    await this.working(async () => {
      const answer = await answerQuery(this.parts, query, day);
      return [answerElement(answer, await this.moment(day), this.site)];
    }, takeFocus);
  }

  /** @param {Event} event */
  async submitLines(event) {
    event.preventDefault();
    const lines = this.lines.value.split("\n").map((line) => line.trim()).filter(Boolean);
    const day = isDay(this.day.value) ? this.day.value : this.today();
    await this.working(async () => {
      const answers = [];
      for (const line of lines.slice(0, MOST_LINES)) answers.push(await answerQuery(this.parts, line, day));
      return answers.length ? [answerRows(answers, await this.moment(day), this.site)] : [];
    }, true);
  }

  /**
   * How the day asked stands to the day of the data and to the reader's.
   * @param {string} day
   * @returns {Promise<Moment>}
   */
  async moment(day) {
    const index = await this.parts.index();
    const today = this.today();
    const known = day < today ? day : today;
    const age = daysApart(index.dia, known);
    return { day, data: index.dia, age, isOld: age > index.confianza, isFuture: day > today };
  }

  /**
   * Show what `make` gives, unless another question was asked meanwhile.
   * @param {() => Promise<HTMLElement[]>} make
   * @param {boolean} takeFocus
   */
  async working(make, takeFocus) {
    const turn = ++this.turn;
    this.status.textContent = "Buscando…";
    try {
      const shown = await make();
      if (turn !== this.turn) return;
      this.answer.replaceChildren(...shown);
      this.status.textContent = "";
      if (takeFocus) this.answer.querySelector("h2")?.focus();
    } catch (error) {
      if (turn === this.turn) this.fail(error instanceof ChangedRegister ? CHANGED : FAILED);
      throw error;
    }
  }

  /** @param {string} text */
  fail(text) {
    this.answer.replaceChildren();
    this.status.textContent = text;
  }
}
