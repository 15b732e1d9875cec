// Pages in Debian's Chromium, without any network: what a page asks for is counted, and answered with nothing.
// FIREFOX=/usr/bin/firefox-esr opens them in that Firefox instead, by WebDriver BiDi.
import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import playwright from "playwright-core";
import { pageWith } from "./page.mjs";

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
export const FIREFOX = process.env.FIREFOX;
// For tests of what WebDriver BiDi cannot do yet: fingers, downloads, print and forced colours.
export const CHROMIUM_ONLY = FIREFOX ? "only Chromium lets a test do this" : false;
const browsers = new Map(); // by colour scheme, which Firefox takes as it starts
let folder;

function launch(colorScheme) {
  if (!FIREFOX) return playwright.chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
  const firefoxUserPrefs = { "layout.css.prefers-color-scheme.content-override": colorScheme === "dark" ? 0 : 1 };
  return playwright._bidiFirefox.launch({ executablePath: FIREFOX, firefoxUserPrefs });
}

async function browserFor({ colorScheme }) {
  const which = FIREFOX && colorScheme === "dark" ? "dark" : "light";
  if (!browsers.has(which)) browsers.set(which, await launch(which));
  return browsers.get(which);
}

export async function open(data, { view = "", file, ...options } = {}) {
  const browser = await browserFor(options);
  if (FIREFOX) delete options.isMobile; // which it does not know
  folder ??= mkdtempSync(join(tmpdir(), "report-"));
  const path = file ?? join(folder, `${data.kind}-${Math.random().toString(36).slice(2)}.html`);
  if (!file) writeFileSync(path, pageWith(JSON.stringify(data)));
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage(),
    url = pathToFileURL(path).href,
    seen = { errors: [], requests: [] };
  page.on("console", (m) => {
    if (m.type() === "error" || m.type() === "warning") seen.errors.push(m.text());
  });
  page.on("pageerror", (e) => seen.errors.push(String(e.stack)));
  await page.route("**", (route) => {
    const wanted = route.request().url();
    if (wanted.split("#")[0] === url) return route.continue();
    seen.requests.push(wanted);
    return route.abort();
  });
  await page.goto(`${url}#${view}`, { timeout: 180_000 }); // machines may be busy
  await page.waitForSelector("[data-ready]", { timeout: 180_000 });
  return { page, seen, close: () => context.close() };
}

export async function closeBrowser() {
  for (const browser of browsers.values()) await browser.close();
  browsers.clear();
}

// How many pixels of each picture in an element have a hue: axes and their texts are grey, what is shown is not.
export function huedPixels(page, selector) {
  return page.$$eval(`${selector} .chart`, (charts) =>
    charts
      .filter((one) => one.clientWidth > 0)
      .map((chart) => {
        const canvas = chart.querySelector("canvas"),
          { width, height } = canvas;
        const copy = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true }); // else Chromium complains
        copy.drawImage(canvas, 0, 0);
        const pixels = copy.getImageData(0, 0, width, height).data;
        let hued = 0;
        for (let i = 0; i < pixels.length; i += 4) {
          const [r, g, b, a] = pixels.subarray(i, i + 4);
          if (a > 128 && Math.max(r, g, b) - Math.min(r, g, b) > 40) ++hued;
        }
        return { label: chart.getAttribute("aria-label"), hued };
      }),
  );
}

// How many pixels of a picture have just this colour: none, if the ground shines through all that is drawn in it.
export function pixelsOf(page, selector, colour) {
  const wanted = [1, 3, 5].map((i) => parseInt(colour.slice(i, i + 2), 16));
  return page.$eval(
    `${selector} canvas`,
    (canvas, [r, g, b]) => {
      const { width, height } = canvas;
      const copy = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
      copy.drawImage(canvas, 0, 0);
      const pixels = copy.getImageData(0, 0, width, height).data;
      let count = 0;
      for (let i = 0; i < pixels.length; i += 4)
        if (pixels[i] === r && pixels[i + 1] === g && pixels[i + 2] === b && pixels[i + 3] === 255) ++count;
      return count;
    },
    wanted,
  );
}

// Pixels of the screen from the leftmost with a hue to the rightmost one.
export function huedSpan(page, selector) {
  return page.$eval(`${selector} canvas`, (canvas) => {
    const { width, height } = canvas;
    const copy = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
    copy.drawImage(canvas, 0, 0);
    const pixels = copy.getImageData(0, 0, width, height).data;
    let [first, last] = [width, 0];
    for (let i = 0; i < pixels.length; i += 4) {
      const [r, g, b, a] = pixels.subarray(i, i + 4);
      if (a < 128 || Math.max(r, g, b) - Math.min(r, g, b) < 60) continue;
      [first, last] = [Math.min(first, (i / 4) % width), Math.max(last, (i / 4) % width)];
    }
    return ((last - first) * canvas.clientWidth) / width;
  });
}

// A canvas on which nothing is drawn has one colour only.
export function coloursOn(page, selector) {
  return page.$eval(selector, (canvas) => {
    const { width, height } = canvas,
      pixels = canvas.getContext("2d").getImageData(0, 0, width, height).data,
      seen = new Set();
    for (let i = 0; i < pixels.length; i += 4) seen.add((pixels[i] << 16) | (pixels[i + 1] << 8) | pixels[i + 2]);
    return seen.size;
  });
}

export const go = (page, view) => page.click(`#tab-${view}`);
export const settle = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

export async function isQuiet({ page, seen }) {
  await settle(page);
  assert.deepEqual(seen.errors, [], "errors or warnings in the console");
  assert.deepEqual(seen.requests, [], "requests");
  assert.equal(await page.evaluate(() => window.harmed), undefined, "a name was run as a program");
  assert.equal(
    await page.locator("#app script, #app img, #app svg, #app iframe").count(),
    0,
    "a name became an element",
  );
}

export const style = (page, selector, name) =>
  page.$$eval(
    selector,
    (all, name) => [...new Set(all.filter((one) => one.checkVisibility()).map((one) => getComputedStyle(one)[name]))],
    name,
  );
