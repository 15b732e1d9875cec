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

// What is folded only because it is long is on paper all the same. Returns what folds it again.
export function unfold(): () => void {
  const closed = [...document.querySelectorAll<HTMLDetailsElement>("details.more:not([open])")];
  closed.forEach((one) => {
    one.open = true;
  });
  return () =>
    closed.forEach((one) => {
      one.open = false;
    });
}
