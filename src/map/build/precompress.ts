import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Plugin } from "vite";

const worthCompressingBytes = 1024;
const text = /\.(js|css|json|svg|map)$/;

/**
 * Writes `.br` and `.gz` siblings of every built text file, so that the service sends bytes that were compressed
 * once and as hard as possible, and prints what each costs on the wire.
 */
export function precompress(): Plugin {
  let folder = "";
  return {
    name: "longangis-precompress",
    apply: "build",
    configResolved: (config) => void (folder = config.build.outDir),
    closeBundle: async () => {
      await mkdir(folder, { recursive: true });
      const rows: string[] = [];
      for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || !text.test(entry.name)) continue;
        const path = join(entry.parentPath, entry.name);
        const bytes = await readFile(path);
        if (bytes.length < worthCompressingBytes) continue;
        const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
        const gzip = gzipSync(bytes, { level: 9 });
        await Promise.all([writeFile(`${path}.br`, brotli), writeFile(`${path}.gz`, gzip)]);
        rows.push(`${kilobytes(gzip.length)} gz ${kilobytes(brotli.length)} br  ${relative(folder, path)}`);
      }
      console.log(`\nOn the wire:\n${rows.sort().reverse().join("\n")}`);
    },
  };
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1).padStart(7)} kB`;
}
