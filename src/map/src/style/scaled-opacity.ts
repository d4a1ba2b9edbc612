/**
 * A paint value made more transparent by a factor. A curve over the zoom must stay outermost in a style expression,
 * so the factor goes to its outputs; any other expression is multiplied as a whole.
 */
export function scaledOpacity(value: unknown, factor: number): unknown {
  if (value === undefined) return factor;
  if (typeof value === "number") return value * factor;
  if (!Array.isArray(value)) return value;
  const expression: readonly unknown[] = value;
  switch (expression[0]) {
    case "interpolate":
      return expression.map((part, index) => (index >= 4 && index % 2 === 0 ? scaledOpacity(part, factor) : part));
    case "step":
      return expression.map((part, index) => (index >= 2 && index % 2 === 0 ? scaledOpacity(part, factor) : part));
    default:
      return ["*", factor, expression];
  }
}
