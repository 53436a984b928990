// Controls that are drawn lower than a finger needs, with their height.
(smallest) => {
  const found = [];
  for (const one of document.querySelectorAll("main button, main input, main select, main summary")) {
    const box = one.getBoundingClientRect();
    const drawn = box.width && box.height && getComputedStyle(one).visibility !== "hidden";
    const label = one.closest("label")?.getBoundingClientRect();
    const height = Math.max(box.height, label ? label.height : 0);
    if (drawn && height < smallest) found.push(`${one.outerHTML.slice(0, 90)}: ${height}`);
  }
  return found;
}
