/** A text → a file that the reader's browser saves. */

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
