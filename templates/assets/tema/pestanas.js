/** An address with the name of a tab → that tab, open. */

/** Tabs are radio buttons, which an address does not choose by itself. */
export function openNamedTab() {
  document.addEventListener("DOMContentLoaded", () => {
    const tab = document.getElementById(location.hash.slice(1));
    if (tab instanceof HTMLInputElement && tab.name.startsWith("__tabbed_")) tab.checked = true;
  });
}
