/** A fingerprint and the register of today → what it says of each answer, as elements. */

import { put } from "../idioma/decir.js";
import { answerQuery } from "./consulta.js";
import { compare } from "./comparar.js";
import { part } from "./elementos.js";
import { fillText } from "./frase.js";
import { digestOf, toldBy } from "./huella.js";

/**
 * @typedef {import("./huella.js").Fingerprint} Fingerprint
 * @typedef {import("./huella.js").Digest} Digest
 * @typedef {import("./comparar.js").Verdict} Verdict
 * @typedef {import("./partes.js").VerifyParts} VerifyParts
 */

/** @typedef {{query: string, answer: import("./respuestas.js").Answer, verdict: Verdict}} Checked */

/**
 * Each question of a fingerprint, asked again for its day.
 * @param {VerifyParts} parts
 * @param {Fingerprint} fingerprint
 * @returns {Promise<Checked[]>}
 */
export async function checkAgain(parts, { day, data, told }) {
  const { dia } = await parts.index();
  return Promise.all(
    told.map(async (then) => {
      const answer = await answerQuery(parts, then.query, day);
      const company = answer.company ? (await parts.world(answer.company)).company : null;
      return { query: then.query, answer, verdict: compare(then, answer, { then: data, now: dia }, company) };
    }),
  );
}

/**
 * @param {Fingerprint} fingerprint
 * @param {Checked[]} checked
 * @param {string} dataDay
 */
export function checkedElement({ day, data }, checked, dataDay) {
  const box = part("section", "apl-comprobada");
  const heading = part("h2", "", gettext("Comprobación de una constancia"));
  heading.tabIndex = -1;
  const about = gettext("Se hizo con datos al {data|fecha}, sobre el {day|fecha}. Hoy el registro tiene datos al {now|fecha}.");
  box.append(heading, part("p", "apl-verificador__dia", fillText(about, { data, day, now: dataDay })));
  if (checked.length > 1) box.append(part("p", "apl-comprobada__cuenta", tally(checked)));
  box.append(...checked.map(verdictBox));
  return box;
}

/** @param {Checked[]} checked */
function tally(checked) {
  const same = checked.filter(({ verdict }) => verdict.kind === "igual").length;
  if (same === checked.length) return put(gettext("Las {all} respuestas son iguales que entonces."), { all: String(checked.length) });
  const [all, changed] = [checked.length, checked.length - same].map(String);
  const words = gettext("{same} de {all} respuestas son iguales que entonces; {changed} no. Las que no, primero:");
  return put(words, { same: String(same), all, changed });
}

/** @param {Checked} checked */
function verdictBox({ query, verdict }) {
  const box = part("section", `apl-respuesta apl-respuesta--${verdict.tone}`);
  box.dataset.veredicto = verdict.kind;
  box.append(part("h3", "apl-verificador__de", put(gettext("«{text}»"), { text: query })), part("p", "apl-palabra", verdict.word), part("p", "apl-frase", verdict.sentence));
  if (verdict.changes.length) {
    const list = part("ul");
    const told = gettext("{day|fecha}: {text}");
    list.append(...verdict.changes.map(({ day, text }) => part("li", "", put(fillText(told, { day, text: "{text}" }), { text }))));
    box.append(part("p", "", gettext("Lo que el registro cuenta de esos días:")), list);
  }
  return box;
}

/**
 * Those that changed come first, each kind in the order of the list.
 * @param {Checked[]} checked
 */
export function changedFirst(checked) {
  const isSame = (/** @type {Checked} */ one) => one.verdict.kind === "igual";
  return [...checked.filter((one) => !isSame(one)), ...checked.filter(isSame)];
}

/**
 * Whether a pasted list is told the same today as the digest says it was.
 * @param {Digest} digest
 * @param {import("./respuestas.js").Answer[]} answers
 */
export async function digestElement(digest, answers) {
  const found = await digestOf(answers.map(toldBy));
  const isSame = found === digest.digest;
  const box = part("section", `apl-respuesta apl-respuesta--${isSame ? "bien" : "no"}`);
  box.dataset.veredicto = isSame ? "igual" : "cambio";
  const heading = part("h2", "apl-palabra", isSame ? gettext("Igual que entonces") : gettext("No es igual que entonces"));
  heading.tabIndex = -1;
  const differs =
    answers.length === digest.count
      ? gettext("O la lista no es la misma, o cambió alguna respuesta o los datos de alguna ficha. El enlace completo de la constancia dice cuál.")
      : put(gettext("La lista que pegó tiene {pasted} y la de la constancia {told}."), { pasted: String(answers.length), told: String(digest.count) });
  box.append(heading, part("p", "apl-frase", isSame ? gettext("La lista completa recibe hoy las mismas respuestas, con los mismos datos.") : differs));
  return box;
}
