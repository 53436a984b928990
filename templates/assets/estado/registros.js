/** Records in their compact form and a day → what the table says of them. */

import { decideRow } from "./decidir.js";
import { elementStandings } from "./estados.js";
import { certificateFacts, companyFacts, elementFacts } from "./hechos.js";
import { sealFacts } from "./sellos.js";

/**
 * @typedef {import("./decidir.js").Decision} Decision
 * @typedef {import("./estados.js").Certificate} Certificate
 * @typedef {import("./estados.js").Element} Element
 * @typedef {import("./estados.js").Seal} Seal
 * @typedef {import("./estados.js").ElementStanding} ElementStanding
 * @typedef {import("./hechos.js").World} World
 * @typedef {import("./hechos.js").Held} Held
 */

/**
 * The chain of a certificate of a company; none for a code it does not hold.
 * @param {World} world
 * @param {(certificate: Certificate) => boolean} isMeant
 * @returns {Held | undefined}
 */
export function heldCertificate({ company }, isMeant) {
  for (const element of company.e || []) {
    for (const adhesion of element.a || []) {
      const certificate = (adhesion.c || []).find(isMeant);
      if (certificate) return { element, adhesion, certificate };
    }
  }
}

/**
 * @param {World} world
 * @param {Held} held
 * @param {string} day
 */
export function decideCertificate(world, held, day) {
  return decideRow("certificado", certificateFacts(world, held, day));
}

/**
 * @param {World} world
 * @param {Seal} seal
 * @param {string} day
 * @param {Certificate[]} [covered]
 */
export function decideSeal(world, seal, day, covered) {
  return decideRow("sello", sealFacts(world, seal, day, covered));
}

/**
 * The answer for an element in one agreement: its certificate's, where one decides.
 * @param {World} world
 * @param {Element} element
 * @param {ElementStanding} standing
 * @param {string} day
 * @returns {Decision}
 */
export function decideElement(world, element, standing, day) {
  const { certificate } = standing;
  if (certificate && standing.state !== "retirado") {
    const adhesion = (element.a || []).find((one) => (one.c || []).includes(certificate));
    return decideCertificate(world, { element, adhesion: adhesion || standing.adhesion, certificate }, day);
  }
  return decideRow("elemento", elementFacts(world, element, standing, day));
}

/**
 * @param {World} world
 * @param {string} day
 */
export function decideCompany(world, day) {
  return decideRow("empresa", companyFacts(world, day));
}

/**
 * Each element of a company in each agreement, with what is said of it.
 * @param {World} world
 * @param {string} day
 */
export function elementDecisions(world, day) {
  return (world.company.e || []).flatMap((element) =>
    elementStandings(element, world.agreements, day).map((standing) => ({
      element,
      standing,
      decision: decideElement(world, element, standing, day),
    })),
  );
}
