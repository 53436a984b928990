/** The statuses of the day of the data → those of the reader's day, as far as dates alone tell. */

/**
 * @typedef {import("./register.js").Register} Register
 * @typedef {import("./register.js").Facet} Facet
 */

/** The facet of what runs out soon, and its only value. */
export const SOON = "plazo";
export const SOON_VALUE = "por_vencer";

/** What a status in force becomes once its last day has passed, by kind. */
const AFTER = /** @type {Record<string, string>} */ ({
  certificado: "vencido",
  sello: "no_vigente",
  elemento: "certificacion_vencida",
});

/** The statuses that say "in force". */
export const IN_FORCE = ["vigente", "certificado"];

/**
 * Move what has run out since the data were made, and mark what will within `soon` days.
 * Needs the days; does its work once.
 * @param {Register} register
 * @param {number} today
 * @param {number} soon
 */
export function bringToDay(register, today, soon) {
  if (!register.days || register.facet(SOON)) return;
  const status = register.facet("estado");
  const { last } = register.days;
  const ending = new Int32Array(register.size);
  if (status) {
    const inForce = status.groups.map((group) =>
      group.some((value) => IN_FORCE.includes(status.ids[value])),
    );
    for (let row = 0; row < register.size; row++) {
      if (!last[row] || !inForce[status.of[row]]) continue;
      if (last[row] < today) expire(register, status, row);
      else if (last[row] - today <= soon) ending[row] = 1;
    }
  }
  register.facets.push({
    id: SOON,
    ids: [SOON_VALUE],
    labels: [""],
    of: ending,
    groups: [[], [0]],
  });
}

/**
 * @param {Register} register
 * @param {Facet} status
 * @param {number} row
 */
function expire(register, status, row) {
  const after = AFTER[register.kind(row)];
  if (!after) return;
  let value = status.ids.indexOf(after);
  if (value < 0) {
    value = status.ids.push(after) - 1;
    status.labels.push(after);
  }
  let group = status.groups.findIndex((one) => one.length === 1 && one[0] === value);
  if (group < 0) group = status.groups.push([value]) - 1;
  status.of[row] = group;
}
