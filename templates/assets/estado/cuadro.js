/** The answers to a list → a table in three columns that can be filtered and taken away. */

import { counted, own, put, written } from "../idioma/decir.js";
import { hrefOf, inEdition } from "../search/parts.js";
import { offerFile, sheetText } from "../search/sheet.js";
import { staleDecision, toneOf } from "./decidir.js";
import { button, columnHead, linked, part } from "./elementos.js";
import { fillText } from "./frase.js";
import { lineKnown, linesOf } from "./renglones.js";
import { dayLine, isUnsure, moreElement, remarksOf } from "./respuesta.js";

/**
 * @typedef {import("./respuestas.js").Answer} Answer
 * @typedef {import("./respuesta.js").Moment} Moment
 * @typedef {import("./renglones.js").Line} Line
 * @typedef {import("./renglones.js").Step} Step
 * @typedef {import("../search/parts.js").Site} Site
 */

/** @typedef {{answer: Answer, lines: Line[]}} Entry  a question with its answer and its lines */

const PLACE_TITLE = gettext("Instalación");
const ADHESION_TITLE = gettext("Adhesión");
const CERTIFICATE_TITLE = gettext("Certificado");
const SEAL_TITLE = gettext("Sello");
const COLUMNS_SHOWN = [gettext("Lo que escribió"), PLACE_TITLE, ADHESION_TITLE, CERTIFICATE_TITLE, SEAL_TITLE];
/** Matches of a row that are named. */
const MOST_OFFERED = 5;
const SHEET_TITLES = [
  gettext("Lo que escribió"), gettext("Respuesta"), gettext("Empresa"), gettext("Instalación"),
  gettext("Acuerdo"), gettext("Adhesión"), gettext("Certificado"), gettext("Estado del certificado"),
  gettext("Certificado hasta"), gettext("Sello"), gettext("Estado del sello"), gettext("Sello hasta"),
  gettext("Se parece a"), gettext("Día consultado"), gettext("Datos al"), gettext("Dirección"),
  gettext("Ejemplo"),
];

/** @type {[string, string, (entry: Entry) => boolean][]} */
const FILTERS_SHOWN = [
  ["todas", gettext("Todas"), () => true],
  ["certificado", gettext("Con algún certificado vigente"), (entry) => entry.lines.some((line) => line.certificate?.affirms)],
  ["sello", gettext("Con algún sello vigente"), (entry) => entry.lines.some((line) => line.seal?.affirms)],
  ["sin", gettext("Sin certificado vigente en este registro"), (entry) => entry.lines.length > 0 && !entry.lines.some((line) => line.certificate?.affirms)],
  ["dudas", gettext("Por revisar: no encontradas o con varias coincidencias"), (entry) => !entry.lines.length],
];

export class AnswerTable {
  /**
   * @param {Answer[]} answers
   * @param {import("./hechos.js").World[]} worlds  of the companies that answered, in the same order
   * @param {Moment} moment
   * @param {Site} site
   * @param {string} address  of the site, "" where it has none
   */
  constructor(answers, worlds, moment, site, address) {
    this.moment = moment;
    this.site = site;
    this.address = address;
    /** @type {Entry[]} */
    this.entries = answers.map((answer, at) => ({
      answer,
      lines: worlds[at] ? linesOf(answer, worlds[at]).map((line) => lineKnown(line, moment)) : [],
    }));
    this.bodies = this.entries.map((entry) => this.body(entry));
    this.texts = this.bodies.map((body) => (body.textContent || "").toLowerCase());
    this.status = part("p", "apl-verificador__estado");
    this.status.setAttribute("role", "status");
    this.wanted = "todas";
    this.typed = "";
  }

