/**
 * Runs before the first paint, as a plain script in the head: puts the reader's chosen theme on `<html data-theme>`,
 * and puts it back whenever enhanced navigation, which knows only the server's attributes, takes it off.
 */
(() => {
  const root = document.documentElement;

  function apply(): void {
    const chosen = stored();
    if (chosen === root.dataset["theme"]) return;
    if (chosen) root.dataset["theme"] = chosen;
    else delete root.dataset["theme"];
  }

  function stored(): "light" | "dark" | undefined {
    try {
      const chosen = localStorage.getItem("theme");
      return chosen === "light" || chosen === "dark" ? chosen : undefined;
    } catch {
      // Storage may be forbidden; the system's theme then rules.
      return undefined;
    }
  }

  apply();
  new MutationObserver(apply).observe(root, { attributeFilter: ["data-theme"] });
})();
