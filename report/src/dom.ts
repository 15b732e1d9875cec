// Elements without innerHTML: all text from the data becomes text nodes, so no name can turn into markup.

type Child = Node | string | number | null | undefined | false | Child[];
type Props = Record<string, unknown>;

function set(element: Element, name: string, value: unknown): void {
  if (value === null || value === undefined || value === false) return;
  if (typeof value === "function") element.addEventListener(name.replace(/^on/, ""), value as EventListener);
  else if (name === "value" && "value" in element) (element as HTMLInputElement).value = String(value);
  else element.setAttribute(name, value === true ? "" : String(value));
}

function append(element: Node, child: Child): void {
  if (Array.isArray(child)) child.forEach((one) => append(element, one));
  else if (child instanceof Node) element.appendChild(child);
  else if (child !== null && child !== undefined && child !== false)
    element.appendChild(document.createTextNode(String(child)));
}

// h("button", { class: "x", onclick: f }, "text", node)
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Props = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  // `value` last: a select has to have its options first.
  for (const [name, value] of Object.entries(props)) if (name !== "value") set(element, name, value);
  append(element, children);
  if ("value" in props) set(element, "value", props.value);
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

export function s(tag: string, props: Props = {}, ...children: Child[]): SVGElement {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(props)) set(element, name, value);
  append(element, children);
  return element;
}

export function replace(element: Element, ...children: Child[]): void {
  element.textContent = "";
  append(element, children);
}

export interface Option {
  value: string;
  text: string;
  group?: string;
}

// A labelled <select>; `onpick` is called with the value.
export function select(
  label: string,
  options: Option[],
  value: string,
  onpick: (value: string) => void,
): HTMLLabelElement {
  const control = h("select", { onchange: () => onpick(control.value) });
  const groups = new Map<string, HTMLOptGroupElement>();
  for (const option of options) {
    const element = h("option", { value: option.value }, option.text);
    if (!option.group) {
      control.append(element);
      continue;
    }
    let group = groups.get(option.group);
    if (!group) {
      group = h("optgroup", { label: option.group });
      groups.set(option.group, group);
      control.append(group);
    }
    group.append(element);
  }
  control.value = value;
  return h("label", { class: "field" }, h("span", {}, label), control);
}

// Buttons of which one is pressed.
export function choice(label: string, options: Option[], value: string, onpick: (value: string) => void): HTMLElement {
  const buttons = options.map((option) =>
    h(
      "button",
      {
        type: "button",
        "aria-pressed": String(option.value === value),
        "data-value": option.value,
        onclick: () => {
          buttons.forEach((b) => b.setAttribute("aria-pressed", String(b.dataset.value === option.value)));
          onpick(option.value);
        },
      },
      option.text,
    ),
  );
  return h("div", { class: "choice", role: "group", "aria-label": label }, buttons);
}

export function checkbox(label: string, checked: boolean, onpick: (on: boolean) => void): HTMLElement {
  const input = h("input", { type: "checkbox", onchange: () => onpick(input.checked) });
  input.checked = checked;
  return h("label", { class: "check" }, input, " ", label);
}
