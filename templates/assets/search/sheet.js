/** Rows of texts → a file that a spreadsheet set to Spanish opens well. */

const FORMULA = /^[=+\-@\t\r]/;

/**
 * Semicolons, quotes, a byte-order mark.
 * @param {string[][]} rows  the first are the titles
 */
export function sheetText(rows) {
  return `\ufeff${rows.map((row) => row.map(cell).join(";")).join("\r\n")}\r\n`;
}

/**
 * A cell in quotes; what a spreadsheet would run as a formula stays text.
 * @param {string} text
 */
function cell(text) {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replace(/"/g, '""')}"`;
}

/**
 * Hand a file to the reader.
 * @param {string} text
 * @param {string} name
 */
export function offerFile(text, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
