/** What a consultation was told → the fingerprint in its address, and back. */

import { isDay } from "./dia.js";
import { fnv } from "./partes.js";

/**
 * @typedef {object} Told  one question and what was said to it
 * @property {string} query
 * @property {string} identity  of the facts it was said from, "" where no record answered
 * @property {string} state  in the words of the terminal's first line
 * @property {string} until  the last day it named, "" where it named none
 */

/**
 * @typedef {object} Fingerprint
 * @property {string} day  the day asked about
 * @property {string} data  the day of the data
 * @property {Told[]} told
 */

/**
 * @typedef {object} Digest  of a list too long to be in an address
 * @property {string} day
 * @property {string} data
 * @property {number} count
 * @property {string} digest
 */

const VERSION = "1";
const LIST_VERSION = "L1";

// Anybody can write a fingerprint: it is not to put a speech on this page.
const LONGEST_QUERY = 1000;
const LONGEST_STATE = 160;

/**
 * @param {import("./respuestas.js").Answer} answer
 * @returns {Told}
 */
export function toldBy({ query, identity, decision }) {
  return { query, identity, state: decision.recorded, until: decision.facts.hasta || "" };
}

/**
 * `1;DAY;DATA;question:identity:state:until,…;check`, all that holds a sign escaped.
 * @param {Fingerprint} fingerprint
 */
export function writeFingerprint({ day, data, told }) {
  const lines = told.map(({ query, identity, state, until }) => [query, identity, state, until].map(escaped).join(":"));
  return checked([VERSION, day, data, lines.join(",")].join(";"));
}

/**
 * @param {Digest} digest
 */
export function writeDigest({ day, data, count, digest }) {
  return checked([LIST_VERSION, day, data, count, digest].join(";"));
}

/**
 * What a fingerprint holds; none where it is not whole or not one of ours.
 * @param {string} text
 * @returns {Fingerprint | Digest | null}
 */
export function readFingerprint(text) {
  const whole = text.trim();
  const body = whole.slice(0, whole.lastIndexOf(";"));
  if (!body || checked(body) !== whole) return null;
  const [version, day, data, ...rest] = body.split(";");
  if (!isDay(day) || !isDay(data)) return null;
  if (version === LIST_VERSION) return { day, data, count: Number(rest[0]), digest: rest[1] };
  if (version !== VERSION || rest.length !== 1) return null;
  try {
    return { day, data, told: rest[0].split(",").map(toldIn) };
  } catch {
    return null; // an escape that is none, or what no answer says
  }
}

/**
 * What stands for all that a list was told; "" where the browser cannot work it out.
 * @param {Told[]} told
 */
export async function digestOf(told) {
  if (!globalThis.crypto?.subtle) return "";
  const text = told.map(({ query, identity, state, until }) => [query, identity, state, until].join("\n")).join("\n\n");
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return Array.from(bytes.slice(0, 12), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @param {string} line */
function toldIn(line) {
  const [query, identity, state, until] = line.split(":").map(unescaped);
  const isOurs = until !== undefined && (until === "" || isDay(until));
  if (!isOurs || query.length > LONGEST_QUERY || state.length > LONGEST_STATE) throw new URIError(line);
  return { query, identity, state, until };
}

/**
 * With what tells whether it was copied whole.
 * @param {string} body
 */
function checked(body) {
  return `${body};${fnv(body).toString(16).padStart(8, "0")}`;
}

/** @param {string} text */
function escaped(text) {
  return encodeURIComponent(text).replace(/[!'()*~]/g, hex).replace(/%20/g, "+");
}

/** @param {string} sign */
function hex(sign) {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** @param {string} text */
function unescaped(text) {
  return decodeURIComponent(text.replace(/\+/g, " "));
}
