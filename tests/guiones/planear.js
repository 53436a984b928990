/** For tests: plans pasted rows from parts held in memory, outside any page. */

import { partOf } from "../../templates/assets/estado/partes.js";
import { fileOf } from "../../templates/assets/ceremonia/archivo.js";
import { worded } from "../../templates/assets/ceremonia/dichos.js";
import { knownCodes, knownCompanies } from "../../templates/assets/ceremonia/fichas.js";
import { readRows } from "../../templates/assets/ceremonia/filas.js";
import { pastedRows } from "../../templates/assets/ceremonia/pegado.js";
import { personalData } from "../../templates/assets/ceremonia/personales.js";
import { planRows } from "../../templates/assets/ceremonia/plan.js";

/** @type {any} */ (globalThis).planAll = planAll;
/** @type {any} */ (globalThis).findPersonal = (texts) => texts.map((text) => personalData(text)?.kind || "");

/**
 * @param {Record<string, any>} files  the parts by name
 * @param {string} pasted
 * @param {{agreement: string, state: string}} told
 */
async function planAll(files, pasted, told) {
  const index = files.indice;
  const parts = {
    index: async () => index,
    targets: async (key) => files[`claves/${partOf(key, index.claves)}`][key] || [],
    names: async (letter) => files[`nombres/${letter}`] || [],
    codes: async () => files.codigos,
    named: async (name) => files[name],
  };
  const rows = pastedRows(pasted);
  const reading = rows && readRows(rows);
  if (!reading || reading.header.table) return { rows: [], file: "", header: reading && reading.header };
  const known = await knownCompanies(parts, reading.rows);
  const settings = { ...told, agreements: files.acuerdos, codes: await knownCodes(parts) };
  const plan = planRows(reading.rows, known, settings);
  return {
    rows: plan.outcomes.map((one) => ({
      row: one.row.number,
      state: one.state,
      made: one.made.length,
      codes: one.troubles.map((trouble) => trouble.code),
      columns: one.troubles.map((trouble) => trouble.column + 1),
      words: one.troubles.map((trouble) => worded(trouble).text),
      notes: one.notes.map((note) => note.code),
    })),
    file: fileOf(plan, "Lista de la ceremonia"),
    personal: reading.header.personal.map((at) => reading.header.names[at]),
    unknown: reading.header.unknown.map((at) => reading.header.names[at]),
  };
}