  /**
   * @param {HTMLElement} record  what makes the sheet
   * @param {string[]} notes  what is to be said of the list itself
   */
  element(record, notes) {
    const box = part("section", "apl-cuadro");
    const count = this.entries.length;
    const heading = part("h2", "", counted(ngettext("{n} respuesta", "{n} respuestas", count), count));
    heading.tabIndex = -1;
    heading.id = "apl-cuadro-titulo";
    const table = part("table", "apl-tabla apl-tabla--fichas apl-cuadro__tabla");
    table.setAttribute("aria-labelledby", heading.id);
    const head = part("thead");
    const row = part("tr");
    row.append(...COLUMNS_SHOWN.map(columnHead));
    head.append(row);
    table.append(head, ...this.bodies);
    const actions = part("p", "apl-verificador__acciones");
    actions.append(button("apl-boton apl-boton--claro", gettext("Descargar para Excel (CSV)"), () => this.download()), record);
    const told = [dayLine(this.moment), ...notes].map((text) => part("p", "apl-verificador__dia", text));
    box.append(heading, part("p", "apl-frase", this.summary()), ...told, this.controls(), this.status, actions, table);
    this.filter();
    return box;
  }

  /** How many there are of each kind, before anybody filters. */
  summary() {
    const [, held, sealed, without, unsure] = FILTERS_SHOWN.map(([, , holds]) => written(this.entries.filter(holds).length));
    const words = gettext("{held} con algún certificado vigente ({sealed} con sello), {without} sin certificado vigente en este registro y {unsure} por revisar.");
    return put(words, { held, sealed, without, unsure });
  }

  controls() {
    const box = part("div", "apl-cuadro__filtros");
    const select = /** @type {HTMLSelectElement} */ (part("select", "apl-buscador__caja"));
    select.id = "apl-cuadro-filtro";
    for (const [id, title, holds] of FILTERS_SHOWN) {
      const option = /** @type {HTMLOptionElement} */ (part("option", "", `${title} (${written(this.entries.filter(holds).length)})`));
      option.value = id;
      select.append(option);
    }
    select.addEventListener("change", () => this.filter((this.wanted = select.value)));
    const input = /** @type {HTMLInputElement} */ (part("input", "apl-buscador__caja"));
    input.type = "search";
    input.id = "apl-cuadro-texto";
    input.addEventListener("input", () => this.filter((this.typed = input.value.trim().toLowerCase())));
    box.append(labelled(gettext("Mostrar"), select), labelled(gettext("Que diga"), input));
    return box;
  }

  /** Show what the two filters let through. */
  filter() {
    const shown = this.shown();
    this.bodies.forEach((body, at) => (body.hidden = !shown[at]));
    const count = shown.filter(Boolean).length;
    this.status.textContent = put(gettext("Se muestran {count} de {all}."), { count: written(count), all: written(shown.length) });
  }

  shown() {
    const holds = FILTERS_SHOWN.find(([id]) => id === this.wanted)?.[2] || (() => true);
    return this.entries.map((entry, at) => holds(entry) && this.texts[at].includes(this.typed));
  }

  download() {
    const shown = this.shown();
    const rows = this.entries.flatMap((entry, at) => (shown[at] ? this.sheetRows(entry) : []));
    offerFile(sheetText([SHEET_TITLES, ...rows]), put(gettext("verificacion-{day}.csv"), { day: this.moment.day }));
  }

  // A question in the table.

  /** @param {Entry} entry */
  body({ answer, lines }) {
    const body = part("tbody");
    body.dataset.fila = answer.decision.row;
    const rows = lines.length ? lines.map((line) => this.lineRow(line)) : [this.messageRow(answer)];
    rows[0].prepend(this.asked(answer, rows.length));
    body.append(...rows);
    return body;
  }

  /**
   * @param {Answer} answer
   * @param {number} rows
   */
  asked(answer, rows) {
    const head = /** @type {HTMLTableCellElement} */ (part("th", "", answer.query));
    head.scope = rows > 1 ? "rowgroup" : "row";
    head.rowSpan = rows;
    const name = answer.company ? this.nameOf(answer) : "";
    if (name && name !== answer.query) head.append(own(part("span", "apl-cuadro__nombre", name)));
    if (answer.example) head.append(part("span", "apl-cuadro__nombre", gettext("Ejemplo ficticio")));
    const remarks = answer.found ? remarksOf(answer, this.moment, false) : [];
    head.append(...remarks.map((remark) => part("span", "apl-cuadro__nombre", remark)));
    return head;
  }

  /** @param {Answer} answer */
  nameOf({ decision, label, kind }) {
    return kind === "empresa" ? label : decision.facts.empresa || "";
  }

