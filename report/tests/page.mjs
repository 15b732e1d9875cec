// The built page with data put in, as the program does it.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const PAGE = fileURLToPath(new URL("../dist/page.html", import.meta.url));

export function pageWith(json) {
  return readFileSync(PAGE, "utf8").replace("@@LANDBRIDGE_DATA@@", () => json.replace(/</g, "\\u003c"));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [data, to] = process.argv.slice(2);
  writeFileSync(to, pageWith(readFileSync(data, "utf8")));
}
