import type { SourceSpecification, StyleSpecification, VectorSourceSpecification } from "maplibre-gl";

/** The name of the source that carries the layers a page opens with. */
export const packName = "pack";

const tileAddress = /^(.*\/tiles\/)([a-z0-9-]+)(\/\{z\}\/\{x\}\/\{y\}\.mvt)(?:\?(.*))?$/;

/**
 * The style has one source for each layer, so that layers change apart; but ten layers would then cost ten requests
 * for every tile of the first picture. The layers visible at the beginning are asked for together instead
 * (`/tiles/a,b/…`), at the newest of their revisions. Layers switched on later keep a source of their own.
 */
export function packSources(style: StyleSpecification, layers: readonly string[]): StyleSpecification {
  const members = layers
    .map((code) => ({ code, source: style.sources[code] }))
    .filter((member): member is { code: string; source: VectorSourceSpecification } => isTiled(member.source));
  const parts = members.map(({ code, source }) => ({ code, source, address: parse(source) }));
  const first = parts[0]?.address;
  const packed = parts.filter(({ address }) => address && first && sameMoment(address, first));
  if (!first || packed.length < 2) return style;

  const names = new Set(packed.map(({ code }) => code));
  const sources: Record<string, SourceSpecification> = {
    [packName]: pack(packed.map(({ source }) => source)),
    ...Object.fromEntries(Object.entries(style.sources).filter(([name]) => !names.has(name))),
  };
  const inPack = (layer: StyleSpecification["layers"][number]) =>
    "source" in layer && names.has(layer.source) ? { ...layer, source: packName } : layer;
  return { ...style, sources, layers: style.layers.map(inPack) };
}

interface TileAddress {
  readonly before: string;
  readonly layers: string;
  readonly after: string;
  readonly parameters: URLSearchParams;
}

function pack(sources: readonly VectorSourceSpecification[]): VectorSourceSpecification {
  const addresses = sources.map(parse).filter((address) => address !== undefined);
  const [first] = addresses as [TileAddress];
  const parameters = new URLSearchParams(first.parameters);
  const revisions = addresses.map((address) => Number(address.parameters.get("revision")));
  if (parameters.has("revision")) parameters.set("revision", String(Math.max(...revisions)));
  const codes = addresses.map((address) => address.layers).join(",");
  const query = parameters.toString();
  const attributions = new Set(sources.map((source) => source.attribution).filter((text) => text !== undefined));
  return {
    ...sources[0],
    type: "vector",
    tiles: [first.before + codes + first.after + (query ? `?${query}` : "")],
    minzoom: Math.min(...sources.map((source) => source.minzoom ?? 0)),
    maxzoom: Math.max(...sources.map((source) => source.maxzoom ?? 16)),
    ...(attributions.size > 0 ? { attribution: [...attributions].join(" · ") } : {}),
  };
}

/** Only layers asked for under the same conditions, the revision aside, can share a tile. */
function sameMoment(one: TileAddress, other: TileAddress): boolean {
  const conditions = ({ before, after, parameters }: TileAddress) => {
    const rest = new URLSearchParams(parameters);
    rest.delete("revision");
    rest.sort();
    return [before, after, parameters.has("revision"), rest].join(" ");
  };
  return conditions(one) === conditions(other);
}

function parse(source: VectorSourceSpecification): TileAddress | undefined {
  const match = tileAddress.exec(source.tiles?.[0] ?? "");
  const [, before, layers, after, query] = match ?? [];
  if (!before || !layers || !after) return undefined;
  return { before, layers, after, parameters: new URLSearchParams(query) };
}

function isTiled(source: SourceSpecification | undefined): boolean {
  return source?.type === "vector" && source.tiles?.length === 1;
}
