/** Answers → a sheet that says what was asked and told, to be printed, copied and checked later. */

import { own, put } from "../idioma/decir.js";
import { sayDone } from "../registros/avisar.js";
import { inEdition } from "../search/parts.js";
import { dataLine, lineOf, minutesText, moreOf, recordName, stateOf, wordOf } from "./acta.js";
import { button, fact, linked, part } from "./elementos.js";
import { fillText } from "./frase.js";
import { digestOf, toldBy, writeDigest, writeFingerprint } from "./huella.js";
import { LONGEST_IN_QR, qrPicture } from "./qr.js";
import { isUnsure, remarksOf } from "./respuesta.js";

/**
 * @typedef {import("./respuestas.js").Answer} Answer
 * @typedef {import("./respuesta.js").Moment} Moment
 * @typedef {import("../search/parts.js").Site} Site
 */

/**
 * @typedef {object} Consultation
 * @property {Answer[]} answers
 * @property {Moment} moment
 * @property {Site} site
 * @property {any} index  what the register says of itself
 * @property {string} today
 */

const NOT_PROOF = gettext("La prueba es el registro, no este papel: compruebe la constancia en su dirección. No es el certificado ni lo reemplaza. La huella no lleva firma: dice qué se preguntó y qué se respondió, no quién lo hizo.");
const COPIED_TEXT = gettext("Texto copiado");
const COPIED_LINK = gettext("Enlace copiado");

/**
 * The sheet, with its buttons.
 * @param {Consultation} asked
 */
export async function recordSheet(asked) {
  const address = fingerprintAddress(asked);
  const sheet = part("section", "apl-constancia");
  sheet.setAttribute("aria-labelledby", "constancia");
  const heading = part("h2", "", gettext("Constancia de consulta"));
  heading.id = "constancia";
  heading.tabIndex = -1;
  sheet.append(heading, own(part("p", "apl-constancia__de", String(asked.index.nombre))));
  if (asked.answers.some(({ example }) => example)) {
    sheet.append(part("p", "apl-verificador__ejemplo", gettext("Incluye fichas de ejemplo: son ficticias y no certifican a nadie.")));
  }
  sheet.append(asked.answers.length === 1 ? oneAnswer(asked) : manyAnswers(asked));
  sheet.append(await proof(asked, address), actions(asked, address));
  return sheet;
}

/** @param {Consultation} asked */
function fingerprintAddress({ answers, moment, index }) {
  const told = answers.map(toldBy);
  return `${pageAddress(index)}#huella=${writeFingerprint({ day: moment.day, data: moment.data, told })}`;
}

/**
 * The page where it is published, whatever copy of it is open.
 * @param {any} index
 */
function pageAddress(index) {
  return index.sitio ? `${index.sitio}${inEdition("verificar/")}` : location.href.split("#")[0];
}

/** @param {Consultation} asked */
function oneAnswer({ answers: [answer], moment, index, today }) {
  const { decision } = answer;
  const unsure = isUnsure(decision, moment);
  const facts = part("dl", "apl-datos");
  facts.append(
    fact(gettext("Se preguntó por"), answer.query),
    fact(gettext("Para el día"), writtenOut(moment.day)),
    fact(gettext("Respuesta"), part("strong", "", wordOf(answer, moment))),
  );
  if (!unsure) facts.append(fact(gettext("Qué significa"), decision.sentence));
  if (!unsure && decision.use) facts.append(fact(gettext("Uso del sello"), decision.use));
  const remarks = remarksOf(answer, moment, unsure);
  if (remarks.length) facts.append(fact(gettext("Tenga presente"), remarks.join(" ")));
  const others = answer.matches.filter((one) => one.kind !== answer.kind || one.id !== answer.id);
  if (others.length) facts.append(fact(answer.found ? gettext("En detalle") : gettext("Se parece a"), details(others, moment)));
  facts.append(fact(gettext("Datos del registro"), dataLine(moment, index, today)));
  if (answer.identity) facts.append(fact(gettext("Ficha"), recordName(answer)));
  return facts;
}

