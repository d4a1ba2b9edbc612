import { onPageChanged } from "./navigation";

/** A refused form begins with what is to be mended, where enhanced navigation would leave the reader beside the button. */
export function showRefusal(): void {
  onPageChanged(() => document.querySelector<HTMLElement>("#panel .notice.refused[tabindex='-1']")?.focus());
}
