import { make } from "../../elements/dom";
import { language, say, sayNumber } from "../../say";
import { inWords, type AttributeField } from "../model/draft";
import { readNumber } from "../operations/numbers";

/** A field of a form, with what it holds in the terms of a layer's schema. */
export interface Control {
  readonly input: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
  readonly label: string;
  readonly unit: string | undefined;
  readonly required: boolean;
  readonly field: AttributeField;
}

export function control(field: AttributeField): Control {
  const input = inputFor(field);
  input.id = `field-${field.key}`;
  if (field.required) input.setAttribute("aria-required", "true");
  return {
    input,
    label: inWords(field.label),
    unit: field.unit ?? undefined,
    required: field.required === true,
    field,
  };
}

function inputFor(field: AttributeField): Control["input"] {
  if (field.type === "code") {
    const options = (field.codes ?? []).map((code) => make("option", { value: code.value }, inWords(code)));
    return make("select", {}, make("option", { value: "" }, "—"), ...options);
  }
  if (field.type === "boolean")
    return make(
      "select",
      {},
      make("option", { value: "" }, "—"),
      make("option", { value: "true" }, say("Có", "Yes")),
      make("option", { value: "false" }, say("Không", "No")),
    );
  if (field.type === "date") return make("input", { type: "date", min: "1900-01-01", max: "2199-12-31" });
  if (field.type === "number" || field.type === "integer")
    return make("input", { type: "text", inputmode: "decimal", autocomplete: "off" });
  if (field.key === "note") return make("textarea", { rows: "2" });
  return make("input", { type: field.type === "url" ? "url" : "text", autocomplete: "off" });
}

/** What a field holds: null when empty, undefined when it cannot be read; and what is wrong with it. */
export function readControl({ input, field, required }: Control): {
  readonly value: unknown;
  readonly fault: string | undefined;
} {
  const text = input.value.trim().normalize("NFC");
  if (text === "") return { value: null, fault: required ? say("Cần điền.", "Required.") : undefined };
  switch (field.type) {
    case "number":
    case "integer": {
      const values = readNumber(text);
      // One mark before three digits: thousands in the reader's own way of writing.
      const value = language() === "en" ? values.at(-1) : values[0];
      if (value === undefined)
        return {
          value: undefined,
          fault: say("Cần một số, ví dụ 1.234,5.", "A number is needed, for example 1,234.5."),
        };
      if (field.type === "integer" && !Number.isInteger(value))
        return { value: undefined, fault: say("Cần một số nguyên.", "A whole number is needed.") };
      return { value, fault: undefined };
    }
    case "boolean":
      return { value: text === "true", fault: undefined };
    case "url":
      return /^https?:\/\/\S+$/.test(text)
        ? { value: text, fault: undefined }
        : { value: undefined, fault: say("Cần địa chỉ http hoặc https.", "An http or https address is needed.") };
    default:
      return { value: text, fault: undefined };
  }
}

export function writeControl({ input, field }: Control, value: unknown): void {
  if (value === null || value === undefined) input.value = "";
  else if (typeof value === "number") {
    const decimals = field.type === "integer" ? 0 : Math.min(6, (String(value).split(".")[1] ?? "").length);
    // A year is not a quantity: 2030, not 2.030.
    input.value = field.type === "integer" && Math.abs(value) < 10_000 ? String(value) : sayNumber(value, decimals);
  } else if (typeof value === "string" || typeof value === "boolean") input.value = String(value);
}
