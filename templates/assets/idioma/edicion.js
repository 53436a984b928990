/** The edition that a script is joined for: this one in Spanish, in others one that is generated. */

/**
 * @typedef {object} Edition
 * @property {string} locale  how numbers and days are written
 * @property {string} prefix  below which the pages of the edition stand, "" for Spanish
 * @property {Record<string, [string, string]>} pages  its pages of prose, by the address in Spanish: title, description
 * @property {Record<string, Record<string, string>>} names  of the values of facets that are not the register's own words
 */

/** @type {Edition} */
export const EDITION = { locale: "es-CL", prefix: "", pages: {}, names: {} };
