/** Traces a closed shape of the given radius round the origin; the caller fills and strokes it. */
export type Shape = (canvas: OffscreenCanvasRenderingContext2D, radius: number) => void;

/** The shapes a layer's symbol may have. Areas are close to equal, so that no shape looks more important. */
export const shapes: Readonly<Record<string, Shape>> = {
  circle: (canvas, radius) => canvas.arc(0, 0, radius, 0, 2 * Math.PI),
  square: (canvas, radius) => canvas.roundRect(-radius * 0.9, -radius * 0.9, radius * 1.8, radius * 1.8, radius * 0.16),
  diamond: (canvas, radius) => polygon(canvas, 4, radius * 1.15),
  triangle: (canvas, radius) => {
    canvas.translate(0, radius * 0.2);
    polygon(canvas, 3, radius * 1.2);
    canvas.translate(0, -radius * 0.2);
  },
  hexagon: (canvas, radius) => polygon(canvas, 6, radius * 1.05),
  star: (canvas, radius) => polygon(canvas, 10, radius * 1.2, 0.5),
};

/** A regular polygon with a corner at the top; every second corner may be pulled in to make a star. */
function polygon(canvas: OffscreenCanvasRenderingContext2D, corners: number, radius: number, pulledIn = 1): void {
  for (let corner = 0; corner < corners; corner++) {
    const angle = (2 * Math.PI * corner) / corners - Math.PI / 2;
    const distance = corner % 2 === 0 ? radius : radius * pulledIn;
    canvas.lineTo(distance * Math.cos(angle), distance * Math.sin(angle));
  }
  canvas.closePath();
}