/**
 * @param {import("./respuestas.js").Match[]} others
 * @param {Moment} moment
 */
function details(others, moment) {
  const list = part("ul");
  list.append(...others.map((one) => part("li", "", `${one.name}: ${stateOf(one, moment)}`)));
  return list;
}

/** @param {Consultation} asked */
function manyAnswers({ answers, moment, index, today }) {
  const facts = part("dl", "apl-datos");
  facts.append(
    fact(gettext("Se preguntó por"), put(gettext("una lista de {n}"), { n: String(answers.length) })),
    fact(gettext("Para el día"), writtenOut(moment.day)),
    fact(gettext("Datos del registro"), dataLine(moment, index, today)),
  );
  const list = part("ol", "apl-constancia__lista");
  list.append(...answers.map((answer) => answerItem(answer, moment)));
  const whole = part("div");
  whole.append(facts, list);
  return whole;
}

/**
 * @param {Answer} answer
 * @param {Moment} moment
 */
function answerItem(answer, moment) {
  const item = part("li");
  item.append(part("strong", "", answer.query), `: ${lineOf(answer, moment)}`);
  const more = moreOf(answer, moment);
  if (more) item.append(part("div", "", more));
  if (answer.identity) item.append(" ", part("span", "apl-nota", recordName(answer)));
  return item;
}

/**
 * The QR, the address and what they are good for.
 * @param {Consultation} asked
 * @param {string} address
 */
async function proof(asked, address) {
  const box = part("div", "apl-constancia__prueba");
  const short = address.length <= LONGEST_IN_QR ? address : await digestAddress(asked);
  try {
    box.append(await qrPicture(asked.site, short));
  } catch {
    box.append(part("p", "apl-nota", gettext("No pudimos dibujar el código QR. La dirección de abajo sirve igual.")));
  }
  const words = part("div");
  words.append(part("p", "", gettext("Cualquiera puede comprobarla, hoy o después, leyendo el código o abriendo su dirección:")));
  const shown = part("p", "apl-constancia__direccion");
  shown.append(linked(short, short));
  words.append(shown);
  if (short !== address) {
    words.append(part("p", "apl-nota", gettext("La lista es larga: al abrir esta dirección hay que pegarla otra vez. El enlace completo, que se copia con el botón, no lo pide.")));
  }
  words.append(part("p", "apl-nota", NOT_PROOF));
  box.append(words);
  return box;
}

/** @param {Consultation} asked */
async function digestAddress({ answers, moment, index }) {
  const digest = await digestOf(answers.map(toldBy));
  if (!digest) return pageAddress(index);
  const { day, data } = moment;
  return `${pageAddress(index)}#huella=${writeDigest({ day, data, count: answers.length, digest })}`;
}

/**
 * @param {Consultation} asked
 * @param {string} address
 */
function actions(asked, address) {
  const row = part("p", "apl-verificador__acciones");
  row.append(button("apl-boton", gettext("Imprimir"), () => window.print()));
  if (navigator.clipboard) {
    row.append(
      copier(gettext("Copiar el texto para el acta"), COPIED_TEXT, minutesText(asked, address)),
      copier(gettext("Copiar el enlace"), COPIED_LINK, address),
    );
  } else row.append(textToCopy(minutesText(asked, address)));
  return row;
}

/**
 * @param {string} title
 * @param {string} done
 * @param {string} text
 */
function copier(title, done, text) {
  const made = button("apl-boton apl-boton--claro", title, () => {
    navigator.clipboard.writeText(text).then(
      () => sayDone(made, done),
      () => made.replaceWith(textToCopy(text)),
    );
  });
  return made;
}

/** @param {string} text */
function textToCopy(text) {
  const area = /** @type {HTMLTextAreaElement} */ (part("textarea"));
  area.readOnly = true;
  area.rows = 8;
  area.value = text;
  area.setAttribute("aria-label", gettext("Texto para copiar"));
  return area;
}

/** @param {string} day */
function writtenOut(day) {
  return fillText(gettext("{day|fecha}"), { day });
}
