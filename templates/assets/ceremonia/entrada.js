/** Rows → blocks of companies: found by id, RUT, code or name, or made anew; as `entering.py`. */

import { codeSymbolsOf } from "../estado/codigo.js";
import { mintCode, mintPersonsId } from "./acunar.js";
import { namesById, textOf } from "./filas.js";
import {
  adhesionNumber,
  alikeNumber,
  completedParts,
  elementNumber,
  freeId,
  onlyOne,
  slugOfName,
  withoutKnownName,
} from "./hallar.js";
import { isNaturalRut } from "./personales.js";
import { Refused } from "./rechazo.js";
import { CEREMONY } from "./tablas.js";
import { nameKey, plainHeader } from "./texto.js";

/**
 * @typedef {import("./borrador.js").Block} Block
 * @typedef {import("./borrador.js").Draft} Draft
 * @typedef {import("./borrador.js").Spot} Spot
 * @typedef {import("./filas.js").Given} Given
 * @typedef {import("./filas.js").Part} Part
 * @typedef {import("./filas.js").Row} Row
 * @typedef {object} Settings  what rows are told that do not say it themselves
 * @property {string} agreement
 * @property {string} state
 * @property {Record<string, {nombre: string, niveles: number[], valida: boolean, ejemplo: boolean}>} agreements
 * @property {Set<string>} codes  of all certificates and seals, without their dash
 * @property {Map<string, string>} [minted]  codes and ids of an earlier check, by what they are for
 * @property {Set<string>} [fresh]  codes that rows give to new certificates
 */

const PARENT_OF = { elementos: "empresas", adhesiones: "elementos", auditorias: "adhesiones", certificados: "adhesiones" };
const NATURAL_KEYS = { auditorias: ["tipo", "fecha", "nivel"], certificados: ["fecha", "nivel"] };

export class Clerk {
  /**
   * @param {Draft} draft
   * @param {Settings} settings
   */
  constructor(draft, settings) {
    this.draft = draft;
    this.settings = settings;
    /** @type {Map<number, Record<string, Spot>>} where each row's blocks stand, by table */
    this.spots = new Map();
  }

  /**
   * All that a row says; throws `Refused` where it cannot be entered, and nothing is.
   * @param {Row} row
   */
  enter(row) {
    this.draft.begin(row.number);
    /** @type {Record<string, Spot>} */
    const spots = {};
    try {
      const parts = completedParts(row, this.settings.agreement);
      for (const table of CEREMONY.lists) {
        if (parts[table]) spots[table] = this.enterPart(table, parts, spots);
      }
    } catch (error) {
      this.draft.undo();
      throw error;
    }
    this.spots.set(row.number, spots);
  }

  /**
   * @param {string} table
   * @param {Record<string, Part>} parts
   * @param {Record<string, Spot>} spots
   */
  enterPart(table, parts, spots) {
    if (table === "empresas") return this.company(parts.empresas);
    let part = parts[table];
    if (table === "adhesiones" && part.acuerdo) {
      part = { ...part, acuerdo: { ...part.acuerdo, value: this.agreementId(part.acuerdo) } };
    }
    return this.block(table, part, spots[PARENT_OF[/** @type {keyof typeof PARENT_OF} */ (table)]], "certificados" in parts);
  }

  // Companies.

  /** @param {Part} given */
  company(given) {
    const part = this.withoutPersonsRut(given);
    const found = this.foundCompany(part);
    const spot = found ? { id: found, keys: [] } : this.newCompany(part);
    this.setAll("empresas", found ? withoutKnownName(part, "razon_social", this.draft.at(spot)) : part, spot);
    if (!found) this.completeCompany(spot, part);
    return spot;
  }

  /**
   * The RUT of a natural person who did not consent to it is not even looked at again.
   * @param {Part} part
   */
  withoutPersonsRut(part) {
    const given = part.rut;
    if (!given || !isNaturalRut(textOf(given))) return part;
    const consents = part.consentimiento_campos;
    const isConsented = consents && [consents.value].flat().includes("rut");
    if (isConsented || this.draft.companiesBy("ruts", textOf(given)).length) return part;
    this.draft.note("person-rut");
    const { rut: _, ...kept } = part;
    return { ...kept, tipo: kept.tipo || { ...given, value: "persona_natural" } };
  }

