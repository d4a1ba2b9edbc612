import { shapes } from "./shapes";
import { parseImageName, type PatternName, type SymbolName } from "./symbol-name";

export interface PaintedImage {
  readonly image: ImageData;
  readonly pixelRatio: number;
}

/**
 * Paints the image that a name of the symbol grammar spells. Whole device pixels only: a symbol is drawn at twice or
 * three times its size rather than scaled by a fraction.
 *
 * @param paper the colour of the ground, which shows inside hollow and dashed symbols
 */
export function paintImage(name: string, paper: string, devicePixelRatio: number): PaintedImage | undefined {
  const parsed = parseImageName(name);
  if (!parsed) return undefined;
  const pixelRatio = Math.min(4, Math.max(2, Math.ceil(devicePixelRatio)));
  const image = parsed.kind === "sym" ? paintSymbol(parsed, paper, pixelRatio) : paintPattern(parsed, pixelRatio);
  return { image, pixelRatio };
}

function paintSymbol(symbol: SymbolName, paper: string, pixelRatio: number): ImageData {
  const outlineWidth = symbol.manner === "dashed" ? 1.25 : 1.5;
  const side = Math.ceil(symbol.size + 2 * outlineWidth + 2);
  const canvas = newCanvas(side * pixelRatio);
  canvas.scale(pixelRatio, pixelRatio);
  canvas.translate(side / 2, side / 2);
  const trace = shapes[symbol.shape] ?? shapes["circle"];
  const outline = (size: number) => {
    canvas.beginPath();
    trace?.(canvas, size / 2);
  };
  canvas.lineJoin = "round";

  outline(symbol.size);
  canvas.strokeStyle = rimOf(symbol.outline, paper);
  canvas.fillStyle = paper;
  canvas.lineWidth = outlineWidth + 2;
  canvas.stroke();
  canvas.fill();

  canvas.lineWidth = outlineWidth;
  canvas.fillStyle = symbol.fill;
  canvas.strokeStyle = symbol.outline;
  if (symbol.manner === "dashed") {
    // An indicative place is a small symbol in a broken ring: what stands here is known, where exactly is not.
    // A small symbol has no room for both and gets a broken outline instead.
    const isSmall = symbol.size < 12;
    outline(symbol.size * (isSmall ? 1 : 0.66));
    canvas.fill();
    if (!isSmall) canvas.stroke();
    canvas.setLineDash(isSmall ? [2, 1.4] : [2.2, 1.6]);
    outline(symbol.size);
    canvas.stroke();
  } else {
    outline(symbol.size - outlineWidth);
    if (symbol.manner === "solid") canvas.fill();
    canvas.stroke();
  }
  paintGlyph(canvas, symbol, symbol.manner === "hollow" ? symbol.outline : inkOn(symbol.fill));
  return canvas.getImageData(0, 0, canvas.canvas.width, canvas.canvas.height);
}

function paintGlyph(canvas: OffscreenCanvasRenderingContext2D, { glyph, size, manner }: SymbolName, ink: string): void {
  if (glyph === "") return;
  const letters = Array.from(glyph).length;
  const fontSize = (manner === "dashed" ? 0.7 : 1) * size * (letters === 1 ? 0.66 : letters === 2 ? 0.52 : 0.38);
  canvas.setLineDash([]);
  canvas.font = `600 ${fontSize}px "Be Vietnam Pro", sans-serif`;
  canvas.textAlign = "center";
  canvas.textBaseline = "alphabetic";
  canvas.fillStyle = ink;
  const { actualBoundingBoxAscent, actualBoundingBoxDescent } = canvas.measureText(glyph);
  canvas.fillText(glyph, 0, (actualBoundingBoxAscent - actualBoundingBoxDescent) / 2);
}

/** Patterns repeat without a seam: the side is a whole number of device pixels and strokes wrap round the edges. */
function paintPattern({ pattern, colour }: PatternName, pixelRatio: number): ImageData {
  const side = 8;
  const canvas = newCanvas(side * pixelRatio);
  canvas.scale(pixelRatio, pixelRatio);
  canvas.strokeStyle = canvas.fillStyle = colour;
  canvas.lineWidth = 1.25;
  canvas.beginPath();
  for (const shift of [-side, 0, side]) {
    if (pattern === "hatch") {
      canvas.moveTo(shift - 1, side + 1);
      canvas.lineTo(shift + side + 1, -1);
    } else {
      canvas.rect(shift + side / 2 - 1, side / 2 - 1, 2, 2);
    }
  }
  if (pattern === "hatch") canvas.stroke();
  else canvas.fill();
  return canvas.getImageData(0, 0, canvas.canvas.width, canvas.canvas.height);
}

function newCanvas(side: number): OffscreenCanvasRenderingContext2D {
  const canvas = new OffscreenCanvas(side, side).getContext("2d", { willReadFrequently: true });
  if (!canvas) throw new Error("The browser has no 2D canvas");
  return canvas;
}

/**
 * What a symbol stands in: a rim of ground keeps it readable on any fill. A dark ground would swallow a dark outline (below the
 * contrast of 3 that WCAG 1.4.11 asks of pictures), so that one gets a light rim.
 */
export function rimOf(outline: string, paper: string): string {
  const [symbol, ground] = [luminance(outline), luminance(paper)];
  const contrast = (Math.max(symbol, ground) + 0.05) / (Math.min(symbol, ground) + 0.05);
  return inkOn(paper) === "#ffffff" && contrast < 3 ? "#c9d1d3" : paper;
}

/** Black or white, whichever stands out more (at the point of equal contrast). */
export function inkOn(colour: string): "#ffffff" | "#16232b" {
  return luminance(colour) > 0.2 ? "#16232b" : "#ffffff";
}

/** WCAG relative luminance of `#rgb` or `#rrggbb`. */
function luminance(colour: string): number {
  const full = colour.length === 4 ? colour.replace(/[0-9a-f]/gi, "$&$&") : colour;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(full.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
