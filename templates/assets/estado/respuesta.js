/** An answer → the elements that show it. */

import { IS_TRANSLATED, counted, own, put, putOwn } from "../idioma/decir.js";
import { hrefOf } from "../search/parts.js";
import { remarksFor, staleDecision, toneOf } from "./decidir.js";
import { linked, part, titled } from "./elementos.js";
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
  const heading = own(part("h2", "apl-verificador__de", headingOf(answer)), isOwnName(answer));
  heading.tabIndex = -1;
  heading.setAttribute("aria-describedby", "apl-verificador-palabra"); // said with the heading in focus
  const said = part("p", "apl-palabra", word);
  said.id = "apl-verificador-palabra";
  box.append(heading, said);
  if (answer.example) box.append(part("p", "apl-verificador__ejemplo", remarkText("ejemplo", moment)));
  if (!stale) box.append(part("p", "apl-frase", decision.sentence));
  for (const remark of remarksOf(answer, moment, stale !== null)) box.append(part("p", "", remark));
  if (!stale && decision.use) box.append(titled(gettext("¿Y el sello?"), decision.use));
  if (decision.now) box.append(titled(gettext("Qué hacer ahora."), decision.now));
  if (!IS_TRANSLATED) {
    const english = part("p", "apl-ingles", stale ? stale.english : decision.english);
    english.lang = "en";
    box.append(english);
  }
  if (answer.matches.length) {
    if (!answer.found) box.append(part("p", "apl-verificador__parecidos", gettext("Lo que más se parece:")));
    box.append(matchList(answer, moment, site));
    const more = moreElement(answer, answer.matches.length, site);
    if (more) box.append(more);
  }
  box.append(part("p", "apl-verificador__dia", dayLine(moment)));
  return box;
}

/** @param {Answer} answer */
export function headingOf({ kind, label, query }) {
  if (kind === "certificado") return put(gettext("Certificado {code}"), { code: label });
  if (kind === "sello") return put(gettext("Sello {code}"), { code: label });
  if (isOwnName({ kind })) return label;
  return query ? put(gettext("«{text}»"), { text: query }) : gettext("Verificar");
}

/**
 * Whether it is called by a name of the register's own, in whatever language.
 * @param {{kind: string}} about
 */
function isOwnName({ kind }) {
  return kind === "empresa" || kind === "elemento";
}

/**
 * Old data cannot say that something is in force.
 * @param {{affirms: boolean}} said
 * @param {Moment} moment
 */
export function isUnsure(said, moment) {
  return said.affirms && moment.isOld;
}

/**
 * @param {Answer} answer
 * @param {Moment} moment
 * @param {boolean} stale
 */
export function remarksOf(answer, moment, stale) {
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
export function dayLine({ day, data }) {
  return fillText(gettext("Respuesta para el {dia|fecha}, con datos al {datos|fecha}."), { dia: day, datos: data });
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
 * How many more answer than the `shown` ones, with a link to all of them; none where that is all.
 * @param {Answer} answer
 * @param {number} shown
 * @param {Site} site
 */
export function moreElement({ query, kind, matches, decision }, shown, site) {
  const count = kind === "varias" ? Number(decision.facts.cuantas) : matches.length;
  if (count <= shown) return null;
  const text = counted(gettext("y {n} más"), count - shown);
  const all = `${hrefOf(site, "registro/")}#${new URLSearchParams({ q: query })}`;
  return kind === "varias" ? linked(text, all) : part("span", "", text);
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
    link.removeAttribute("lang");
    const words = gettext("Ver la ficha completa: {name}");
    link.replaceChildren(...(isOwnName(match) ? putOwn(words, { name: match.name }) : [put(words, { name: match.name })]));
    return item;
  }
  const { level, word } = isUnsure(match, moment) ? staleDecision(moment.age, moment.data) : { level: match.level, word: match.state };
  item.append(" ", part("span", `apl-estado apl-estado--${toneOf(level)}`, word));
  if (match.example && !answer.example) item.append(" ", gettext("(ejemplo ficticio)"));
  if (match.kind === "elemento" && answer.kind === "empresa") item.append(" ", aloneLink(match, answer));
  return item;
}

/**
 * The same question, for one element.
 * @param {Match} match
 * @param {Answer} answer
 */
function aloneLink({ id, name }, { day }) {
  const link = linked(gettext("Solo esta"), `#${new URLSearchParams({ q: id, dia: day })}`);
  link.setAttribute("aria-label", put(gettext("Solo esta: {name}"), { name }));
  return link;
}

/**
 * @param {Match} match
 * @param {Site} site
 */
export function matchLink(match, site) {
  const text = isOwnName(match) ? match.name : `${match.id}: ${match.name}`;
  const link = own(/** @type {HTMLAnchorElement} */ (part("a", "", text)), isOwnName(match));
  link.href = hrefOf(site, match.path);
  return link;
}