  /**
   * By id, then RUT, then name; "" where nothing fits.
   * @param {Part} part
   */
  foundCompany(part) {
    const { draft } = this;
    const byRut = part.rut ? draft.companiesBy("ruts", textOf(part.rut)) : [];
    const either = part.empresa && draft.companies.has(textOf(part.empresa)) ? part.empresa : undefined;
    const given = part.id || either;
    if (given && draft.companies.has(textOf(given))) {
      if (byRut.some((id) => id !== textOf(given))) throw new Refused("other-rut", { value: textOf(part.rut), id: byRut.join(", ") }, part.rut);
      return textOf(given);
    }
    if (byRut.length) {
      const id = onlyOne(byRut, part.rut);
      if (given) draft.note("other-id", { value: textOf(given), id });
      return id;
    }
    const name = part.razon_social || part.empresa || part.nombre_fantasia;
    const named = given || !name ? [] : draft.companiesBy("names", nameKey(textOf(name)));
    if (!named.length) return "";
    const id = onlyOne(named, name);
    const recorded = draft.companies.get(id)?.rut;
    if (part.rut && recorded && recorded !== textOf(part.rut)) throw new Refused("other-name", { value: textOf(part.rut), id }, part.rut);
    return id;
  }

  /** @param {Part} part */
  newCompany(part) {
    if (part.id) return this.draft.create(textOf(part.id), textOf(part.id));
    const name = part.razon_social || part.empresa || part.nombre_fantasia;
    if (!name && part.rut) throw new Refused("unknown-company", { value: textOf(part.rut) }, part.rut);
    if (!name) throw new Refused("no-company");
    const isPerson = part.tipo !== undefined && textOf(part.tipo) === "persona_natural";
    const key = nameKey(textOf(name));
    const slug = isPerson ? this.mintOnce(`persona/${key}`, mintPersonsId) : slugOfName(key);
    if (!slug) throw new Refused("no-id", { value: textOf(name) }, name);
    return this.draft.create(freeId(slug, (id) => this.draft.companies.has(id)), isPerson ? slug : textOf(name));
  }

  /**
   * What a new company must say and a list seldom does: what it is, and its size.
   * @param {Spot} spot
   * @param {Part} part
   */
  completeCompany(spot, part) {
    const data = this.draft.at(spot);
    const name = part.razon_social || part.empresa || part.nombre_fantasia || part.id;
    if (!data.tipo) {
      if (!part.rut) throw new Refused("no-rut", { value: name ? textOf(name) : "" }, name);
      this.draft.put(spot, ["tipo"], isNaturalRut(textOf(part.rut)) ? "persona_natural" : "persona_juridica");
    }
    if (!data.razon_social && part.empresa) this.draft.put(spot, ["razon_social"], part.empresa.value);
    if (!data.tamano) {
      this.draft.put(spot, ["tamano"], "sin_informacion");
      this.draft.note("size-unknown");
    }
  }

  // Blocks of a list.

  /**
   * @param {string} table
   * @param {Part} part
   * @param {Spot} parent
   * @param {boolean} isCertified  whether the row speaks of a certificate too
   */
  block(table, part, parent, isCertified) {
    const list = { id: parent.id, keys: [...parent.keys, table] };
    const items = this.draft.items(list);
    const number = this.numberOf(table, part, list, items);
    if (number >= 0) {
      const spot = { id: list.id, keys: [...list.keys, number] };
      const known = table === "elementos" ? withoutKnownName(part, "nombre", items[number]) : part;
      this.setAll(table, known, spot);
      return spot;
    }
    if (table === "elementos" && !part.nombre) throw new Refused(items.length ? "which-element" : "no-name");
    const spot = this.draft.append(list, table, labelOf(part));
    this.begin(table, part, spot, isCertified);
    this.setAll(table, part, spot);
    return spot;
  }

  /**
   * Which item of a list a row speaks of; -1 for a new one.
   * @param {string} table
   * @param {Part} part
   * @param {Spot} list
   * @param {Block[]} items
   */
  numberOf(table, part, list, items) {
    if (table === "elementos") return elementNumber(items, part);
    if (table === "adhesiones") return adhesionNumber(items, part, this.claimed(list, items));
    if (table === "certificados" && part.codigo) return this.certificateNumber(items, part.codigo, list);
    const keys = NATURAL_KEYS[/** @type {keyof typeof NATURAL_KEYS} */ (table)];
    return alikeNumber(table, items, part, keys);
  }

