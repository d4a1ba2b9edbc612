import { make } from "../../elements/dom";

/** Shows a dialog until one of its buttons closes it; answers with that button's value, or "" when it was dismissed. */
export function ask(
  title: string,
  content: readonly (Node | string)[],
  buttons: readonly { readonly value: string; readonly label: string; readonly quiet?: boolean }[],
): Promise<string> {
  const id = `dialog-${crypto.randomUUID()}`;
  const row = make(
    "div",
    { class: "edit-actions dialog-actions" },
    ...buttons.map(({ value, label, quiet }) =>
      // A quiet button leaves without what the others ask for.
      make("button", { type: "submit", value, class: quiet ? "quiet" : "", formnovalidate: quiet === true }, label),
    ),
  );
  const form = make("form", { method: "dialog" }, make("h2", { id }, title), ...content, row);
  const dialog = make("dialog", { class: "map-dialog edit-dialog", "aria-labelledby": id }, form);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue);
    });
  });
}
