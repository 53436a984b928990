/** Days as texts (AAAA-MM-DD): the reader's own in Chile, and how far apart two of them are. */

const DAY_LENGTH = 86_400_000;

/** The reader's day in Chile. */
export function chileDay() {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone: "America/Santiago",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).formatToParts(new Date());
  const part = (/** @type {string} */ type) => parts.find((one) => one.type === type)?.value;
  return `${part("year")}-${part("month")}-${part("day")}`;
}

/**
 * How many days `to` comes after `from`.
 * @param {string} from
 * @param {string} to
 */
export function daysApart(from, to) {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_LENGTH);
}

/**
 * Whether a text is a day of the calendar, AAAA-MM-DD.
 * @param {string} text
 */
export function isDay(text) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}
