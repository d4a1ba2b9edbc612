import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Plugin } from "vite";

const weights = [400, 500, 600, 700];
/** In case of overlap browsers take the subset declared last: with Vietnamese there, its readers never need latin-ext. */
const subsets = ["latin-ext", "latin", "vietnamese"];
/**
 * MapLibre takes the weight of a label from the font's name ("Be Vietnam Pro SemiBold") and asks the browser for
 * exactly that family, so each weight used on the map is declared under its own name too; the files are the same.
 */
const mapFamilies: Readonly<Record<number, string>> = { 500: "Be Vietnam Pro Medium", 600: "Be Vietnam Pro SemiBold" };

/** Copies the webfont beside the bundle and writes `fonts.css`, one `@font-face` for each weight and subset. */
export function fonts(): Plugin {
  let folder = "";
  return {
    name: "longangis-fonts",
    apply: "build",
    configResolved: (config) => void (folder = join(config.build.outDir, "fonts")),
    writeBundle: async () => {
      const packageFolder = dirname(createRequire(import.meta.url).resolve("@fontsource/be-vietnam-pro/package.json"));
      await mkdir(folder, { recursive: true });
      let css = "";
      for (const weight of weights) {
        const ranges = unicodeRanges(await readFile(join(packageFolder, `${weight}.css`), "utf8"));
        for (const subset of subsets) {
          const file = `be-vietnam-pro-${subset}-${weight}.woff2`;
          await copyFile(
            join(packageFolder, "files", `be-vietnam-pro-${subset}-${weight}-normal.woff2`),
            join(folder, file),
          );
          const families = ["Be Vietnam Pro", mapFamilies[weight]].filter((family) => family !== undefined);
          css += families.map((family) => fontFace(family, weight, file, ranges.get(subset))).join("");
        }
      }
      await writeFile(join(folder, "fonts.css"), css);
    },
  };
}

function fontFace(family: string, weight: number, file: string, range: string | undefined): string {
  if (!range) throw new Error(`@fontsource/be-vietnam-pro no longer says the unicode-range of ${file}`);
  return `@font-face{font-family:"${family}";font-style:normal;font-weight:${weight};font-display:swap;src:url(${file}) format("woff2");unicode-range:${range}}\n`;
}

/** Reads the subset's name from the file name and its characters from the package's own style sheet. */
function unicodeRanges(css: string): Map<string, string> {
  const face = /be-vietnam-pro-([a-z-]+)-\d+-normal\.woff2\)[^}]*unicode-range:\s*([^;]+);/g;
  return new Map([...css.matchAll(face)].map((match) => [match[1] ?? "", match[2] ?? ""]));
}
