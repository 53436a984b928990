/** The box of /verificar/: a question behind the `#` of the address → its answer, for any day. */

import { put, written } from "../idioma/decir.js";
import { readSite } from "../search/parts.js";
import { changedFirst, checkAgain, checkedElement, digestElement } from "./comprobar.js";
import { recordSheet } from "./constancia.js";
import { answerQuery } from "./consulta.js";
import { AnswerTable } from "./cuadro.js";
import { chileDay, daysApart, isDay } from "./dia.js";
import { button, part } from "./elementos.js";
import { readFingerprint } from "./huella.js";
import { MOST_QUESTIONS, readList } from "./lista.js";
import { ChangedRegister, VerifyParts } from "./partes.js";
import { answerElement } from "./respuesta.js";
import { bringIntoView, spoken } from "./vista.js";

/**
 * @typedef {import("./respuestas.js").Answer} Answer
 * @typedef {import("./respuesta.js").Moment} Moment
 * @typedef {import("./huella.js").Digest} Digest
 */

const FAILED = gettext("No pudimos leer el registro. Revise su conexión y pruebe otra vez.");
const CHANGED = gettext("El registro se publicó de nuevo mientras esta página estaba abierta. Vuelva a cargarla.");
const BROKEN = gettext("La huella no está completa o no es de este registro. Copie otra vez la dirección entera de la constancia, o lea su código QR.");
const PASTE_AGAIN = gettext("Esta constancia es de una lista larga. Pegue aquí la misma lista, en el mismo orden, y se la comparamos.");
/** Milliseconds without another change. */
const PAUSE = 150;
const MAKE_RECORD = gettext("Hacer una constancia");

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
    this.waiting = 0;
    this.box = /** @type {HTMLInputElement} */ (this.piece("caja"));
    this.day = /** @type {HTMLInputElement} */ (this.piece("dia"));
    this.lines = /** @type {HTMLTextAreaElement} */ (this.piece("lineas"));
    this.answer = this.piece("respuesta");
    this.status = this.piece("estado");
    /** @type {Digest | null} */
    this.digest = null;
    /** @type {{day: string, answers: Map<string, Promise<Answer>>}} */
    this.known = { day: "", answers: new Map() };
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
    this.lines.addEventListener("input", () => this.prepareSoon());
    this.lines.closest("details")?.addEventListener("toggle", open, { once: true });
    window.addEventListener("hashchange", () => void this.ask());
    void this.ask();
  }

  /** The reader's day, or that of the data where the reader's clock is behind it. */
  today() {
    const today = chileDay();
    return today < this.site.day ? this.site.day : today;
  }

  /** The day asked about: today by default. */
  dayAsked() {
    return isDay(this.day.value) ? this.day.value : this.today();
  }

  /** @param {Event} event */
  submit(event) {
    event.preventDefault();
    const wanted = new URLSearchParams({ q: this.box.value.trim() });
    if (this.dayAsked() !== this.today()) wanted.set("dia", this.dayAsked());
    history.pushState(null, "", `#${wanted}`);
    void this.ask();
  }

  /** Answer what stands in the address: a question, or a fingerprint to be checked. */
  async ask() {
    const hash = location.hash.slice(1);
    if (hash.startsWith("huella=")) return this.check(hash.slice("huella=".length));
    const wanted = new URLSearchParams(hash);
    const query = wanted.get("q");
    this.digest = null;
    if (query === null) return;
    const asked = wanted.get("dia") || "";
    this.box.value = query;
    this.day.value = isDay(asked) ? asked : this.today();
    const day = this.dayAsked();
    await this.working(async () => {
      const answer = await answerQuery(this.parts, query, day);
      const moment = await this.moment(day);
      const shown = answerElement(answer, moment, this.site);
      return answer.kind === "vacia" ? [shown] : [shown, this.recordPlace([answer], moment)];
    });
  }

  /** A paste is one change, typing many: the list is read when it has been left alone. */
  prepareSoon() {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => void this.prepare(), PAUSE);
  }

  /** Fetch what a pasted list will need, while it is still being looked over. */
  async prepare() {
    const { questions } = readList(this.lines.value);
    // what fails now is asked for again, and told, with the button
    await Promise.allSettled(this.answersTo(questions, this.dayAsked()));
  }

  /**
   * The answers to a list, each question worked out once for a day.
   * @param {string[]} questions
   * @param {string} day
   */
  answersTo(questions, day) {
    if (this.known.day !== day) this.known = { day, answers: new Map() };
    const { answers } = this.known;
    return questions.map((question) => {
      const known = answers.get(question);
      if (known) return known;
      const asked = answerQuery(this.parts, question, day);
      answers.set(question, asked);
      asked.catch(() => answers.delete(question));
      return asked;
    });
  }

  /** @param {Event} event */
  async submitLines(event) {
    event.preventDefault();
    const { questions, heading, left } = readList(this.lines.value);
    const day = this.digest ? this.digest.day : this.dayAsked();
    const { digest } = this;
    await this.working(async () => {
      if (!questions.length) return [part("p", "", gettext("Pegue al menos un código, un RUT o un nombre."))];
      const answers = await Promise.all(this.answersTo(questions, day));
      const worlds = await Promise.all(answers.map((one) => (one.company ? this.parts.world(one.company) : undefined)));
      const [moment, index] = [await this.moment(day), await this.parts.index()];
      const table = new AnswerTable(answers, /** @type {any[]} */ (worlds), moment, this.site, index.sitio || "");
      const record = part("span");
      const place = this.recordPlace(answers, moment, record);
      const compared = digest ? [await digestElement(digest, answers)] : [];
      return [...compared, table.element(record, notes(heading, left)), place];
    });
  }

  /**
   * Whether the register still says what a fingerprint holds.
   * @param {string} text
   */
  async check(text) {
    const found = readFingerprint(text);
    this.digest = found && "digest" in found ? found : null;
    if (!found) return this.fail(BROKEN);
    this.day.value = found.day;
    if ("digest" in found) {
      this.fail(PASTE_AGAIN);
      return this.openList();
    }
    if (found.told.length === 1) this.box.value = found.told[0].query;
    await this.working(async () => {
      const checked = await checkAgain(this.parts, found);
      const [index, moment] = [await this.parts.index(), await this.moment(found.day)];
      const shown = checkedElement(found, changedFirst(checked), index.dia);
      if (checked.length > 1) return [shown];
      return [shown, part("h2", "", gettext("Lo que el registro dice hoy de ese día")), answerElement(checked[0].answer, moment, this.site)];
    });
  }

  openList() {
    const details = this.lines.closest("details");
    if (details) details.open = true;
    this.lines.focus();
  }

  /**
   * Where the sheet will stand, with the button that makes it.
   * @param {Answer[]} answers
   * @param {Moment} moment
   * @param {HTMLElement} [elsewhere]  where the button goes instead
   */
  recordPlace(answers, moment, elsewhere) {
    const place = part("div", "apl-verificador__constancia");
    const make = button("apl-boton apl-boton--claro", MAKE_RECORD, async () => {
      make.disabled = true;
      const asked = { answers, moment, site: this.site, index: await this.parts.index(), today: this.today() };
      place.replaceChildren(await recordSheet(asked));
      make.hidden = true;
      const heading = place.querySelector("h2");
      if (heading) bringIntoView(heading);
    });
    (elsewhere || place).append(make);
    return place;
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
   * Show what `make` gives, unless another question was asked meanwhile. Who has gone on to
   * something else in the page keeps the focus, and hears the answer.
   * @param {() => Promise<HTMLElement[]>} make
   */
  async working(make) {
    const turn = ++this.turn;
    const { activeElement: before } = document;
    this.say(gettext("Buscando…"));
    try {
      const shown = await make();
      if (turn !== this.turn) return;
      this.answer.replaceChildren(...shown);
      const heading = this.answer.querySelector("h2");
      const hasStayed = document.activeElement === before || document.activeElement === document.body;
      this.say(hasStayed ? "" : spoken(this.answer), false);
      if (heading && hasStayed) bringIntoView(heading);
    } catch (error) {
      if (turn === this.turn) this.fail(error instanceof ChangedRegister ? CHANGED : FAILED);
      throw error;
    }
  }

  /** @param {string} text */
  fail(text) {
    this.turn++;
    this.answer.replaceChildren();
    this.say(text);
  }

  /**
   * @param {string} text
   * @param {boolean} [isShown]  whether it is for the eye as well
   */
  say(text, isShown = true) {
    this.status.classList.toggle("apl-solo-lector", !isShown);
    this.status.textContent = text;
  }
}

/**
 * What was left out of a pasted list.
 * @param {string} heading
 * @param {number} left
 */
function notes(heading, left) {
  const found = [];
  if (heading) found.push(put(gettext("La primera fila, «{heading}», es un título y no se consultó."), { heading }));
  const counts = { most: written(MOST_QUESTIONS), left: written(left) };
  if (left) found.push(put(gettext("Se consultaron las primeras {most} filas; quedaron {left} sin consultar."), counts));
  return found;
}
