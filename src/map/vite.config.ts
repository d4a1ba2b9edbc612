import { resolve } from "node:path";
import { defineConfig } from "vitest/config";
import { fonts } from "./build/fonts.ts";
import { precompress } from "./build/precompress.ts";

export default defineConfig({
  base: "/map/",
  publicDir: false,
  build: {
    outDir: resolve(import.meta.dirname, "../LongAnGis.Web/wwwroot/map"),
    emptyOutDir: true,
    target: "es2022",
    manifest: "manifest.json",
    modulePreload: { polyfill: false },
    // The map is one lazy chunk of about 300 kB compressed; that's MapLibre itself.
    chunkSizeWarningLimit: 1300,
    rolldownOptions: {
      input: { main: "src/main.ts", theme: "src/theme.ts", map: "src/styles/map.css" },
      output: {
        entryFileNames: "[name].js",
        chunkFileNames: "[name]-[hash].js",
        assetFileNames: ({ names }) => (names.includes("map.css") ? "map.css" : "[name]-[hash][extname]"),
        codeSplitting: { groups: [{ name: "maplibre", test: /node_modules\/maplibre-gl/ }] },
      },
    },
  },
  worker: { format: "es", rolldownOptions: { output: { entryFileNames: "[name]-[hash].js" } } },
  plugins: [fonts(), precompress()],
  test: { environment: "happy-dom", include: ["src/**/*.test.ts"] },
});
