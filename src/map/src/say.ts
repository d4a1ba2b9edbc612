/** The reader's language; the server writes it into `<html lang>`, Vietnamese unless the path begins with `/en`. */
export type Language = "vi" | "en";

export function language(): Language {
  return document.documentElement.lang.startsWith("en") ? "en" : "vi";
}

/** A sentence for people in both languages; the page's language chooses. */
export function say(vietnamese: string, english: string): string {
  return language() === "en" ? english : vietnamese;
}

/** A number as the reader writes it: `1.234,5` in Vietnamese, `1,234.5` in English. */
export function sayNumber(value: number, decimals = 0): string {
  return new Intl.NumberFormat(language() === "en" ? "en-US" : "vi-VN", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value);
}
