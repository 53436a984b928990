/** A company's facts → what happened or was corrected between two days, as far as they tell. */

import { put } from "../idioma/decir.js";
import { fillText } from "./frase.js";

/**
 * @typedef {import("./estados.js").Company} Company
 * @typedef {import("./estados.js").Certificate} Certificate
 * @typedef {import("./estados.js").Seal} Seal
 */

/** @typedef {{day: string, text: string}} Change */

/**
 * In order of day; what concerns another code than the one asked about is left out.
 * @param {Company} company
 * @param {string | null} code  "" or null for the whole company
 * @param {string} after
 * @param {string} until
 * @returns {Change[]}
 */
export function changesBetween(company, code, after, until) {
  const isMeant = (/** @type {string | undefined} */ one) => !code || one === code;
  const seals = (company.s || []).filter((seal) => isMeant(seal.k) || (seal.z || []).some(isMeant));
  const found = [
    ...corrected(company),
    ...(company.e || []).flatMap((element) => (element.a || []).flatMap((adhesion) => ofAdhesion(element, adhesion, isMeant))),
    ...seals.flatMap(ofSeal),
  ];
  const within = found.filter(({ day }) => after < day && day <= until);
  return within.sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
}

/**
 * @param {Company} company
 * @returns {Change[]}
 */
function corrected({ o = [] }) {
  return o.map(([day, field, said, says]) => {
    return { day, text: put(correctedWords(said, says), { field, said, says }) };
  });
}

/**
 * @param {string} said  "" for nothing
 * @param {string} says
 */
function correctedWords(said, says) {
  if (said && says) return gettext("Se corrigió «{field}»: decía «{said}», dice «{says}».");
  if (said) return gettext("Se corrigió «{field}»: decía «{said}», no dice nada.");
  if (says) return gettext("Se corrigió «{field}»: no decía nada, dice «{says}».");
  return gettext("Se corrigió «{field}»: no decía nada, no dice nada.");
}

/**
 * @param {import("./estados.js").Element} element
 * @param {import("./estados.js").Adhesion} adhesion
 * @param {(code: string | undefined) => boolean} isMeant
 * @returns {Change[]}
 */
function ofAdhesion({ t = "" }, adhesion, isMeant) {
  const certificates = (adhesion.c || []).filter((one) => isMeant(one.k));
  const found = certificates.flatMap(ofCertificate);
  if (!certificates.length && !isMeant(undefined)) return found;
  if (isMeant(undefined)) found.push({ day: adhesion.f, text: put(gettext("{name} adhirió a un acuerdo."), { name: t }) });
  if (adhesion.r) found.push({ day: adhesion.r[0], text: put(gettext("{name} se retiró de su acuerdo."), { name: t }) });
  return found;
}

/**
 * @param {Certificate} certificate
 * @returns {Change[]}
 */
function ofCertificate({ k = "", f, h, s = [], a }) {
  const found = [{ day: f, text: told(gettext("Se otorgó el certificado {codigo}, vigente hasta el {hasta|fecha}."), k, { hasta: h }) }];
  for (const [from, , reason = ""] of s) {
    found.push({ day: from, text: told(gettext("Se suspendió el certificado {codigo}.[[ Motivo: {motivo|frase}]]"), k, { motivo: reason }) });
  }
  if (a) found.push({ day: a[0], text: told(gettext("Se anuló el certificado {codigo}.[[ Motivo: {motivo|frase}]]"), k, { motivo: a[1] || "" }) });
  return found;
}

/**
 * @param {Seal} seal
 * @returns {Change[]}
 */
function ofSeal({ k = "", g, d, h, t }) {
  const found = [{ day: g || d, text: told(gettext("Se firmó el contrato del sello {codigo}, hasta el {hasta|fecha}."), k, { hasta: h }) }];
  if (t) found.push({ day: t[0], text: told(gettext("Terminó el contrato del sello {codigo}.[[ Motivo: {motivo|frase}]]"), k, { motivo: t[1] || "" }) });
  return found;
}

/**
 * @param {string} template
 * @param {string} codigo
 * @param {Record<string, string>} facts
 */
function told(template, codigo, facts) {
  return fillText(template, { codigo, ...facts });
}
