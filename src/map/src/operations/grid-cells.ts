/** The cells of a block as the clipboard has it: rows by line breaks, cells by tabs, quotes round cells that have either. */
export function block(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  while (at < text.length) {
    const quoted = /^"((?:[^"]|"")*)"(?=\t|\r|\n|$)/.exec(text.slice(at));
    const cell = quoted?.[0] ?? /^[^\t\r\n]*/.exec(text.slice(at))?.[0] ?? "";
    rows.at(-1)?.push(quoted?.[1] === undefined ? cell : quoted[1].replaceAll('""', '"'));
    at += cell.length;
    if (text[at] === "\t") {
      at++;
      if (at === text.length || text[at] === "\r" || text[at] === "\n") rows.at(-1)?.push("");
    }
    const end = /^(?:\r\n|\r|\n)/.exec(text.slice(at));
    if (end) {
      at += end[0].length;
      if (at < text.length) rows.push([]);
    }
  }
  return rows;
}

/**
 * Which cell a key leads to from this one; undefined when the key is the field's own. Sideways only from the end of the text,
 * or when all of it is selected, as it is when one comes to a cell.
 */
export function step(
  key: string,
  shift: boolean,
  caret: { readonly start: number; readonly end: number; readonly length: number },
): { readonly down: number; readonly right: number } | undefined {
  const isWhole = caret.start === 0 && caret.end === caret.length;
  if (key === "Enter") return { down: shift ? -1 : 1, right: 0 };
  if (shift) return undefined;
  if (key === "ArrowDown") return { down: 1, right: 0 };
  if (key === "ArrowUp") return { down: -1, right: 0 };
  if (key === "ArrowLeft" && (isWhole || caret.end === 0)) return { down: 0, right: -1 };
  if (key === "ArrowRight" && (isWhole || caret.start === caret.length)) return { down: 0, right: 1 };
  return undefined;
}