  /** @param {Line} line */
  lineRow({ element, agreement, path, adhesion, certificate, seal }) {
    const row = part("tr");
    const place = this.cell(PLACE_TITLE, "");
    if (element) place.append(own(linked(element, hrefOf(this.site, path))));
    else place.append(gettext("Toda la empresa"));
    const joined = this.cell(ADHESION_TITLE, adhesion ? adhesion.word : "—");
    if (agreement) joined.append(own(part("span", "apl-cuadro__detalle", agreement)));
    row.append(place, joined, this.stepCell(CERTIFICATE_TITLE, certificate), this.stepCell(SEAL_TITLE, seal));
    return row;
  }

  /**
   * @param {string} title
   * @param {Step | null} step
   */
  stepCell(title, step) {
    const cell = this.cell(title, step ? "" : "—");
    if (!step) return cell;
    const tone = toneOf(step.level);
    cell.append(part("span", step.code || tone !== "neutro" ? `apl-estado apl-estado--${tone}` : "apl-cuadro__sin", step.word));
    if (!step.code) return cell;
    const more = part("span", "apl-cuadro__detalle");
    more.append(linked(step.code, hrefOf(this.site, `v/${step.code.replace("-", "")}/`)), fillText(gettext("[[, hasta el {until|fecha}]]"), { until: step.until }));
    cell.append(more);
    return cell;
  }

  /** @param {Answer} answer */
  messageRow(answer) {
    const row = part("tr");
    const cell = /** @type {HTMLTableCellElement} */ (part("td"));
    cell.colSpan = COLUMNS_SHOWN.length - 1;
    const { level, word } = isUnsure(answer.decision, this.moment) ? staleDecision(this.moment.age, this.moment.data) : answer.decision;
    cell.append(part("span", `apl-estado apl-estado--${toneOf(level)}`, word), " ", answer.decision.sentence);
    if (answer.matches.length) cell.append(this.offered(answer));
    row.append(cell);
    return row;
  }

  /** @param {Answer} answer */
  offered(answer) {
    const { matches, found } = answer;
    const box = part("span", "apl-cuadro__detalle", found ? gettext("Son:") : gettext("Se parece a:"));
    matches.slice(0, MOST_OFFERED).forEach((match, at) => {
      const text = match.kind === "empresa" ? match.name : `${match.id} (${match.name})`;
      box.append(at ? "; " : " ", own(linked(text, hrefOf(this.site, match.path))));
    });
    const more = moreElement(answer, MOST_OFFERED, this.site);
    if (more) box.append(" ", more);
    return box;
  }

  /**
   * @param {string} title
   * @param {string} text
   */
  cell(title, text) {
    const cell = part("td", "", text);
    cell.dataset.titulo = title;
    return cell;
  }

  // A question in the file.

  /** @param {Entry} entry */
  sheetRows({ answer, lines }) {
    const { moment } = this;
    const stale = isUnsure(answer.decision, moment);
    const word = stale ? staleDecision(moment.age, moment.data).word : answer.decision.word;
    const near = lines.length ? "" : answer.matches.map(({ id, name, kind }) => (kind === "empresa" ? name : id)).join(", ");
    const end = [near, moment.day, moment.data];
    const example = answer.example ? gettext("sí") : gettext("no");
    const start = [answer.query, word, this.nameOf(answer)];
    if (!lines.length) return [[...start, "", "", "", "", "", "", "", "", "", ...end, "", example]];
    return lines.map((line) => [...start, ...lineCells(line), ...end, this.addressOf(line), example]);
  }

  /** @param {Line} line */
  addressOf({ path, certificate, seal }) {
    const code = certificate?.code || seal?.code;
    return `${this.address}${inEdition(code ? `v/${code.replace("-", "")}/` : path)}`;
  }
}

/** @param {Line} line */
function lineCells({ element, agreement, adhesion, certificate, seal }) {
  return [
    element,
    agreement,
    adhesion?.word || "",
    certificate?.code || "",
    certificate?.word || "",
    certificate?.until || "",
    seal?.code || "",
    seal?.word || "",
    seal?.until || "",
  ];
}

/**
 * @param {string} title
 * @param {HTMLElement} control
 */
function labelled(title, control) {
  const box = part("div", "apl-verificador__campo");
  const label = /** @type {HTMLLabelElement} */ (part("label", "", title));
  label.htmlFor = control.id;
  box.append(label, control);
  return box;
}
