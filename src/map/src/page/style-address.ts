import { theme } from "../theme-colours";
import { withMoment, withParameter } from "./urls";
import type { View } from "./view";

/** Where the style of a view's map is: the page's address with the theme in effect; of a comparison, the later side. */
export function styleAddressOf({ styleUrl, compare }: View, moment = compare?.[1]): string {
  return withParameter(moment ? withMoment(styleUrl, moment) : styleUrl, "theme", theme());
}

let early: { readonly address: string; readonly answer: Promise<Response> } | undefined;

/** Asks for the first style while the map's code is still on its way. */
export function askEarly(view: View): void {
  const address = styleAddressOf(view);
  const answer = fetch(address);
  // Nobody may come for it; whoever does hears of the failure.
  answer.catch(() => undefined);
  early = { address, answer };
}

/** The answer that was asked for early, if it is to this address; it can be taken once. */
export function takeEarly(address: string): Promise<Response> | undefined {
  const taken = early?.address === address ? early.answer : undefined;
  early = undefined;
  return taken;
}
