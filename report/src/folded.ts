// What is made only when someone opens it: tables beside pictures that have many rows.
import { h } from "./dom";

export function folded(title: string, make: () => HTMLElement): HTMLElement {
  const fold = h("details", { class: "folded" }, h("summary", {}, title));
  const open = (): void => {
    fold.removeEventListener("toggle", open);
    fold.append(make());
  };
  fold.addEventListener("toggle", open);
  return fold;
}
