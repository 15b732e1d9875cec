// Bundles the page into dist/page.html: one file without any reference to another one. The program puts its data
// where @@LANDBRIDGE_DATA@@ stands. Only this very script may run in it.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { landPolygons } from "./land.mjs";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

async function bundle(entry, options = {}) {
  const result = await build({
    entryPoints: [here(entry)],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: "es2020",
    charset: "utf8",
    legalComments: "none",
    plugins: [land],
    ...options,
  });
  return result.outputFiles[0].text;
}

// import polygons from "land:": what land.mjs makes of world-atlas.
const land = {
  name: "land",
  setup(build) {
    build.onResolve({ filter: /^land:/ }, () => ({ path: "land", namespace: "land" }));
    build.onLoad({ filter: /.*/, namespace: "land" }, () => ({
      contents: JSON.stringify(landPolygons()),
      loader: "json",
    }));
  },
};

// Code within a page must not end it.
const inline = (text) => text.replace(/<\/(script|style)/gi, "<\\/$1").replace(/<!--/g, "<\\!--");

const script = inline(await bundle("src/main.ts"));
const style = inline(await bundle("src/style.css", { loader: { ".css": "css" } }));
const page = readFileSync(here("src/page.html"), "utf8")
  .replace("@@STYLE@@", () => style)
  .replace("@@SCRIPT_SHA256@@", () => createHash("sha256").update(script).digest("base64"))
  .replace("@@SCRIPT@@", () => script);
if (page.split("@@LANDBRIDGE_DATA@@").length !== 2) throw new Error("the page has not exactly one place for data");
mkdirSync(here("dist"), { recursive: true });
writeFileSync(here("dist/page.html"), page);
console.error(`dist/page.html: ${(page.length / 1024).toFixed(0)} KiB`);
