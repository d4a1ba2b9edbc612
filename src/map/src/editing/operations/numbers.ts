/**
 * What a written number may mean. Papers write 1164915,32 · 1.164.915,32 · 1,164,915.32 · 1 164 915.32; a single mark
 * before exactly three digits can be read both ways, so both readings are given, the Vietnamese one first.
 */
export function readNumber(text: string): number[] {
  const plain = text.replaceAll(/[\s\u00a0\u202f'’]/g, "");
  const match = /^([+\-−]?)(\d[\d.,]*)$/.exec(plain);
  const digits = match?.[2];
  if (!digits) return [];
  const sign = match[1] === "-" || match[1] === "−" ? -1 : 1;
  return [...new Set(readings(digits))].filter(Number.isFinite).map((value) => sign * value);
}

function readings(digits: string): number[] {
  const marks = digits.replaceAll(/\d/g, "");
  if (marks === "") return [Number(digits)];
  const last = marks.at(-1) ?? "";
  const kinds = new Set(marks);
  if (kinds.size === 2) {
    // Thousands and decimals: the mark that stands last, and only once, separates the decimals.
    return marks.indexOf(last) === marks.length - 1 ? decimals(digits, last) : [];
  }
  const groups = digits.split(last);
  const grouped = groups.slice(1).every((group) => group.length === 3) && (groups[0] ?? "").length <= 3;
  if (marks.length > 1) return grouped ? [Number(groups.join(""))] : [];
  if (!grouped) return decimals(digits, last);
  const whole = Number(groups.join(""));
  const fraction = Number(groups.join("."));
  return last === "." ? [whole, fraction] : [fraction, whole];
}

function decimals(digits: string, mark: string): number[] {
  const at = digits.lastIndexOf(mark);
  const whole = digits.slice(0, at);
  const groups = whole.split(/[.,]/);
  if (groups.length > 1 && !(groups.slice(1).every((group) => group.length === 3) && (groups[0] ?? "").length <= 3))
    return [];
  return [Number(`${groups.join("")}.${digits.slice(at + 1) || "0"}`)];
}
