/** Seals in their compact form and a day → the facts of the decision table. */

import { certificatesOf, sealStanding } from "./estados.js";
import { fillText } from "./frase.js";
import { byCodePoint, elementName, elementNoun, joinedWords, saidName, yes } from "./palabras.js";
import { DECISIONS } from "./tabla.js";

/**
 * @typedef {import("./frase.js").CaseFacts} CaseFacts
 * @typedef {import("./estados.js").Certificate} Certificate
 * @typedef {import("./estados.js").Seal} Seal
 * @typedef {import("./estados.js").Company} Company
 * @typedef {import("./hechos.js").World} World
 */

/**
 * What the table asks about a seal.
 * @param {World} world
 * @param {Seal} seal
 * @param {string} day
 * @param {Certificate[]} [covered]  its certificates, where the world does not hold them
 * @returns {CaseFacts}
 */
export function sealFacts({ company }, seal, day, covered) {
  const reason = covered ? sealStanding(seal, covered, day) : sealOn(company, seal, day);
  const element = (company.e || []).find((one) => one.i !== undefined && one.i === seal.e);
  const cual = element ? elementName(element) : "";
  const name = saidName(company.t);
  const ended = seal.t && seal.t[0] <= day ? seal.t : [];
  const inForce = reason === "vigente";
  return {
    codigo: seal.k || "",
    estado: inForce ? "vigente" : "no_vigente",
    razon: inForce ? "" : reason,
    razon_palabras: inForce ? "" : DECISIONS.sealReasons[reason],
    de: element ? "elemento" : "empresa",
    titular: element ? fillText(DECISIONS.holder, { cual, empresa: name }) : name,
    cual,
    which: element ? elementNoun(element) : "",
    empresa: name,
    desde: seal.d,
    hasta: seal.h,
    termino: ended[0] || "",
    motivo: ended[1] || "",
    contrato: seal.p || "",
    usos: joinedWords((seal.u || []).map((use) => DECISIONS.uses[use])),
    ejemplo: yes(seal.x === 1),
  };
}

/**
 * @param {Company} company
 * @param {Certificate} certificate
 * @param {string} day
 */
export function certificateSeal(company, certificate, day) {
  const seals = company.s || [];
  const inForce = (/** @type {Seal} */ seal) => sealOn(company, seal, day) === "vigente";
  const covering = knownSeals(seals.filter((seal) => certificate.k && (seal.z || []).includes(certificate.k)), day);
  const held = covering.find(inForce);
  if (held) return sealFact(held.e ? "elemento" : "empresa", held);
  const other = knownSeals(seals.filter((seal) => !seal.e), day).find(inForce);
  if (other) return sealFact("otro", other);
  return endedSeal(company, covering, day);
}

/**
 * @param {Company} company
 * @param {string} day
 */
export function companySeal(company, day) {
  const seals = knownSeals(company.s || [], day);
  const holding = seals.filter((seal) => sealOn(company, seal, day) === "vigente");
  const whole = holding.find((seal) => !seal.e);
  if (whole) return { ...sealFact("empresa", whole), sello_de: "" };
  if (!holding.length) return { ...endedSeal(company, seals, day), sello_de: "" };
  const elements = (company.e || []).filter((element) => holding.some((seal) => seal.e === element.i));
  const names = [...new Set(elements.map(elementName))].sort(byCodePoint);
  return { ...sealFact("elemento", holding[0]), sello_de: joinedWords(names) };
}

/**
 * @param {Company} company
 * @param {Seal[]} seals
 * @param {string} day
 */
function endedSeal(company, seals, day) {
  const [first] = seals;
  if (!first) return { sello: "sin_contrato", sello_codigo: "", sello_hasta: "", sello_motivo: "" };
  return sealFact("no_vigente", first, DECISIONS.sealReasons[sealOn(company, first, day)]);
}

/**
 * @param {string} held
 * @param {Seal} seal
 * @param {string} [reason]
 */
function sealFact(held, seal, reason = "") {
  return { sello: held, sello_codigo: seal.k || "", sello_hasta: seal.h, sello_motivo: reason };
}

/**
 * The seals that had been granted by a day, the one that lasts longest first.
 * @param {Seal[]} seals
 * @param {string} day
 */
function knownSeals(seals, day) {
  const known = seals.filter((seal) => (seal.g || seal.d) <= day);
  return known.sort((one, other) => (one.h !== other.h ? (one.h > other.h ? -1 : 1) : String(one.k) < String(other.k) ? -1 : 1));
}

/**
 * @param {Company} company
 * @param {Seal} seal
 * @param {string} day
 */
function sealOn(company, seal, day) {
  const covered = certificatesOf(company).filter((one) => one.k && (seal.z || []).includes(one.k));
  return sealStanding(seal, covered, day);
}
