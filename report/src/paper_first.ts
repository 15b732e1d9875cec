// The first page on paper has question, answer, key figures, the map and what binds: the map takes what the rest leaves.
const PAGE = (190 / 25.4) * 96; // px: A4 across less its margins
const LEAST = 150; // px, of a map that can be read
const MOST = 420;

// Of so many px of a page: what stands above the map, and beside its picture in its box.
export const firstMapHeight = (above: number, around: number): number =>
  Math.max(LEAST, Math.min(MOST, Math.floor(PAGE - above - around)));

// Once all is laid out for paper. Returns what makes it as it was.
export function fitFirstMap(): () => void {
  const panel = document.querySelector<HTMLElement>("[role=tabpanel]");
  const box = panel?.querySelector<HTMLElement>(".first > .mapbox");
  const picture = box?.querySelector<HTMLElement>(".chart");
  if (!panel || !box || !picture) return () => undefined;
  const above = box.getBoundingClientRect().top - panel.getBoundingClientRect().top;
  const header = document.querySelector("header")!.offsetHeight;
  const height = firstMapHeight(header + above, box.offsetHeight - picture.offsetHeight);
  const former = picture.style.height;
  picture.style.setProperty("height", `${height}px`, "important");
  return () => {
    picture.style.setProperty("height", former);
    const drawn = picture.firstElementChild as HTMLElement; // which would hold it open
    drawn.style.height = "0";
  };
}
