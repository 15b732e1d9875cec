// A module of the page, bundled for Node.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

// Without the outlines of land (build.mjs), which no function that is tested so needs.
const noLand = {
  name: "no land",
  setup(build) {
    build.onResolve({ filter: /^land:/ }, () => ({ path: "land", namespace: "land" }));
    build.onLoad({ filter: /.*/, namespace: "land" }, () => ({ contents: "[]", loader: "json" }));
  },
};

export async function load(name) {
  const outfile = join(mkdtempSync(join(tmpdir(), "unit-")), `${name}.mjs`);
  await build({
    entryPoints: [fileURLToPath(new URL(`../src/${name}.ts`, import.meta.url))],
    bundle: true,
    format: "esm",
    plugins: [noLand],
    outfile,
    logLevel: "error",
  });
  return import(pathToFileURL(outfile));
}
