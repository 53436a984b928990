/** Filtered rows → a file that a spreadsheet set to Spanish opens well. */

import { isoDay } from "./days.js";
import { KIND } from "./register.js";
import { titleOf } from "./results.js";
import { sheetText } from "./sheet.js";
import { COLUMNS, facetName, valueName } from "./texts.js";

/** @typedef {import("./search.js").Search} Search */

const FACET_COLUMNS = ["region", "comuna", "sector", "rubro", "tamano", "acuerdo", "anio"];
const BARE_CODE = /^[0-9A-Z]{8}$/;

/**
 * The rows as text: semicolons, quotes, a byte-order mark; loads what it needs.
 * @param {Search} search
 * @param {Int32Array} rows
 * @param {(path: string) => string} addressOf  the whole web address of a path
 */
export async function csvOf(search, rows, addressOf) {
  await Promise.all([search.source.loadTexts(Array.from(rows)), search.loadDays()]);
  return sheetText([header(), ...Array.from(rows, (row) => cellsOf(search, row, addressOf))]);
}

function header() {
  const { kind, title, company, detail, codes, status, first, last, address, example } = COLUMNS;
  return [
    kind,
    title,
    company,
    detail,
    codes,
    status,
    first,
    last,
    ...FACET_COLUMNS.map(facetName),
    address,
    example,
  ];
}

/**
 * @param {Search} search
 * @param {number} row
 * @param {(path: string) => string} addressOf
 */
function cellsOf({ register, source }, row, addressOf) {
  const texts = source.texts(row);
  const { first, last } = register.days || { first: [], last: [] };
  const kind = register.kind(row);
  const [status = ""] = register.ids("estado", row);
  return [
    valueName(KIND, kind, register.labelAt(KIND, row)),
    titleOf(kind, texts).title,
    kind === "empresa" ? texts.title : texts.parent,
    texts.detail,
    texts.codes.map(readable).join(", "),
    status && valueName("estado", status, register.labelAt("estado", row)),
    isoDay(first[row] || 0),
    isoDay(last[row] || 0),
    ...FACET_COLUMNS.map((id) => labelsOf(register, id, row)),
    addressOf(texts.path),
    register.examples[row] ? COLUMNS.yes : COLUMNS.no,
  ];
}

/**
 * @param {import("./register.js").Register} register
 * @param {string} id
 * @param {number} row
 */
function labelsOf(register, id, row) {
  return register
    .ids(id, row)
    .map((_, place) => register.labelAt(id, row, place))
    .join(", ");
}

/**
 * With its dash a code cannot be taken for a number such as 1234E567.
 * @param {string} code
 */
function readable(code) {
  return BARE_CODE.test(code) ? `${code.slice(0, 4)}-${code.slice(4)}` : code;
}
