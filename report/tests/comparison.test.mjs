// What only one side of a comparison observed.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { closeBrowser, isQuiet, open } from "./browser.mjs";
import * as examples from "./examples.mjs";

after(closeBrowser);

test("KPIs that only one side has stand in a table of their own, without a difference", async () => {
  const report = await open(examples.comparison());
  const { page } = report;
  const tables = page.locator("section.table", {
    has: page.getByRole("heading", { name: "observed on one side only" }),
  });
  assert.equal(await tables.count(), 1, "only of the variant that has such KPIs");
  assert.equal(await tables.locator("h3").innerText(), "two: observed on one side only");
  const rows = (await tables.locator("tbody tr").allInnerTexts()).map((row) => row.split("\t"));
  assert.deepEqual(rows, [
    [`${examples.HOSTILE[2]} now`, "h", "nothing observed", "7 ± 1", "u1"],
    ["then", "h", "3", "nothing observed", "u2"],
    ["never together", "h", "1", "2", "u3"],
  ]);
  await isQuiet(report);
  await report.close();
});
