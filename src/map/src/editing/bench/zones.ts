import type { Feature, Polygon } from "geojson";

/**
 * A coverage of square zones over the province, each edge broken into pieces as digitised ones are, so that every
 * vertex is shared by two zones and corners by four. For benchmarks.
 */
export function zones(count: number, verticesPerEdge = 4): Feature<Polygon>[] {
  const side = Math.ceil(Math.sqrt(count));
  const size = 0.9 / side;
  const step = size / verticesPerEdge;
  const place = (column: number, row: number) => [
    Number((105.6 + column * step).toFixed(9)),
    Number((10.4 + row * step).toFixed(9)),
  ];
  return Array.from({ length: count }, (_, index) => {
    const [column, row] = [(index % side) * verticesPerEdge, Math.floor(index / side) * verticesPerEdge];
    const along = Array.from({ length: verticesPerEdge }, (__, at) => at);
    const ring = [
      ...along.map((at) => place(column + at, row)),
      ...along.map((at) => place(column + verticesPerEdge, row + at)),
      ...along.map((at) => place(column + verticesPerEdge - at, row + verticesPerEdge)),
      ...along.map((at) => place(column, row + verticesPerEdge - at)),
      place(column, row),
    ];
    const properties = { layer: "zones", code: `z-${index}`, version: 1, nameVi: `Khu ${index}`, attributes: {} };
    return { type: "Feature", id: index + 1, properties, geometry: { type: "Polygon", coordinates: [ring] } };
  });
}
