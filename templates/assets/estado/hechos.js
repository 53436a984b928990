/** Records in their compact form and a day → the facts of the decision table; as `decision/facts.py`. */

import { certificateStanding, elementCounts, elementInForce, elementStandings, hasLeft } from "./estados.js";
import { CERTIFIED_LIST, SEAL_LIST, completeness, isComplete, jointReach, rollFacts } from "./nominas.js";
import { elementName, elementNoun, saidName, yes } from "./palabras.js";
import { certificateSeal, companySeal } from "./sellos.js";
import { DECISIONS } from "./tabla.js";

/**
 * @typedef {import("./frase.js").CaseFacts} CaseFacts
 * @typedef {import("./estados.js").Certificate} Certificate
 * @typedef {import("./estados.js").Adhesion} Adhesion
 * @typedef {import("./estados.js").Element} Element
 * @typedef {import("./estados.js").Seal} Seal
 * @typedef {import("./estados.js").Company} Company
 * @typedef {import("./estados.js").Agreement} Agreement
 * @typedef {import("./estados.js").ElementStanding} ElementStanding
 */

/**
 * @typedef {object} World  a company and all that bears on its answers
 * @property {Company} company
 * @property {Record<string, Agreement>} agreements  by id
 * @property {number} soon  a certificate with so many days or less left expires soon
 */

/** @typedef {{element: Element, adhesion: Adhesion, certificate: Certificate}} Held */

/**
 * What the table asks about a certificate.
 * @param {World} world
 * @param {Held} held
 * @param {string} day
 * @returns {CaseFacts}
 */
export function certificateFacts(world, held, day) {
  const { company } = world;
  const { element, adhesion, certificate } = held;
  const agreement = world.agreements[String(adhesion.i)];
  const standing = certificateStanding(certificate, day);
  const reach = rollFacts(agreement, SEAL_LIST, day);
  const left = hasLeft(adhesion, day);
  return {
    codigo: certificate.k || "",
    estado: standing.state,
    por_vencer: standing.inForce && standing.left <= world.soon ? (standing.left ? "si" : "hoy") : "no",
    dias: standing.inForce ? String(standing.left) : "",
    desde: certificate.f,
    hasta: certificate.h,
    estado_desde: standing.from,
    estado_hasta: standing.to,
    suspension_abierta: yes((certificate.s || []).some(([from, to]) => !to && from <= day)),
    motivo: standing.reason,
    nivel: levelName(agreement, certificate.l),
    cual: elementName(element),
    which: elementNoun(element),
    empresa: saidName(company.t),
    acuerdo: agreementName(agreement, adhesion),
    sucesor: ["vencido", "anulado"].includes(standing.state) ? successor(element, adhesion, day) : "",
    nomina_sellos: reach.coverage,
    nomina: reach.words,
    retirado: yes(left && standing.inForce),
    retirado_el: left && adhesion.r ? adhesion.r[0] : "",
    ejemplo: yes(company.x === 1),
    ...certificateSeal(company, certificate, day),
  };
}

/**
 * @param {Agreement | undefined} agreement
 * @param {number | undefined} level
 */
function levelName(agreement, level) {
  return level === undefined ? "" : agreement?.l?.[String(level)] || String(level);
}

/**
 * @param {Agreement | undefined} agreement
 * @param {Adhesion} adhesion
 */
function agreementName(agreement, adhesion) {
  return saidName(agreement?.t || String(adhesion.i ?? ""));
}

/**
 * The code of the certificate in force of the same element in the same agreement.
 * @param {Element} element
 * @param {Adhesion} adhesion
 * @param {string} day
 */
function successor(element, adhesion, day) {
  const found = elementStandings(element, {}, day).find((one) => one.agreement === String(adhesion.i));
  return (found?.state === "certificado" && found.certificate?.k) || "";
}

// An element in an agreement, and a company.

/**
 * What the table asks about an element whose state no certificate decides.
 * @param {World} world
 * @param {Element} element
 * @param {ElementStanding} standing
 * @param {string} day
 * @returns {CaseFacts}
 */
