/** The status of a row and its days → the word a list shows, true on the reader's day. */

import { IN_FORCE } from "./ageing.js";
import { writtenDay } from "./days.js";
import { TEXTS, valueName } from "./texts.js";

/**
 * @typedef {object} Standing
 * @property {string} status  its id, already brought to the reader's day
 * @property {string} label  what the index calls it
 * @property {number} first
 * @property {number} last
 */

/**
 * @typedef {object} Moment
 * @property {number} today
 * @property {number} age  how many days old the data are
 * @property {number} trust  up to how many days they can be trusted
 * @property {number} soon
 */

/** @typedef {{text: string, tone: "bien" | "atencion" | "no" | "neutro"}} StatusWord */

const OVER = ["vencido", "certificacion_vencida", "no_vigente"];
const BAD = [...OVER, "suspendido", "anulado", "certificacion_suspendida", "certificacion_anulada"];

/**
 * @param {Standing} standing
 * @param {Moment} moment
 * @returns {StatusWord | null}
 */
export function statusWord(standing, moment) {
  const { status, last } = standing;
  if (!status) return null;
  if (IN_FORCE.includes(status)) return inForce(standing, moment);
  const tone = BAD.includes(status) ? "no" : "neutro";
  const name = valueName("estado", status, standing.label);
  if (OVER.includes(status) && last && last < moment.today) {
    const day = writtenDay(last);
    return {
      text: status === "certificacion_vencida" ? TEXTS.certificateExpired(day) : TEXTS.expired(day),
      tone,
    };
  }
  if (status === "futuro" && standing.first)
    return { text: TEXTS.starts(name, writtenDay(standing.first)), tone };
  return { text: name, tone };
}

/**
 * A company is never one word: so many of its elements, of those that have not left.
 * @param {string[]} statuses  of its elements, already brought to the reader's day
 * @param {Moment} moment
 * @returns {StatusWord | null}
 */
export function companyWord(statuses, { age, trust }) {
  const there = statuses.filter((status) => status !== "retirado");
  const held = there.filter((status) => IN_FORCE.includes(status)).length;
  if (!there.length) return null;
  if (held && age > trust) return { text: TEXTS.unconfirmed(age), tone: "neutro" };
  const tone = held === there.length ? "bien" : "neutro";
  return { text: TEXTS.certified(held, there.length), tone };
}

/**
 * @param {Standing} standing
 * @param {Moment} moment
 * @returns {StatusWord}
 */
function inForce({ status, label, last }, { today, age, trust, soon }) {
  const own = status === "vigente";
  if (last && last < today) {
    const day = writtenDay(last);
    return { text: own ? TEXTS.expired(day) : TEXTS.certificateExpired(day), tone: "no" };
  }
  if (age > trust) return { text: TEXTS.unconfirmed(age), tone: "neutro" };
  if (!last) return { text: valueName("estado", status, label), tone: "bien" };
  const until = own ? TEXTS.until(writtenDay(last)) : TEXTS.certifiedUntil(writtenDay(last));
  if (last - today > soon) return { text: until, tone: "bien" };
  return { text: TEXTS.endsIn(until, last - today), tone: "atencion" };
}
