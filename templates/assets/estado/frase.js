/** A template of the decision table and the facts of a case → a sentence; as `decision/text.py`. */

import { DECISIONS } from "./tabla.js";

/** @typedef {Record<string, string>} CaseFacts */

const HOLE = /\[\[(.*?)\]\]|\{(\w+)(?:\|(\w+))?\}/g;
const NAMES = /\{(\w+)(?:\|\w+)?\}/g;
const TWO_STOPS = /(^|[^.\s])\.\.(?=[\s»”)]|$)/g;
const CALLED_AGREEMENT = /^(?:[\p{L}\p{N}_]+ )?(?:acuerdo|apl)(?![\p{L}\p{N}_])/iu;

/**
 * The template with its facts in place; what stands in [[ ]] vanishes where a fact in it is empty.
 * @param {string} template
 * @param {CaseFacts} facts
 */
export function fillText(template, facts) {
  return withHoles(template, facts).replace(TWO_STOPS, "$1.");
}

/**
 * @param {string} template
 * @param {CaseFacts} facts
 * @returns {string}
 */
function withHoles(template, facts) {
  return template.replace(HOLE, (_, section, name, filter) => {
    if (section === undefined) return filtered(facts[name] || "", filter);
    const named = Array.from(section.matchAll(NAMES), (match) => match[1]);
    return named.every((one) => facts[one]) ? withHoles(section, facts) : "";
  });
}

/**
 * @param {string} value
 * @param {string | undefined} filter
 */
function filtered(value, filter) {
  return filter === undefined ? value : FILTERS[filter](value);
}

/** @type {Record<string, (value: string) => string>} */
const FILTERS = {
  fecha: (value) => longDay(value, DECISIONS.months.es, " de "),
  date: (value) => longDay(value, DECISIONS.months.en, " "),
  dias: (value) => withUnit(value, "día", "días"),
  days: (value) => withUnit(value, "day", "days"),
  acuerdos: (value) => withUnit(value, "acuerdo", "acuerdos"),
  suyos: (value) => `${value === "1" ? "uno" : value} de sus acuerdos`,
  acuerdo: (value) => (CALLED_AGREEMENT.test(value) ? value : `acuerdo ${value}`),
  frase: wholeSentence,
  sujeto: opening,
  del: (value) => (value.startsWith("el ") ? `d${value}` : `de ${value}`),
  mayuscula: capital,
  agreements: (value) => withUnit(value, "agreement", "agreements"),
  theirs: (value) => `${value === "1" ? "one" : value} of its agreements`,
  agreement: (value) => (value.startsWith("an ") ? value : `the agreement “${value}”`),
  subject: (value) => (/^(the|a) /.test(value) ? capital(value) : value),
};

/** @param {string} value */
function capital(value) {
  return value.charAt(0).toUpperCase() + value.slice(1);
}

/**
 * A name that opens a sentence, before its verb; the one made for a nameless person holds a comma.
 * @param {string} value
 */
function opening(value) {
  if (/^(la|el) /.test(value)) return capital(value);
  return value.startsWith("Productor(a), ") ? `${value},` : value;
}

/**
 * "2016-09-09" as "9 de septiembre de 2016".
 * @param {string} iso
 * @param {string[]} months
 * @param {string} joint
 */
function longDay(iso, months, joint) {
  if (!iso) return "";
  const [year, month, day] = iso.split("-").map(Number);
  return [day, months[month - 1], year].join(joint);
}

/**
 * @param {string} value
 * @param {string} one
 * @param {string} many
 */
function withUnit(value, one, many) {
  return `${value} ${value === "1" ? one : many}`;
}

/**
 * A reason as editors wrote it, with the full stop it may lack.
 * @param {string} value
 */
function wholeSentence(value) {
  const clean = value.trim();
  return !clean || ".!?…".includes(clean.slice(-1)) ? clean : `${clean}.`;
}
