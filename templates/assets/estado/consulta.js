/** What somebody typed → the public answer for a day; as `lookup.py`, from the parts of `verificar/`. */

import { fold } from "../search/fold.js";
import { absentAnswer, nothing } from "./ausencias.js";
import { recordAnswer } from "./fichas.js";

/**
 * @typedef {import("./respuestas.js").Answer} Answer
 * @typedef {import("./fichas.js").Parts} Parts
 */

const CODE_ADDRESS = /\/v\/([0-9A-Za-z]{8})(?:[/?#]|$)/;
const COMPANY_ADDRESS = /\/empresas\/([a-z0-9-]+)(?:\/(?:index\.html)?)?(?:\?[^#]*)?(?:#([a-z0-9-]+))?$/;

/**
 * What is on record comes first, whatever it looks like; only then does the look of the text
 * decide what is said of its absence.
 * @param {Parts} parts
 * @param {string} query
 * @param {string} day
 * @returns {Promise<Answer>}
 */
export async function answerQuery(parts, query, day) {
  const text = withoutAddress(query.trim());
  const question = { parts, text, day };
  const sought = Array.from(fold(text)).length;
  if (sought < 2) return nothing(question, text, "vacia", sought ? "corta" : "vacia");
  return (await recordAnswer(question)) || absentAnswer(question);
}

/**
 * The code in the address of a certificate's page, as a QR gives it; the id in a company's.
 * @param {string} text
 */
function withoutAddress(text) {
  const code = CODE_ADDRESS.exec(text);
  if (code) return code[1];
  const company = COMPANY_ADDRESS.exec(text);
  return company ? company.slice(1).filter(Boolean).join("/") : text;
}
