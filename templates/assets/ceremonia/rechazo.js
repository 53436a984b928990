/** Why a cell or row cannot be used. */

/** A cell or row that cannot be used: the code of its words, and their params. */
export class Refused extends Error {
  /**
   * @param {string} code
   * @param {Record<string, unknown>} [params]
   * @param {import("./filas.js").Given} [given]  the cell to blame
   */
  constructor(code, params = {}, given = undefined) {
    super(code);
    this.code = code;
    this.params = params;
    this.given = given;
  }
}
