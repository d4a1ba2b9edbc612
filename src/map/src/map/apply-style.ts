import type { Map as MapLibreMap, StyleSpecification, VectorTileSource } from "maplibre-gl";

/**
 * Applies a composed style as a difference. Sources whose tiles alone have moved (another day, another revision) are
 * told their new address first: they keep the old picture until the new one has arrived, where replacing the source
 * would blank the map.
 */
export function applyStyle(map: MapLibreMap, current: StyleSpecification, next: StyleSpecification): void {
  for (const [name, source] of Object.entries(next.sources)) {
    const before = current.sources[name];
    if (source.type !== "vector" || before?.type !== "vector" || !source.tiles || !before.tiles) continue;
    if (source.tiles.join() === before.tiles.join()) continue;
    if (source.minzoom === before.minzoom && source.maxzoom === before.maxzoom)
      map.getSource<VectorTileSource>(name)?.setTiles(source.tiles);
  }
  map.setStyle(next, { diff: true });
}