export function elementFacts({ company, agreements }, element, standing, day) {
  const { state, adhesion } = standing;
  const agreement = agreements[standing.agreement];
  const reach = rollFacts(agreement, CERTIFIED_LIST, day);
  const left = (state === "retirado" && adhesion.r) || [];
  return {
    estado: state,
    con_certificado: yes(standing.certificate !== null),
    nomina_certificados: reach.coverage,
    nomina: reach.words,
    cual: elementName(element),
    empresa: saidName(company.t),
    acuerdo: agreementName(agreement, adhesion),
    desde: adhesion.f,
    retirado_el: left[0] || "",
    motivo: left[1] || "",
    ejemplo: yes(company.x === 1),
  };
}

/**
 * What the table asks about an element that had adhered to nothing by the day asked.
 * @param {World} world
 * @param {Element} element
 * @returns {CaseFacts}
 */
export function unadheredFacts({ company }, element) {
  return {
    estado: "sin_adhesion",
    cual: elementName(element),
    empresa: saidName(company.t),
    ejemplo: yes(company.x === 1),
  };
}

/**
 * What the table asks about a company.
 * @param {World} world
 * @param {string} day
 * @returns {CaseFacts}
 */
export function companyFacts({ company, agreements }, day) {
  const elements = company.e || [];
  const counted = elements.filter((element) => elementCounts(element, day));
  const inForce = counted.filter((element) => elementInForce(element, day));
  const plants = (counted.length ? counted : elements).every((one) => (one.k || "establecimiento") === "establecimiento");
  const holding = elements
    .flatMap((element) => element.a || [])
    .filter((one) => (one.c || []).some((certificate) => certificateStanding(certificate, day).inForce));
  const complete = holding.every((one) => isComplete(agreements[String(one.i)], SEAL_LIST, day));
  return {
    estado: companyState(elements, agreements, counted, inForce.length, day),
    n: String(inForce.length),
    ...countedUnits(plants ? "instalaciones" : "elementos", counted.length),
    ...certifiedLists(elements, agreements, day),
    empresa: saidName(company.t),
    nomina_sellos: completeness(complete),
    ejemplo: yes(company.x === 1),
    ...companySeal(company, day),
  };
}

/**
 * @param {string} unit
 * @param {number} count
 */
function countedUnits(unit, count) {
  const [one, many, site, sites] = DECISIONS.units[unit];
  const single = count === 1;
  return { m: String(count), unidad: unit, contadas: single ? one : many, units: single ? site : sites };
}

/**
 * Whether the lists of certificates of a company's agreements are complete; else how far they go.
 * @param {Element[]} elements
 * @param {Record<string, Agreement>} agreements
 * @param {string} day
 */
function certifiedLists(elements, agreements, day) {
  const known = elements.flatMap((element) => element.a || []).filter((one) => one.f <= day);
  const ids = [...new Set(known.map((one) => String(one.i)))];
  const reach = jointReach(ids.map((id) => agreements[id]), CERTIFIED_LIST, day);
  return { nomina_certificados: completeness(!reach), nomina: reach };
}

/**
 * @param {Element[]} elements
 * @param {Record<string, Agreement>} agreements
 * @param {Element[]} counted
 * @param {number} inForce
 * @param {string} day
 */
function companyState(elements, agreements, counted, inForce, day) {
  if (inForce) return inForce === counted.length ? "todas" : "algunas";
  const speaking = counted.length ? counted : elements;
  const standings = speaking.map((element) => elementStandings(element, agreements, day));
  const states = new Set(standings.filter((found) => found.length).map(speakingState));
  if (!states.size) return "sin_adhesiones";
  return states.size === 1 ? [...states][0] : "ninguna";
}

/**
 * The state that speaks for an element with several agreements.
 * @param {ElementStanding[]} standings
 */
function speakingState(standings) {
  return DECISIONS.companyStates[standings[speakingAt(standings)].state];
}

/**
 * Which of an element's agreements speaks for it; a certificate in force comes first.
 * @param {ElementStanding[]} standings
 */
export function speakingAt(standings) {
  const order = ["certificado", ...Object.keys(DECISIONS.companyStates)];
  const places = standings.map((one) => order.indexOf(one.state));
  return places.indexOf(Math.min(...places));
}
