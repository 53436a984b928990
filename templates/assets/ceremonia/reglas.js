/** A company as it would be → the faults that its record would have; as the models and `rules/`. */

import { fold } from "../search/fold.js";
import { auditFaults, everythingMet, overlaps, renewalFaults } from "./constancias.js";
import { compare, fault, placed } from "./faltas.js";
import { isNaturalRut } from "./personales.js";
import { CEREMONY } from "./tablas.js";

/**
 * @typedef {import("./borrador.js").Block} Block
 * @typedef {import("./borrador.js").Keys} Keys
 * @typedef {import("./entrada.js").Settings} Settings
 * @typedef {import("./faltas.js").Fault} Fault
 * @typedef {import("./faltas.js").Placed} Placed
 */

const IGNORED_NAMES = new Set(CEREMONY.persons.ignored);

/**
 * Every fault of a company's record.
 * @param {string} id
 * @param {Block} company
 * @param {Settings} settings
 * @returns {Fault[]}
 */
export function faultsOf(id, company, settings) {
  const elements = placed(company, [], "elementos");
  const adhesions = elements.flatMap(({ block, keys }) => placed(block, keys, "adhesiones").map((one) => ({ ...one, of: keys })));
  return [
    ...missingKeys("empresas", company, []),
    ...(elements.length ? [] : [fault("APL026", ["elementos"])]),
    ...companyFaults(id, company),
    ...elements.flatMap((one) => elementFaults(one)),
    ...elements.flatMap((one) => repeatedAdhesions(placed(one.block, one.keys, "adhesiones"))),
    ...adhesions.flatMap((one) => adhesionFaults(one, company, settings)),
    ...renewalFaults(adhesions),
  ];
}

/**
 * A missing key is told where its block begins: at its first key.
 * @param {string} table
 * @param {Block} block
 * @param {Keys} keys
 */
function missingKeys(table, block, keys) {
  const found = [];
  for (const [inner, names] of Object.entries(CEREMONY.tables[table].required)) {
    const inside = inner ? block[inner] : block;
    if (!inside) continue;
    const at = inner ? [...keys, inner] : keys;
    for (const name of /** @type {string[]} */ (names)) {
      if (inside[name] === undefined) found.push(fault("APL020", beginning(table, inside, at, inner), { key: name }));
    }
  }
  return found;
}

/**
 * @param {string} table
 * @param {Block} block
 * @param {Keys} keys
 * @param {string} inner  the key of the block inside another; "" for one of a list
 */
function beginning(table, block, keys, inner) {
  if (!keys.length) return keys;
  const column = CEREMONY.tables[table].columns.find((/** @type {any} */ { path }) =>
    inner ? path[0] === inner && block[path[1]] !== undefined : block[path[0]] !== undefined,
  );
  return column ? [...keys, column.path[inner ? 1 : 0]] : keys;
}

/**
 * @param {string} id
 * @param {Block} company
 */
function companyFaults(id, company) {
  const found = [];
  const isFirm = company.tipo === "persona_juridica";
  if (isFirm && !company.razon_social) found.push(fault("APL340", []));
  if (isFirm && !company.rut) found.push(fault("APL341", []));
  if (isFirm && company.rut && isNaturalRut(company.rut)) found.push(fault("APL344", ["rut"], { value: "•••" }));
  const consented = company.consentimiento?.campos || [];
  if (company.tipo === "persona_natural" && !consented.includes("nombre")) found.push(...namedElements(company));
  return found;
}

/** @param {Block} company */
function namedElements(company) {
  if (company.rut && !isNaturalRut(company.rut)) return [];
  const words = new Set(fold(`${company.razon_social || ""} ${company.nombre_fantasia || ""}`).split(" "));
  const telling = (/** @type {string} */ word) => word.length >= CEREMONY.persons.shortest && !IGNORED_NAMES.has(word) && words.has(word);
  return placed(company, [], "elementos").flatMap(({ block, keys }) =>
    fold(block.nombre || "").split(" ").some(telling) ? [fault("APL209", [...keys, "nombre"], { value: "•••", found: "•••" })] : [],
  );
}

/** @param {Placed} element */
function elementFaults({ block, keys }) {
  const found = missingKeys("elementos", block, keys);
  if (block.alcance === "establecimiento" && !block.comuna) found.push(fault("APL346", [...keys, "id"], { id: block.id }));
  return found;
}

/**
 * A second adhesion to the same agreement comes after the withdrawal of the first.
 * @param {Placed[]} adhesions
 */
