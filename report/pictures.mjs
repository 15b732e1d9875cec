// The pictures of README.md and docs/, made by the program itself: simulates, writes reports, photographs them.
//   node report/pictures.mjs BUILD_DIRECTORY        (./dev pictures)
// Reports are kept below BUILD_DIRECTORY/pictures and made anew each time.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const build = resolve(process.argv[2] ?? "build/release"),
  work = join(build, "pictures");
const root = fileURLToPath(new URL("..", import.meta.url)),
  pictures = join(root, "docs/pictures");
const { chromium } = createRequire(join(build, "report/package.json"))("playwright-core");
const BROWSERS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const executablePath = process.env.CHROMIUM ?? BROWSERS.find((file) => existsSync(file));

function landbridge(...words) {
  console.error(`+ landbridge ${words.join(" ")}`);
  execFileSync(join(build, "landbridge"), words, { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
}

function reportOf(results, name) {
  const file = join(work, `${name}.html`);
  landbridge("report", results, "-o", file);
  return pathToFileURL(file).href;
}

function reports() {
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  const at = (name) => join(work, name),
    whatif = "scenarios/whatif/malaszewicze";
  landbridge(
    "run",
    "scenarios/eurasia-2017.txtpb",
    "--replications",
    "20",
    "--records",
    "trains,passings,containers",
    "--record-replications",
    "1",
    "--out",
    at("run"),
  );
  landbridge(
    "compare",
    `${whatif}-14-doubled.txtpb`,
    `${whatif}-55-doubled.txtpb`,
    `${whatif}-55-terminals-doubled.txtpb`,
    "--replications",
    "5",
    "--out",
    at("comparison"),
  );
  landbridge("sweep", "scenarios/studies/khorgos-cranes.txtpb", "-o", at("sweep.sqlite"));
  landbridge("capacity", "scenarios/toys/one_border.txtpb", "--out", at("capacity"));
  landbridge("select", ...gantries(), "--worth", "10e6", "--zone", "50000", "--out", at("selection"));
  landbridge("assess", "scenarios/eurasia-2017.txtpb", "scenarios/eurasia-2018.txtpb", "--out", at("assessment"));
  return {
    run: reportOf(at("run"), "run"),
    comparison: reportOf(at("comparison"), "comparison"),
    sweep: reportOf(at("sweep.sqlite"), "sweep"),
    capacity: reportOf(at("capacity"), "capacity"),
    selection: reportOf(at("selection"), "selection"),
    assessment: reportOf(at("assessment"), "assessment"),
  };
}

// As in docs/guides/select.md.
function gantries() {
  const files = [3, 4, 5, 6].map((n) => `scenarios/whatif/khorgos-cranes-${n}.txtpb`);
  const costs = files.flatMap((file, i) => ["--cost", `${file}=${1.5e6 + 0.5e6 * i}`]);
  return [...files, "--kpi", "total_time/CN_URC-KZ_ALA/mean_days", "--less", ...costs];
}

const pick = (label, value) => async (page) => {
  await page.getByRole("combobox", { name: label, exact: true }).selectOption(value);
};
const press = (name) => async (page) => {
  await page.getByRole("button", { name, exact: true }).click();
};
const slide = (selector, value) => async (page) => {
  await page.locator(selector).fill(value);
};

// Below the header, which stays.
const down = (selector) => async (page) => {
  await page.locator(selector).evaluate((element) => {
    element.scrollIntoView();
    scrollBy(0, -70);
  });
};

// What is photographed: report, view, what is done before, and how the page is shown.
const SHOTS = [
  { name: "overview", report: "run", view: "overview" },
  { name: "map", report: "run", view: "map", steps: [slide(".player input[type=range]", "175680")] },
  {
    name: "map_dark_chinese",
    report: "run",
    view: "map",
    colorScheme: "dark",
    steps: [press("中文"), slide(".player input[type=range]", "175680")],
  },
  { name: "diagram_month", report: "run", view: "diagram" },
  { name: "diagram_day", report: "run", view: "diagram", steps: [pickLine("Tobol - Aktobe"), press("Day")] },
  { name: "journeys", report: "run", view: "journeys" },
  { name: "container", report: "run", view: "journeys", steps: [slowContainer, down("section.card:has(code)")] },
  { name: "borders", report: "run", view: "borders", colorScheme: "dark" },
  { name: "lines", report: "run", view: "lines" },
  { name: "trust", report: "run", view: "trust" },
  { name: "phone", report: "run", view: "overview", viewport: { width: 390, height: 844 } },
  { name: "comparison", report: "comparison", view: "comparison" },
  { name: "sweep", report: "sweep", view: "sweep" },
  { name: "sweep_points", report: "sweep", view: "sweep", steps: [down("#view-sweep .stack .stack")] },
  { name: "selection", report: "selection", view: "selection" },
  { name: "assessment", report: "assessment", view: "assessment" },
  { name: "capacity", report: "capacity", view: "capacity" },
  { name: "capacity_curve", report: "capacity", view: "capacity", steps: [down("#view-capacity .stack > section")] },
];

// Of those recorded 95 % are faster.
async function slowContainer(page) {
  const value = await page
    .getByRole("combobox", { name: "Container" })
    .locator("option", { hasText: "95 %" })
    .getAttribute("value");
  await pick("Container", value)(page);
}

function pickLine(name) {
  return async (page) => {
    const value = await page
      .getByRole("combobox", { name: "Way" })
      .locator("option", { hasText: name })
      .first()
      .getAttribute("value");
    await pick("Way", value)(page);
  };
}

const urls = process.argv.includes("--again")
  ? Object.fromEntries(
      ["run", "comparison", "sweep", "capacity", "selection", "assessment"].map((name) => [
        name,
        pathToFileURL(join(work, `${name}.html`)).href,
      ]),
    )
  : reports();
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
mkdirSync(pictures, { recursive: true });
for (const {
  name,
  report,
  view,
  steps = [],
  colorScheme = "light",
  viewport = { width: 1280, height: 800 },
} of SHOTS) {
  const page = await browser.newPage({ viewport, colorScheme });
  page.setDefaultTimeout(180_000); // machines may be busy
  await page.goto(`${urls[report]}#${view}`);
  await page.waitForSelector("[data-ready]", { state: "attached" });
  await page.waitForTimeout(300);
  for (const step of steps) await step(page);
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(pictures, `${name}.png`) });
  await page.close();
  console.error(`docs/pictures/${name}.png`);
}
await browser.close();
