/** Ordered tests of the table and the facts of a day → one state; as `state_tests.py`. */

/**
 * @typedef {[state: string, fact: string, operator: string, other: string]} StateTest
 * @typedef {string[][]} Intervals  closed, `[from, to]`; without an end where `to` is lacking
 * @typedef {Record<string, string | Intervals>} TestedFacts  days as AAAA-MM-DD, "" where absent
 */

/**
 * The state of the first test that holds.
 * @param {StateTest[]} tests
 * @param {TestedFacts} facts
 */
export function firstState(tests, facts) {
  const found = tests.find((test) => holds(test, facts));
  if (!found) throw new Error(`no state for ${JSON.stringify(facts)}`);
  return found[0];
}

/**
 * @param {StateTest} test
 * @param {TestedFacts} facts
 */
function holds([, fact, operator, other], facts) {
  const value = /** @type {string} */ (facts[fact]);
  if (operator === "=") return value === other;
  const against = facts[other];
  if (Array.isArray(against)) return against.some(([from, to]) => from <= value && (!to || value <= to));
  if (!value || !against) return false;
  if (operator === "<") return value < against;
  return operator === ">" ? value > against : value >= against;
}
