/** A decision of the table → the public answer, and lines of lists; as `answer.py` and `record_answers.py`. */

import { codeSymbolsOf } from "./codigo.js";
import { decideRow, remarksFor } from "./decidir.js";
import { speakingAt, unadheredFacts } from "./hechos.js";
import { elementName, saidName, yes } from "./palabras.js";
import { decideCertificate, decideCompany, decideSeal, elementDecisions, heldCertificate } from "./registros.js";

/**
 * @typedef {import("./decidir.js").Decision} Decision
 * @typedef {import("./hechos.js").World} World
 */

/**
 * @typedef {object} Match  a record that an answer is about or leads to
 * @property {string} kind
 * @property {string} id
 * @property {string} name
 * @property {string} state
 * @property {string} path  relative to the site
 * @property {string} level
 * @property {boolean} affirms  it says that something is in force
 * @property {boolean} example
 */

/**
 * @typedef {object} Answer
 * @property {string} query
 * @property {string} day
 * @property {string} kind
 * @property {string | null} id
 * @property {string} label  what the answer speaks of
 * @property {boolean | null} rige
 * @property {string | null} desde
 * @property {string | null} hasta
 * @property {string | null} motivo
 * @property {Decision} decision
 * @property {Match[]} matches
 * @property {string[]} remarks
 * @property {boolean} example
 * @property {boolean} found
 * @property {string} company  the id of the company whose record answered, "" where none did
 * @property {string} identity  what tells its facts from any other edition of them
 */

/**
 * @param {object} about
 * @param {string} about.query
 * @param {string} about.day
 * @param {string} about.kind
 * @param {Decision} about.decision
 * @param {string} [about.id]
 * @param {string} [about.label]
 * @param {boolean | null} [about.rige]
 * @param {boolean} [about.found]
 * @param {Match[]} [about.matches]
 * @param {Record<string, string>} [about.via]  how the record was reached
 * @param {import("./estados.js").Company} [about.company]  whose record answers
 * @returns {Answer}
 */
export function answerOf(about) {
  const { query, day, kind, decision, id, label, rige = null, found = true, matches = [], via = {} } = about;
  const { facts } = decision;
  return {
    query,
    day,
    kind,
    id: id ?? null,
    label: label || query,
    rige,
    desde: facts.desde || null,
    hasta: facts.hasta || null,
    motivo: facts.razon || facts.motivo || null,
    decision,
    matches,
    remarks: remarksFor({ ...facts, consulta: query, ...via }).map((/** @type {Decision} */ one) => one.sentence),
    example: facts.ejemplo === "si",
    found,
    company: about.company?.i || "",
    identity: about.company?.y || "",
  };
}

/**
 * @param {string} query
 * @param {World} world
 * @param {string} code
 * @param {string} day
 */
export function certificateAnswer(query, world, code, day) {
  const decision = decideCertificate(world, heldCode(world, code), day);
  const matches = [certificateMatch(world, code, day)];
  const { company } = world;
  return answerOf({ query, day, kind: "certificado", decision, id: code, label: code, rige: decision.affirms, matches, company });
}

/**
 * @param {World} world
 * @param {string} code
 * @param {string} day
 * @returns {Match}
 */
export function certificateMatch(world, code, day) {
  const held = heldCode(world, code);
  const decision = decideCertificate(world, held, day);
  const name = `${elementName(held.element)}, ${saidName(world.company.t)}`;
  return match("certificado", code, name, decision, `v/${codeSymbolsOf(code)}/`, world.company.x === 1);
}

/**
 * @param {World} world
 * @param {string} code
 */
function heldCode(world, code) {
  const held = heldCertificate(world, (certificate) => certificate.k === code);
  if (!held) throw new Error(`${code} is not of ${world.company.i}`);
  return held;
}

/**
 * @param {string} query
 * @param {World} world
 * @param {string} code
 * @param {string} day
 */
export function sealAnswer(query, world, code, day) {
  const seal = (world.company.s || []).find((one) => one.k === code);
  if (!seal) throw new Error(`${code} is not of ${world.company.i}`);
  const decision = decideSeal(world, seal, day);
  const path = `v/${codeSymbolsOf(code)}/`;
  const matches = [match("sello", code, saidName(world.company.t), decision, path, seal.x === 1)];
  const { company } = world;
  return answerOf({ query, day, kind: "sello", decision, id: code, label: code, rige: decision.affirms, matches, company });
}

/**
 * @param {string} query
 * @param {World} world
 * @param {string} day
 * @param {Record<string, string>} [via]
 */
export function companyAnswer(query, world, day, via) {
  const decision = decideCompany(world, day);
  const { estado } = decision.facts;
  const matches = [companyMatch(world, day), ...elementMatches(world, day)];
  const rige = estado === "algunas" ? null : estado === "todas";
  const { company } = world;
  const { i: id } = company;
  const label = saidName(company.t);
  return answerOf({ query, day, kind: "empresa", decision, id, label, rige, matches, via, company });
}

/**
 * @param {World} world
 * @param {string} day
 * @returns {Match}
 */
export function companyMatch(world, day) {
  const { i: id = "", t, x } = world.company;
  const decision = decideCompany(world, day);
  return { ...match("empresa", id, saidName(t), decision, `empresas/${id}/`, x === 1), state: decision.word };
}

/**
 * Of several agreements of an element the one speaks that says most.
 * @param {string} query
 * @param {World} world
 * @param {string} element  its id
 * @param {string} day
 * @param {Record<string, string>} [via]
 */
export function elementAnswer(query, world, element, day, via) {
  const { company } = world;
  const found = (company.e || []).filter((one) => one.i === element);
  const said = elementDecisions({ ...world, company: { ...company, e: found } }, day);
  const spoken = said.length ? said[speakingAt(said.map(({ standing }) => standing))] : null;
  const decision = spoken ? spoken.decision : decideRow("elemento", unadheredFacts(world, found[0]));
  const reached = { varios_acuerdos: yes(said.length > 1), cuantos: String(said.length) };
  return answerOf({
    query,
    day,
    kind: "elemento",
    decision,
    id: `${company.i}/${element}`,
    label: `${found[0].t}, ${saidName(company.t)}`,
    rige: spoken ? decision.affirms : null,
    matches: said.map((one) => elementMatch(company, one)),
    via: { ...reached, ...via },
    company,
  });
}

/**
 * @param {World} world
 * @param {string} day
 * @returns {Match[]}
 */
function elementMatches(world, day) {
  return elementDecisions(world, day).map((one) => elementMatch(world.company, one));
}

/**
 * @param {import("./estados.js").Company} company
 * @param {{element: import("./estados.js").Element, decision: Decision}} said
 */
function elementMatch({ i: id, x }, { element, decision }) {
  return {
    ...match("elemento", `${id}/${element.i}`, `${element.t}, ${decision.facts.acuerdo}`, decision, "", x === 1),
    state: decision.word,
    path: `empresas/${id}/#${element.i}`,
  };
}

/**
 * @param {string} kind
 * @param {string} id
 * @param {string} name
 * @param {Decision} decision
 * @param {string} path
 * @param {boolean} example
 * @returns {Match}
 */
function match(kind, id, name, decision, path, example) {
  const { state, level, affirms } = decision;
  return { kind, id, name, state, path, level, affirms, example };
}
