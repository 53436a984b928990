/** An answer → the elements that show it. */

import { hrefOf } from "../search/parts.js";
import { remarksFor, staleDecision, toneOf } from "./decidir.js";
import { fillText } from "./frase.js";

/**
 * @typedef {import("../search/parts.js").Site} Site
 * @typedef {import("./respuestas.js").Answer} Answer
 * @typedef {import("./respuestas.js").Match} Match
 */

/**
 * @typedef {object} Moment
 * @property {string} day  the day asked
 * @property {string} data  the day of the data
 * @property {number} age  how many days the data fall short of what is asked
 * @property {boolean} isOld  whether they are too old to affirm anything
 * @property {boolean} isFuture  whether the day asked is still to come
 */

/**
 * The whole answer: word, sentence, what it means, what to do, and the records it is about.
 * @param {Answer} answer
 * @param {Moment} moment
 * @param {Site} site
 */
export function answerElement(answer, moment, site) {
  const { decision } = answer;
  const stale = isUnsure(answer.decision, moment) ? staleDecision(moment.age, moment.data) : null;
  const { level, word } = stale || decision;
  const box = part("section", `apl-respuesta apl-respuesta--${toneOf(level)}`);
  box.dataset.fila = decision.row;
  const heading = part("h2", "apl-verificador__de", headingOf(answer));
  heading.tabIndex = -1;
  box.append(heading, part("p", "apl-palabra", word));
  if (answer.example) box.append(part("p", "apl-verificador__ejemplo", remarkText("ejemplo", moment)));
  if (!stale) box.append(part("p", "apl-frase", decision.sentence));
  for (const remark of remarksOf(answer, moment, stale !== null)) box.append(part("p", "", remark));
  if (!stale && decision.use) box.append(titled("¿Y el sello?", decision.use));
  if (decision.now) box.append(titled("Qué hacer ahora.", decision.now));
  const english = part("p", "apl-ingles", stale ? stale.english : decision.english);
  english.lang = "en";
  box.append(english);
  if (answer.matches.length) box.append(matchList(answer, moment, site));
  box.append(part("p", "apl-verificador__dia", dayLine(moment)));
  return box;
}

/**
 * The answers to a pasted list, a row each.
 * @param {Answer[]} answers
 * @param {Moment} moment
 * @param {Site} site
 */
export function answerRows(answers, moment, site) {
  const box = part("section", "apl-verificador__tabla");
  const heading = part("h2", "", `${answers.length} ${answers.length === 1 ? "respuesta" : "respuestas"}`);
  heading.tabIndex = -1;
  const table = part("table", "apl-tabla");
  const head = part("tr");
  head.append(...["Lo que escribió", "Respuesta", "Ficha"].map((title) => columnHead(title)));
  const body = part("tbody");
  body.append(...answers.map((answer) => answerRow(answer, moment, site)));
  const top = part("thead");
  top.append(head);
  table.append(top, body);
  box.append(heading, table, part("p", "apl-verificador__dia", dayLine(moment)));
  return box;
}

/**
 * @param {Answer} answer
 * @param {Moment} moment
 * @param {Site} site
 */
function answerRow(answer, moment, site) {
  const row = part("tr");
  row.dataset.fila = answer.decision.row;
  const asked = part("th", "", answer.query);
  asked.setAttribute("scope", "row");
  const { level, state, word } = isUnsure(answer.decision, moment) ? staleDecision(moment.age, moment.data) : answer.decision;
  const words = answer.kind === "empresa" ? word : fillText("{state|mayuscula}", { state });
  const said = part("td");
  said.append(part("span", `apl-estado apl-estado--${toneOf(level)}`, words));
  if (answer.example) said.append(" (ejemplo ficticio)");
  const where = part("td");
  const [first] = answer.matches;
  if (answer.kind === "varias") where.append(questionLink(answer));
  else if (first && answer.kind !== "codigo") where.append(matchLink(first, site));
  row.append(asked, said, where);
  return row;
}

/** @param {Answer} answer */
function questionLink({ query, day }) {
  const link = /** @type {HTMLAnchorElement} */ (part("a", "", "Ver cuáles"));
  link.href = `#${new URLSearchParams({ q: query, dia: day })}`;
  return link;
}

/** @param {string} title */
function columnHead(title) {
  const head = part("th", "", title);
  head.setAttribute("scope", "col");
  return head;
}

/** @param {Answer} answer */
function headingOf({ kind, label, query }) {
  if (kind === "certificado") return `Certificado ${label}`;
  if (kind === "sello") return `Sello ${label}`;
  if (kind === "empresa") return label;
  return query ? `«${query}»` : "Verificar";
}

/**
 * Old data cannot say that something is in force.
 * @param {{affirms: boolean}} said
 * @param {Moment} moment
 */
function isUnsure(said, moment) {
  return said.affirms && moment.isOld;
}

/**
 * @param {Answer} answer
 * @param {Moment} moment
 * @param {boolean} stale
 */
function remarksOf(answer, moment, stale) {
  const example = remarkText("ejemplo", moment);
  const own = answer.remarks.filter((remark) => remark !== example);
  if (moment.isFuture && answer.decision.affirms) own.push(remarkText("dia_futuro", moment));
  if (stale) own.push(remarkText("datos_antiguos", moment));
  return own;
}

/**
 * @param {string} fact
 * @param {Moment} moment
 */
function remarkText(fact, moment) {
  return remarksFor({ [fact]: "si", datos: moment.data })[0].sentence;
}

/** @param {Moment} moment */
function dayLine({ day, data }) {
  return fillText("Respuesta para el {dia|fecha}, con datos al {datos|fecha}.", { dia: day, datos: data });
}

/**
 * @param {Answer} answer
 * @param {Moment} moment
 * @param {Site} site
 */
function matchList(answer, moment, site) {
  const list = part("ul", "apl-lista");
  list.append(...answer.matches.map((match) => matchItem(match, answer, moment, site)));
  return list;
}

/**
 * @param {Match} match
 * @param {Answer} answer
 * @param {Moment} moment
 * @param {Site} site
 */
function matchItem(match, answer, moment, site) {
  const item = part("li");
  const link = matchLink(match, site);
  item.append(link);
  if (match.kind === answer.kind && match.id === answer.id) {
    link.textContent = `Ver la ficha completa: ${match.name}`;
    return item;
  }
  const { level, word } = isUnsure(match, moment) ? staleDecision(moment.age, moment.data) : { level: match.level, word: match.state };
  item.append(" ", part("span", `apl-estado apl-estado--${toneOf(level)}`, word));
  if (match.example && !answer.example) item.append(" (ejemplo ficticio)");
  return item;
}

/**
 * @param {Match} match
 * @param {Site} site
 */
function matchLink(match, site) {
  const text = match.kind === "empresa" || match.kind === "elemento" ? match.name : `${match.id}: ${match.name}`;
  const link = /** @type {HTMLAnchorElement} */ (part("a", "", text));
  link.href = hrefOf(site, match.path);
  return link;
}

/**
 * @param {string} title
 * @param {string} text
 */
function titled(title, text) {
  const paragraph = part("p");
  paragraph.append(part("strong", "", title), ` ${text}`);
  return paragraph;
}

/**
 * @param {string} name
 * @param {string} [className]
 * @param {string} [text]
 */
function part(name, className = "", text = "") {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.textContent = text;
  return element;
}
