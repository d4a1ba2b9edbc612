import { whenFrameworkStarts } from "./framework";

/** The little that we use of the framework's page script, which is absent on pages that failed to load it. */
interface Blazor {
  navigateTo(url: string, options?: { replaceHistoryEntry?: boolean; forceLoad?: boolean }): void;
  addEventListener?(name: "enhancedload", listener: () => void): void;
}

declare global {
  interface Window {
    Blazor?: Blazor;
  }
}

/** Follows a URL of the application: only the panel changes, the map stays; a full load where that isn't possible. */
export function follow(url: string, options: { replace?: boolean } = {}): void {
  const replace = options.replace ?? false;
  if (window.Blazor) window.Blazor.navigateTo(url, { replaceHistoryEntry: replace });
  else if (replace) location.replace(url);
  else location.assign(url);
}

/** Calls back after every enhanced navigation; the elements put back what patching the page has removed. */
export function onPageChanged(listener: () => void): void {
  whenFrameworkStarts(() => window.Blazor?.addEventListener?.("enhancedload", listener));
}
