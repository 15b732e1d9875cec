// How large a report is, how soon it can be used, and how smooth its diagram is. Numbers to read, no pass or fail:
//   node speed.mjs report.html...
// Beside seconds stands a yardstick, the same machine's time for a page with nothing but 1 MB of text to parse.
import { statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const TIMES = 5;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

// From the beginning of loading until two pictures after the page said that it is ready.
async function untilUsable(url) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(url, { waitUntil: "commit" });
  await page.waitForSelector("[data-ready]", { state: "attached" });
  const ms = await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now())))),
  );
  return { page, ms };
}

async function repeated(url) {
  const all = [];
  for (let i = 0; i < TIMES; ++i) {
    const { page, ms } = await untilUsable(url);
    all.push(ms);
    await page.close();
  }
  return median(all);
}

// Milliseconds from one picture to the next while the whole diagram is dragged about.
async function smoothness(url) {
  const { page } = await untilUsable(url);
  if (!(await page.locator("#tab-diagram").count())) return null;
  const opened = await page.evaluate(() => {
    const began = performance.now();
    document.getElementById("tab-diagram").click();
    return performance.now() - began;
  });
  const canvas = page.locator(".diagram canvas");
  if (!(await canvas.count())) return null;
  const frames = await page.evaluate(
    () =>
      new Promise((done) => {
        const times = [],
          element = document.querySelector(".diagram canvas"),
          key = (k) => element.dispatchEvent(new KeyboardEvent("keydown", { key: k }));
        const step = (at) => {
          times.push(at);
          key(times.length % 60 < 30 ? "ArrowRight" : "ArrowLeft");
          if (times.length < 121) requestAnimationFrame(step);
          else done(times.slice(1).map((t, i) => t - times[i]));
        };
        requestAnimationFrame(step);
      }),
  );
  await page.close();
  return { opened, median: median(frames), worst: Math.max(...frames) };
}

const blank = join(tmpdir(), "yardstick.html");
writeFileSync(
  blank,
  `<script type="application/json" id="d">${JSON.stringify(Array.from({ length: 150000 }, (_, i) => i))}</script><script>JSON.parse(document.getElementById("d").textContent);document.documentElement.dataset.ready="true"</script>`,
);
const yard = await repeated(pathToFileURL(blank).href);
console.log(`yardstick: 1 MB of numbers in ${yard.toFixed(0)} ms`);
for (const file of process.argv.slice(2)) {
  const url = pathToFileURL(file).href,
    ms = await repeated(url),
    drag = await smoothness(url);
  console.log(
    `${file}: ${(statSync(file).size / 1e6).toFixed(2)} MB; usable after ${ms.toFixed(0)} ms, ${(ms / yard).toFixed(1)} yardsticks`,
  );
  if (drag)
    console.log(
      `  diagram: made in ${drag.opened.toFixed(0)} ms; dragged, ${drag.median.toFixed(1)} ms a picture, the slowest ${drag.worst.toFixed(0)} ms`,
    );
}
await browser.close();
