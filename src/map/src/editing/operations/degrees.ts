const space = String.raw`[^\S\r\n]*`;
const decimal = String.raw`(\d{1,2}(?:[.,]\d+)?)`;
const hemisphere = String.raw`(?:${space}[NSEWBĐT](?![\p{L}\d]))?`;

const sexagesimal = new RegExp(
  String.raw`(\d{1,3})${space}[°º]${space}${decimal}${space}['′’](?!['′’])${space}(?:${decimal}${space}(?:["″”]|['′’]{2}))?${hemisphere}`,
  "giu",
);
const marked = new RegExp(String.raw`(\d{1,3}(?:[.,]\d+)?)${space}[°º]${hemisphere}`, "giu");

/**
 * Writes degrees, minutes and seconds (10°32′00,12″ B, 106° 24.798') as plain decimal degrees with a point, and takes
 * degree signs and hemispheres off, so that a table that gives them reads as any other. Minutes or seconds of 60 and more
 * are left as they stand: nobody can say what they mean. To nine decimals, a tenth of a millimetre on the ground.
 */
export function withDecimalDegrees(text: string): string {
  return text
    .replaceAll(sexagesimal, (written: string, degrees: string, minutes: string, seconds: string | undefined) => {
      const [whole, sixtieths, rest] = [Number(degrees), numberOf(minutes), numberOf(seconds ?? "0")];
      if (sixtieths >= 60 || rest >= 60) return written;
      return (whole + sixtieths / 60 + rest / 3600).toFixed(9);
    })
    .replaceAll(marked, (written: string, degrees: string) =>
      /[.,]/.test(degrees) ? numberOf(degrees).toFixed(9) : written,
    );
}

function numberOf(written: string): number {
  return Number(written.replace(",", "."));
}
