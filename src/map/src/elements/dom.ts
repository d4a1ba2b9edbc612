type Child = Node | string;

/** Makes an element with attributes and children; a false attribute is left out, a true one is empty. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | boolean>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes))
    if (value !== false) element.setAttribute(attribute, value === true ? "" : value);
  element.append(...children);
  return element;
}

/** A line drawing on a 24 × 24 grid in the colour of the text round it. */
export function icon(path: string): SVGSVGElement {
  const namespace = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(namespace, "svg");
  for (const [attribute, value] of Object.entries({
    viewBox: "0 0 24 24",
    width: "20",
    height: "20",
    fill: "none",
    stroke: "currentColor",
    "stroke-width": "1.75",
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
    "aria-hidden": "true",
  }))
    svg.setAttribute(attribute, value);
  const line = document.createElementNS(namespace, "path");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}

/** A button with a drawing; its label is read out and shown as a tooltip. */
export function iconButton(drawing: string, label: string, pressed: () => void): HTMLButtonElement {
  const button = make("button", { type: "button", "aria-label": label, title: label }, icon(drawing));
  button.addEventListener("click", pressed);
  return button;
}
