/** Traces a closed shape of the given radius round the origin; the caller fills and strokes it. */
export type Shape = (canvas: OffscreenCanvasRenderingContext2D, radius: number) => void;

/** The shapes a layer's symbol may have, in the proportions that the legend draws (Styles/ShapeOutline.cs). */
export const shapes: Readonly<Record<string, Shape>> = {
  circle: (canvas, radius) => canvas.arc(0, 0, radius, 0, 2 * Math.PI),
  square: (canvas, radius) => canvas.rect(-radius * 0.9, -radius * 0.9, radius * 1.8, radius * 1.8),
  diamond: (canvas, radius) => ring(canvas, 4, radius),
  triangle: (canvas, radius) => {
    canvas.moveTo(0, -0.95 * radius);
    canvas.lineTo(radius, 0.8 * radius);
    canvas.lineTo(-radius, 0.8 * radius);
    canvas.closePath();
  },
  hexagon: (canvas, radius) => ring(canvas, 6, radius),
  star: (canvas, radius) => ring(canvas, 10, radius, 0.45),
};

/** A regular polygon with a corner at the top; every second corner may be pulled in to make a star. */
function ring(canvas: OffscreenCanvasRenderingContext2D, corners: number, radius: number, pulledIn = 1): void {
  for (let corner = 0; corner < corners; corner++) {
    const angle = (2 * Math.PI * corner) / corners - Math.PI / 2;
    const distance = corner % 2 === 0 ? radius : radius * pulledIn;
    canvas.lineTo(distance * Math.cos(angle), distance * Math.sin(angle));
  }
  canvas.closePath();
}
