/** Audits and certificates of an adhesion → their faults: order, levels met, renewals; as `rules/`. */

import { codeSymbolsOf } from "../estado/codigo.js";
import { compare, fault, placed } from "./faltas.js";

/**
 * @typedef {import("./borrador.js").Block} Block
 * @typedef {import("./borrador.js").Keys} Keys
 * @typedef {import("./entrada.js").Settings} Settings
 * @typedef {import("./faltas.js").Placed} Placed
 */

/**
 * @param {Placed[]} audits
 * @param {Placed[]} certificates
 */
export function auditFaults(audits, certificates) {
  const found = [];
  for (const { block, keys } of audits) {
    const [met, applicable] = [block.cumplen, block.aplican];
    if ((met === undefined) !== (applicable === undefined)) {
      found.push(fault("APL381", [...keys, "fecha"], { key: met === undefined ? "cumplen" : "aplican" }));
    } else if (met !== undefined && Number(met) > Number(applicable)) {
      found.push(fault("APL380", [...keys, "cumplen"], { value: met, applicable }));
    }
  }
  const finals = audits.filter(({ block }) => block.tipo === "final" && block.fecha);
  finals.sort((one, other) => compare(one.block.fecha, other.block.fecha));
  const last = finals.at(-1);
  for (const { block, keys } of audits) {
    if (last && block.tipo === "intermedia" && block.fecha > last.block.fecha) {
      found.push(fault("APL385", [...keys, "fecha"], { value: block.fecha, last: last.block.fecha }));
    }
  }
  return [...found, ...repeatedFinals(finals, certificates)];
}

/**
 * A second final audit, of the same level, follows a certificate of the first.
 * @param {Placed[]} finals
 * @param {Placed[]} certificates
 */
function repeatedFinals(finals, certificates) {
  return finals.flatMap((first, at) => {
    const second = finals.slice(at + 1).find(({ block }) => block.nivel === first.block.nivel);
    if (!second) return [];
    const isBetween = certificates.some(
      ({ block }) =>
        first.block.fecha <= block.fecha &&
        block.fecha <= second.block.fecha &&
        (first.block.nivel === undefined || block.nivel === first.block.nivel),
    );
    if (isBetween) return [];
    return [
      fault("APL386", [...second.keys, "tipo"], { other: first.block.fecha }),
      fault("APL386", [...first.keys, "tipo"], { other: second.block.fecha }),
    ];
  });
}

/**
 * Without levels, the final audit that led to a certificate meets all that applies.
 * @param {Placed[]} audits
 * @param {Placed[]} certificates
 */
export function everythingMet(audits, certificates) {
  const told = new Set();
  return certificates.flatMap(({ block: certificate }) => {
    const before = audits.filter(({ block }) => block.tipo === "final" && block.fecha && block.fecha <= certificate.fecha);
    const leading = before.sort((one, other) => compare(one.block.fecha, other.block.fecha)).at(-1);
    if (!leading || told.has(leading) || leading.block.cumplen === undefined) return [];
    const { cumplen: value, aplican: applicable = "0" } = leading.block;
    if (Number(value) >= Number(applicable)) return [];
    told.add(leading);
    return [fault("APL415", [...leading.keys, "cumplen"], { value, applicable, code: certificate.codigo })];
  });
}

/**
 * Two certificates of the same level do not overlap, unless the later renews the earlier.
 * @param {Placed[]} certificates
 * @param {Settings} settings
 */
export function overlaps(certificates, settings) {
  const dated = certificates.filter(({ block }) => block.fecha && block.vigente_hasta > block.fecha);
  dated.sort((one, other) => compare(one.block.fecha, other.block.fecha));
  const renewed = new Map(dated.map(({ block }) => [block.codigo, block.renueva]));
  const clashing = dated.flatMap((later, at) =>
    dated
      .slice(0, at)
      .filter((earlier) => isOverlap(earlier.block, later.block) && !renews(renewed, later.block.codigo, earlier.block.codigo))
      .flatMap((earlier) => [
        fault("APL411", [...later.keys, "codigo"], { other: earlier.block.codigo }),
        fault("APL411", [...earlier.keys, "codigo"], { other: later.block.codigo }),
      ]),
  );
  const isKnown = (/** @type {string} */ symbols) => settings.codes.has(symbols) || settings.fresh?.has(symbols);
  const unknown = certificates.filter(({ block }) => block.renueva && !isKnown(codeSymbolsOf(block.renueva)));
  return [...clashing, ...unknown.map(({ block, keys }) => fault("APL223", [...keys, "renueva"], { code: block.renueva }))];
}

/**
 * @param {Block} earlier
 * @param {Block} later
 */
function isOverlap(earlier, later) {
  const annulled = earlier.anulacion?.fecha;
  const isOver = annulled !== undefined && annulled <= later.fecha;
  return earlier.nivel === later.nivel && later.fecha <= earlier.vigente_hasta && !isOver;
}

/**
 * Whether a certificate names another in `renueva`, or one that does.
 * @param {Map<string, string | undefined>} renewed
 * @param {string} later
 * @param {string} earlier
 */
function renews(renewed, later, earlier) {
  const seen = new Set();
  for (let code = renewed.get(later); code && !seen.has(code); code = renewed.get(code)) {
    if (code === earlier) return true;
    seen.add(code);
  }
  return false;
}

/**
 * What is renewed is another one, and earlier.
 * @param {(Placed & {of: Keys})[]} adhesions
 */
export function renewalFaults(adhesions) {
  const all = adhesions.flatMap((one) => placed(one.block, one.keys, "certificados").map((each) => ({ ...each, of: one.of.join() })));
  return all.flatMap(({ block, keys, of }) => {
    const code = block.renueva;
    if (code && code === block.codigo) return [fault("APL412", [...keys, "renueva"], { code })];
    const renewed = all.find((other) => other.of === of && other.block.codigo === code);
    if (!code || !renewed || !(renewed.block.fecha >= block.fecha)) return [];
    return [fault("APL414", [...keys, "renueva"], { code, value: renewed.block.fecha })];
  });
}
