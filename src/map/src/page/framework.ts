import { afterFirstPaint } from "./first-paint";

/**
 * The framework's page script, which makes links change only the panel. It weighs more than all that the first text
 * needs, so it is fetched after the first paint; until it is here, links work as links do.
 */
const started = new Promise<void>((resolve) => {
  afterFirstPaint(() => {
    const address = document.body.dataset["framework"];
    if (!address) return;
    const script = document.createElement("script");
    script.src = address;
    script.addEventListener(
      "load",
      () => {
        // Left in the page it would be taken for a part of it, and run again when the page is patched.
        script.remove();
        resolve();
      },
      { once: true },
    );
    document.head.append(script);
  });
});

/** Calls back once the framework is there; never where it failed to load. */
export function whenFrameworkStarts(then: () => void): void {
  void started.then(then);
}
