/** The part of the address after `#` ↔ what is asked: words, facets, order, page. */

/**
 * @typedef {import("./search.js").Order} Order
 * @typedef {import("./search.js").Question & {page: number}} State
 */

const ORDERS = ["relevancia", "nombre", "vencimiento"];
const OWN = ["q", "orden", "pagina"];
const FACET_ID = /^[a-z]+$/;

/**
 * What an address asks; anything that it does not know stays out.
 * @param {string} hash
 * @returns {State}
 */
export function readState(hash) {
  const params = new URLSearchParams(hash.replace(/^#/, ""));
  /** @type {Record<string, string[]>} */
  const chosen = {};
  for (const [name, value] of params) {
    if (OWN.includes(name) || !FACET_ID.test(name)) continue;
    const ids = value.split(",").filter(Boolean);
    if (ids.length) chosen[name] = [...new Set(ids)];
  }
  const order = params.get("orden") || "";
  const page = Number(params.get("pagina"));
  return {
    q: params.get("q") || "",
    chosen,
    order: /** @type {Order} */ (ORDERS.includes(order) ? order : "relevancia"),
    page: Number.isInteger(page) && page > 1 ? page : 1,
  };
}

/**
 * The address that asks this: "#q=vino&region=07", or "#" for nothing.
 * @param {State} state
 */
export function writeState(state) {
  const parts = [];
  if (state.q.trim()) parts.push(`q=${encodeURIComponent(state.q.trim())}`);
  for (const name of Object.keys(state.chosen).sort()) {
    const ids = state.chosen[name].map(encodeURIComponent);
    if (ids.length) parts.push(`${name}=${ids.join(",")}`);
  }
  if (state.order !== "relevancia") parts.push(`orden=${state.order}`);
  if (state.page > 1) parts.push(`pagina=${state.page}`);
  return `#${parts.join("&")}`;
}
