import type { Moment } from "./view";

/** The settings of the whole application that every link keeps: what is shown, and of which moment. */
const kept = ["plan", "as-of", "known-at", "layers", "opacity", "basemap"] as const;

/** The page that answers "what is here": a WGS 84 position, with the language, layers and time of the current page. */
export function whatIsHere(current: URL, latitude: number, longitude: number, zoom: number): string {
  const url = new URL(`${languagePrefix(current)}/at`, current);
  url.searchParams.set("lat", latitude.toFixed(6));
  url.searchParams.set("lon", longitude.toFixed(6));
  url.searchParams.set("z", zoom.toFixed(1));
  return readable(withKept(url, current));
}

function withKept(url: URL, current: URL): URL {
  for (const name of kept) {
    const value = current.searchParams.get(name);
    if (value !== null) url.searchParams.set(name, value);
  }
  return url;
}

/** The page that looks parcels and lines up, with the language, layers and time of the current page. */
export function lookupPage(current: URL): string {
  return readable(withKept(new URL(`${languagePrefix(current)}/lookup`, current), current));
}

/** An investor's page about a site, with the language, layers and time of the current page. */
export function sitePage(current: URL, layer: string, id: number): string {
  return readable(withKept(new URL(`${languagePrefix(current)}/invest/${layer}/${id}`, current), current));
}

/** The page that prints, about the place where the map looks: latitude, longitude, zoom. */
export function atPlace(print: URL, latitude: number, longitude: number, zoom: number): string {
  const url = new URL(print);
  url.searchParams.set("at", [latitude, longitude, zoom].map(String).join(","));
  return readable(url);
}

/** The same page with one setting changed; an undefined value goes back to the default. */
export function withSetting(current: URL, name: string, value: string | undefined): string {
  const url = new URL(current);
  if (value === undefined) url.searchParams.delete(name);
  else url.searchParams.set(name, value);
  return readable(url) + url.hash;
}

/** The first page of the same list, narrowed to a part of the map instead of any other. */
export function withPlace(current: URL, name: "bbox" | "within", value: string): string {
  const url = new URL(current);
  for (const other of ["bbox", "within", "page"]) url.searchParams.delete(other);
  url.searchParams.set(name, value);
  return readable(url) + url.hash;
}

/** A style or tile URL with one parameter replaced, `{z}/{x}/{y}` left as they are. */
export function withParameter(address: string, name: string, value: string): string {
  const [path = "", query = ""] = address.split("?", 2);
  const parameters = new URLSearchParams(query);
  parameters.set(name, value);
  return `${path}?${parameters.toString()}`;
}

/** A style URL asked for another moment than the page's own. */
export function withMoment(styleUrl: string, { revision, asOf }: Moment): string {
  const atRevision = withParameter(styleUrl, "revision", revision);
  return asOf ? withParameter(atRevision, "as-of", asOf) : atRevision;
}

/** True when the page speaks of what is known now, so that a publication concerns it. */
export function isOfNow(current: URL): boolean {
  return !current.searchParams.has("known-at");
}

/** `/en` on English pages, nothing on Vietnamese ones. */
export function languagePrefix(current: URL): string {
  return /^\/en(\/|$)/.test(current.pathname) ? "/en" : "";
}

/** Commas and colons separate things in our URLs and are legal in a query; percent signs would only hide the words. */
function readable(url: URL): string {
  return url.pathname + url.search.replaceAll("%2C", ",").replaceAll("%3A", ":");
}