function repeatedAdhesions(adhesions) {
  const living = adhesions.filter(({ block }) => block.acuerdo && block.fecha && block.estado !== "rechazada");
  living.sort((one, other) => compare(one.block.fecha, other.block.fecha));
  return living.flatMap((first, at) => {
    const second = living.slice(at + 1).find(({ block }) => block.acuerdo === first.block.acuerdo);
    const left = first.block.retiro?.fecha;
    if (!second) return [];
    if (!left) {
      const clash = (/** @type {Placed} */ one, /** @type {Placed} */ other) =>
        fault("APL360", [...one.keys, "acuerdo"], { id: first.block.acuerdo, other: other.block.fecha });
      return [clash(second, first), clash(first, second)];
    }
    const isEarly = second.block.fecha < left;
    return isEarly ? [fault("APL361", [...second.keys, "fecha"], { value: second.block.fecha, first: left })] : [];
  });
}

/**
 * @param {Placed} adhesion
 * @param {Block} company
 * @param {Settings} settings
 */
function adhesionFaults(adhesion, company, settings) {
  const { block, keys } = adhesion;
  const audits = placed(block, keys, "auditorias");
  const certificates = placed(block, keys, "certificados");
  const known = settings.agreements[block.acuerdo];
  const found = [
    ...missingKeys("adhesiones", block, keys),
    ...audits.flatMap((one) => missingKeys("auditorias", one.block, one.keys)),
    ...certificates.flatMap((one) => missingKeys("certificados", one.block, one.keys)),
  ];
  if (block.acuerdo && !known) found.push(fault("APL220", [...keys, "acuerdo"], { id: block.acuerdo }));
  if (known?.ejemplo && company.ejemplo !== "true") found.push(fault("APL231", [...keys, "acuerdo"], { id: block.acuerdo }));
  found.push(...tooEarly(block, keys, audits, certificates), ...certificates.flatMap((one) => termFaults(one, block)));
  if (certificates.length && block.estado && block.estado !== "aceptada") {
    found.push(fault("APL401", [...certificates[0].keys, "codigo"], { state: block.estado }));
  }
  if (known) found.push(...levelFaults(known.niveles, audits, certificates));
  if (known && !known.niveles.length) found.push(...everythingMet(audits, certificates));
  return [...found, ...auditFaults(audits, certificates), ...overlaps(certificates, settings)];
}

/**
 * No withdrawal, audit or certificate is before its adhesion; where all of several are, one tells.
 * @param {Block} block
 * @param {Keys} keys
 * @param {Placed[]} audits
 * @param {Placed[]} certificates
 */
function tooEarly(block, keys, audits, certificates) {
  const dates = [
    ...(block.retiro?.fecha ? [{ day: block.retiro.fecha, keys: [...keys, "retiro", "fecha"], code: "APL364" }] : []),
    ...audits.map((one) => ({ day: one.block.fecha, keys: [...one.keys, "fecha"], code: "APL384" })),
    ...certificates.map((one) => ({ day: one.block.fecha, keys: [...one.keys, "fecha"], code: "APL400" })),
  ].filter(({ day }) => day && block.fecha);
  const early = dates.filter(({ day }) => day < block.fecha);
  const told = early.length > 1 && early.length === dates.length ? early.slice(0, 1) : early;
  return told.map((one) => fault(one.code, one.keys, { value: one.day, first: block.fecha }));
}

/**
 * @param {Placed} certificate
 * @param {Block} adhesion
 */
function termFaults({ block, keys }, adhesion) {
  const found = [];
  const left = adhesion.retiro?.fecha;
  if (block.fecha && block.vigente_hasta && block.vigente_hasta <= block.fecha) {
    found.push(fault("APL404", [...keys, "vigente_hasta"], { value: block.vigente_hasta, first: block.fecha }));
  }
  if (left && block.fecha > left) found.push(fault("APL402", [...keys, "fecha"], { value: block.fecha, last: left }));
  return found;
}

/**
 * @param {number[]} levels
 * @param {Placed[]} audits
 * @param {Placed[]} certificates
 */
function levelFaults(levels, audits, certificates) {
  const known = levels.length === 1 ? `el nivel ${levels[0]}` : `los niveles ${levels.slice(0, -1).join(", ")} y ${levels.at(-1)}`;
  const found = [];
  for (const { block, keys } of certificates) {
    if (levels.length && !block.nivel) found.push(fault("APL403", [...keys, "codigo"], { known }));
  }
  for (const { block, keys } of [...audits, ...certificates]) {
    if (!block.nivel) continue;
    if (!levels.length) found.push(fault("APL382", [...keys, "nivel"]));
    else if (!levels.includes(Number(block.nivel))) found.push(fault("APL383", [...keys, "nivel"], { value: block.nivel, known }));
  }
  return found;
}
