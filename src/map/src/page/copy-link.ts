import { say } from "../say";

/** Copies the page's address, which carries the complete state. Says how it went. */
export async function copyLink(): Promise<string> {
  const done = say("Đã sao chép liên kết.", "The link has been copied.");
  try {
    await navigator.clipboard.writeText(location.href);
    return done;
  } catch {
    return copyBySelection(location.href)
      ? done
      : say(`Hãy tự sao chép: ${location.href}`, `Please copy it yourself: ${location.href}`);
  }
}

/** Browsers give the clipboard to secure pages only; a selected text can be copied anywhere. */
function copyBySelection(text: string): boolean {
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "unseen";
  document.body.append(field);
  field.select();
  // Deprecated, and the only way on a page without HTTPS.
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- see the line above
  const copied = document.execCommand("copy");
  field.remove();
  return copied;
}
