/** Certificates, seals and elements in their compact form → where they stand on a day; as `status.py`. */

import { daysApart } from "./dia.js";
import { firstState } from "./pruebas.js";
import { DECISIONS } from "./tabla.js";

/**
 * The compact forms are described in `generator/decision/compact.py`.
 * @typedef {{k?: string, n?: string, f: string, h: string, l?: number, s?: string[][], a?: string[]}} Certificate
 * @typedef {{i?: string | number, f: string, b?: string, r?: string[], c?: Certificate[]}} Adhesion
 * @typedef {{i?: string, k?: string, t?: string, a?: Adhesion[]}} Element
 * @typedef {{k?: string, g?: string, d: string, h: string, e?: string, p?: string, u?: string[], t?: string[], z?: string[], x?: number}} Seal
 * @typedef {{i?: string, t?: string, x?: number, e?: Element[], s?: Seal[], y?: string, o?: string[][]}} Company
 * @typedef {{t?: string, b?: string, l?: Record<string, string>, n?: string[][]}} Agreement
 */

/**
 * @typedef {object} CertificateStanding
 * @property {string} state
 * @property {boolean} inForce
 * @property {string} from  first day of the state itself, "" where it has none
 * @property {string} to
 * @property {number} left  days from the day asked to the last one, -1 unless in force
 * @property {string} reason
 */

/**
 * @param {Certificate} certificate
 * @param {string} day
 * @returns {CertificateStanding}
 */
export function certificateStanding(certificate, day) {
  const { f, h, s = [], a = [] } = certificate;
  const facts = { dia: day, fecha: f, vigente_hasta: h, anulacion: a[0] || "", suspensiones: s };
  const state = firstState(DECISIONS.tests.certificado, facts);
  const found = { state, inForce: state === "vigente", from: "", to: "", left: -1, reason: "" };
  if (state === "vigente") return { ...found, from: f, to: h, left: daysApart(day, h) };
  if (state === "anulado") return { ...found, from: a[0], reason: a[1] || "" };
  if (state === "suspendido") return { ...found, ...suspension(certificate, day) };
  return state === "vencido" ? { ...found, from: dayAfter(h) } : { ...found, to: f };
}

/**
 * Of several suspensions that hold on the day, the one that lasts longest speaks.
 * @param {Certificate} certificate
 * @param {string} day
 */
function suspension({ s = [], h }, day) {
  const holding = s.filter(([from, to]) => from <= day && (!to || day <= to));
  const ends = holding.map(([from, to, reason]) => ({ from, to: to && to < h ? to : h, reason: reason || "" }));
  return ends.reduce((best, one) => (one.to + one.from > best.to + best.from ? one : best));
}

/** @param {string} day */
function dayAfter(day) {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/**
 * Every certificate of a company.
 * @param {Company} company
 */
export function certificatesOf(company) {
  return (company.e || []).flatMap((element) => (element.a || []).flatMap((adhesion) => adhesion.c || []));
}

/**
 * Why a seal is not in force on a day, or "vigente".
 * @param {Seal} seal
 * @param {Certificate[]} certificates  those it covers
 * @param {string} day
 */
export function sealStanding(seal, certificates, day) {
  const supported = certificates.some((one) => certificateStanding(one, day).inForce);
  return firstState(DECISIONS.tests.sello, {
    dia: day,
    desde: seal.d,
    hasta: seal.h,
    termino: seal.t?.[0] || "",
    certificado_que_rige: supported ? "si" : "no",
  });
}

/**
 * @typedef {object} ElementStanding
 * @property {string} state
 * @property {string} agreement  its id
 * @property {Adhesion} adhesion  the latest
 * @property {Certificate | null} certificate  the one that decides
 */

/**
 * Where an element stands in each agreement it had adhered to by a day, in order of adhesion.
 * @param {Element} element
 * @param {Record<string, Agreement>} agreements
 * @param {string} day
 * @returns {ElementStanding[]}
 */
export function elementStandings(element, agreements, day) {
  const dated = (element.a || []).filter((one) => one.f <= day);
  const ordered = dated.sort((one, other) => (one.f < other.f ? -1 : one.f > other.f ? 1 : 0));
  const ids = [...new Set(ordered.map((one) => String(one.i)))];
  return ids.map((id) => {
    const held = ordered.filter((one) => String(one.i) === id);
    return elementStanding(held, id, agreements, day);
  });
}

/**
 * @param {Adhesion[]} adhesions
 * @param {string} id
 * @param {Record<string, Agreement>} agreements
 * @param {string} day
 * @returns {ElementStanding}
 */
function elementStanding(adhesions, id, agreements, day) {
  const latest = adhesions[adhesions.length - 1];
  const dated = adhesions.flatMap((one) => one.c || []).filter((one) => one.f <= day);
  const weighed = dated.map((certificate) => ({ certificate, ...certificateStanding(certificate, day) }));
  const deciding = weighed.length ? weighed.reduce((best, one) => (weighsMore(one, best) ? one : best)) : null;
  const ended = latest.b || agreements[id]?.b;
  const state = firstState(DECISIONS.tests.elemento, {
    certificado_que_rige: deciding?.inForce ? "si" : "no",
    retirado: hasLeft(latest, day) ? "si" : "no",
    suspendido: deciding?.state === "suspendido" ? "si" : "no",
    ultimo: deciding?.state || "",
    acuerdo_terminado: ended && ended <= day ? "si" : "no",
  });
  return { state, agreement: id, adhesion: latest, certificate: deciding && deciding.certificate };
}

/**
 * In force before suspended before ended; among those in force the highest level.
 * @param {{certificate: Certificate, state: string, inForce: boolean}} one
 * @param {{certificate: Certificate, state: string, inForce: boolean}} other
 */
function weighsMore(one, other) {
  const [mine, theirs] = [weights(one), weights(other)];
  const at = mine.findIndex((weight, n) => weight !== theirs[n]);
  return at >= 0 && mine[at] > theirs[at];
}

/** @param {{certificate: Certificate, state: string, inForce: boolean}} one */
function weights({ certificate, state, inForce }) {
  const { l = 0, h, f, k = "" } = certificate;
  return [inForce, state === "suspendido", inForce ? l : 0, h, f, k];
}

/**
 * @param {Adhesion} adhesion
 * @param {string} day
 */
export function hasLeft(adhesion, day) {
  return Boolean(adhesion.r && adhesion.r[0] <= day);
}

/**
 * Whether any certificate of the element is in force.
 * @param {Element} element
 * @param {string} day
 */
export function elementInForce(element, day) {
  const held = (element.a || []).filter((one) => one.f <= day).flatMap((one) => one.c || []);
  return held.some((one) => certificateStanding(one, day).inForce);
}

/**
 * Whether it stands in an agreement it has not left, or has a certificate in force.
 * @param {Element} element
 * @param {string} day
 */
export function elementCounts(element, day) {
  return elementInForce(element, day) || (element.a || []).some((one) => one.f <= day && !hasLeft(one, day));
}
