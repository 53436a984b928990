/** An answer and its company → lines in three columns: adhesion, certificate, seal. */

import { put } from "../idioma/decir.js";
import { staleDecision } from "./decidir.js";
import { elementStandings, hasLeft } from "./estados.js";
import { fillText } from "./frase.js";
import { speakingAt } from "./hechos.js";
import { decideCertificate, decideElement, decideSeal, heldCertificate } from "./registros.js";
import { certificateSeal, companySeal } from "./sellos.js";

/**
 * @typedef {import("./respuestas.js").Answer} Answer
 * @typedef {import("./respuesta.js").Moment} Moment
 * @typedef {import("./estados.js").Element} Element
 * @typedef {import("./estados.js").Certificate} Certificate
 * @typedef {import("./estados.js").Adhesion} Adhesion
 * @typedef {import("./hechos.js").World} World
 */

/**
 * @typedef {object} Step  how far an element has come: its adhesion, its certificate or its seal
 * @property {string} word
 * @property {string} level
 * @property {boolean} affirms
 * @property {string} code  "" where it has none
 * @property {string} until  its last day, "" where it has none
 */

/**
 * @typedef {object} Line
 * @property {string} element  its name, "" for a seal of a whole company
 * @property {string} agreement
 * @property {string} path
 * @property {Step | null} adhesion
 * @property {Step | null} certificate
 * @property {Step | null} seal
 */

/**
 * One line for each element in each agreement that the answer is about.
 * @param {Answer} answer
 * @param {World} world
 * @returns {Line[]}
 */
export function linesOf(answer, world) {
  const { day, kind, id } = answer;
  const elements = world.company.e || [];
  if (kind === "certificado") return certificateLines(world, day, (one) => one.k === id);
  if (kind === "sello") return sealLines(world, day, String(id));
  const asked = kind === "elemento" ? elements.filter((one) => `${world.company.i}/${one.i}` === id) : elements;
  return asked.flatMap((element) => elementLines(world, element, day));
}

/**
 * Old data cannot say that something is in force.
 * @param {Line} line
 * @param {Moment} moment
 * @returns {Line}
 */
export function lineKnown(line, moment) {
  const known = (/** @type {Step | null} */ step) => (step?.affirms && moment.isOld ? { ...step, ...stale(moment) } : step);
  return { ...line, certificate: known(line.certificate), seal: known(line.seal) };
}

/** @param {Moment} moment */
function stale({ age, data }) {
  const { word, level } = staleDecision(age, data);
  return { word, level, affirms: false };
}

/**
 * @param {World} world
 * @param {string} day
 * @param {(certificate: Certificate) => boolean} isMeant
 * @returns {Line[]}
 */
function certificateLines(world, day, isMeant) {
  const held = heldCertificate(world, isMeant);
  if (!held) return [];
  const { element, adhesion, certificate } = held;
  return [
    {
      ...placeOf(world, element, adhesion),
      adhesion: adhesionStep(adhesion, day),
      certificate: certificateStep(decideCertificate(world, held, day), certificate),
      seal: sealStep(certificateSeal(world.company, certificate, day)),
    },
  ];
}

/**
 * A seal, beside each certificate that it rests on.
 * @param {World} world
 * @param {string} day
 * @param {string} code
 * @returns {Line[]}
 */
function sealLines(world, day, code) {
  const seal = (world.company.s || []).find((one) => one.k === code);
  if (!seal) return [];
  const { word, level, affirms, facts } = decideSeal(world, seal, day);
  const own = { word: affirms ? word : put(gettext("No vigente ({reason})"), { reason: facts.razon_palabras }), level, affirms, code, until: seal.h };
  const lines = (seal.z || []).flatMap((covered) => certificateLines(world, day, (one) => one.k === covered));
  const alone = { element: "", agreement: "", path: "", adhesion: null, certificate: null, seal: own };
  return lines.length ? lines.map((line) => ({ ...line, seal: own })) : [alone];
}

/**
 * @param {World} world
 * @param {Element} element
 * @param {string} day
 * @returns {Line[]}
 */
function elementLines(world, element, day) {
  const standings = elementStandings(element, world.agreements, day);
  const own = { ...world.company, s: (world.company.s || []).filter((one) => one.e === element.i) };
  if (!standings.length) {
    const none = { word: gettext("Sin adhesión ese día"), level: "neutro", affirms: false, code: "", until: "" };
    return [{ ...placeOf(world, element, null), adhesion: none, certificate: null, seal: null }];
  }
  const first = speakingAt(standings);
  return standings.map((standing, at) => {
    const { certificate } = standing;
    const decided = decideElement(world, element, standing, day);
    const held = certificate && heldCertificate(world, (one) => one === certificate);
    const said = held && standing.state === "retirado" ? decideCertificate(world, held, day) : decided;
    const facts = certificate ? certificateSeal(world.company, certificate, day) : companySeal(own, day);
    return {
      ...placeOf(world, element, standing.adhesion),
      adhesion: adhesionStep(standing.adhesion, day),
      certificate: certificate ? certificateStep(said, certificate) : noCertificate(said),
      seal: certificate || at === first ? sealStep(facts) : null,
    };
  });
}

/**
 * @param {World} world
 * @param {Element} element
 * @param {Adhesion | null} adhesion
 */
function placeOf({ company, agreements }, element, adhesion) {
  const id = adhesion ? String(adhesion.i ?? "") : "";
  return { element: element.t || "", agreement: agreements[id]?.t || id, path: `empresas/${company.i}/#${element.i}` };
}

/**
 * @param {Adhesion} adhesion
 * @param {string} day
 * @returns {Step}
 */
function adhesionStep(adhesion, day) {
  const left = hasLeft(adhesion, day);
  const still = adhesion.f > day ? gettext("Adhirió después, el {dia|fecha}") : gettext("Adherida desde el {dia|fecha}");
  const word = fillText(left ? gettext("Se retiró el {dia|fecha}") : still, { dia: left && adhesion.r ? adhesion.r[0] : adhesion.f });
  return { word, level: "neutro", affirms: false, code: "", until: "" };
}

/**
 * @param {import("./decidir.js").Decision} said
 * @param {Certificate} certificate
 * @returns {Step}
 */
function certificateStep({ word, level, affirms }, { k = "", h }) {
  return { word, level, affirms, code: k, until: h };
}

/**
 * @param {import("./decidir.js").Decision} said
 * @returns {Step}
 */
function noCertificate({ facts }) {
  const word = facts.nomina_certificados === "completa" ? gettext("Sin certificado") : gettext("Sin certificado en este registro");
  return { word, level: "neutro", affirms: false, code: "", until: "" };
}

/**
 * @param {Record<string, string>} facts  of `certificateSeal` or `companySeal`
 * @returns {Step}
 */
function sealStep({ sello, sello_codigo: code, sello_hasta: until, sello_motivo: reason }) {
  const of = { code: code || "", until: until || "" };
  if (sello === "elemento" || sello === "empresa") return { word: gettext("Vigente"), level: "positivo", affirms: true, ...of };
  if (sello === "otro") return { word: gettext("De la empresa, por otro certificado"), level: "aviso", affirms: true, ...of };
  if (sello === "no_vigente") return { word: put(gettext("No vigente ({reason})"), { reason: reason || "" }), level: "negativo", affirms: false, ...of };
  return { word: gettext("Sin contrato en este registro"), level: "neutro", affirms: false, code: "", until: "" };
}