  /**
   * Adhesions of which a row has already spoken: another row does not mean these.
   * @param {Spot} list
   * @param {Block[]} items
   */
  claimed(list, items) {
    const isClaimed = (/** @type {number} */ n) => this.draft.written.has([list.id, ...list.keys, n, "fecha"].join("/"));
    return new Set([...items.keys()].filter(isClaimed));
  }

  /**
   * @param {Block[]} items
   * @param {Given} own
   * @param {Spot} list
   */
  certificateNumber(items, own, list) {
    const wanted = textOf(own);
    const number = items.findIndex((item) => item.codigo === wanted);
    if (number >= 0) return number;
    const elements = this.draft.items({ id: list.id, keys: ["elementos"] });
    const held = elements.flatMap((one) => one.adhesiones || []).flatMap((one) => one.certificados || []);
    if (held.some((one) => one.codigo === wanted)) throw new Refused("elsewhere", { value: wanted, id: list.id }, own);
    return -1;
  }

  /**
   * What a new block needs and its row may not say.
   * @param {string} table
   * @param {Part} part
   * @param {Spot} spot
   * @param {boolean} isCertified
   */
  begin(table, part, spot, isCertified) {
    if (table === "elementos") this.beginElement(part, spot);
    if (table === "adhesiones" && !part.estado) {
      const state = this.settings.state || (isCertified ? "aceptada" : "pendiente");
      this.draft.put(spot, ["estado"], state);
      if (!this.settings.state) this.draft.note("state-unknown", { state });
    }
    if (table === "certificados" && part.codigo) this.settings.fresh?.add(codeSymbolsOf(textOf(part.codigo)));
    if (table === "certificados" && !part.codigo) {
      const code = this.mintOnce(`${spot.id}/${spot.keys.join("/")}`, () => mintCode(this.settings.codes));
      this.settings.codes.add(codeSymbolsOf(code));
      this.draft.put(spot, ["codigo"], code);
      this.draft.note("minted", { code });
    }
  }

  /**
   * What was minted before for the same thing, so that checking a list again changes no code.
   * @param {string} key
   * @param {() => string} mint
   */
  mintOnce(key, mint) {
    const { minted = new Map() } = this.settings;
    if (!minted.has(key)) minted.set(key, mint());
    return minted.get(key);
  }

  /**
   * @param {Part} part
   * @param {Spot} spot
   */
  beginElement(part, spot) {
    const words = plainHeader(part.nombre.header);
    if (!part.alcance && words && !words.includes("elemento")) this.draft.put(spot, ["alcance"], "establecimiento");
    if (part.id) return;
    const slug = slugOfName(textOf(part.nombre));
    if (!slug) throw new Refused("no-id", { value: textOf(part.nombre) }, part.nombre);
    const siblings = this.draft.items({ id: spot.id, keys: spot.keys.slice(0, -1) });
    this.draft.put(spot, ["id"], freeId(slug, (id) => siblings.some((one) => one.id === id)));
  }

  /**
   * @param {string} table
   * @param {Part} part
   * @param {Spot} spot
   */
  setAll(table, part, spot) {
    for (const column of CEREMONY.tables[table].columns) {
      if (part[column.name]) this.draft.set(spot, column, part[column.name]);
    }
  }

  /**
   * The id of the agreement of this id or name; an unknown id the rules will tell.
   * @param {Given} given
   */
  agreementId(given) {
    const text = textOf(given);
    if (namesById(given)) return text;
    const found = Object.entries(this.settings.agreements).filter(([, one]) => nameKey(one.nombre) === nameKey(text));
    const ids = found.map(([id]) => id);
    if (!ids.length) throw new Refused("unknown-agreement", { value: text }, given);
    return onlyOne(ids, given);
  }
}

/** @param {Part} part */
function labelOf(part) {
  const named = ["codigo", "nombre", "id", "acuerdo", "fecha"].find((name) => part[name]);
  return named ? textOf(part[named]) : "";
}
