import { make } from "../../elements/dom";
import { say } from "../../say";
import { inWords } from "../model/draft";
import { ask } from "./dialog";

/** What the service answers to a file: what it took, or what it asks, or what is wrong and where. */
interface Answer {
  readonly taken?: number;
  readonly refused?: number;
  readonly detail?: string;
  readonly title?: string;
  readonly ask?: "crs" | "encoding";
  readonly choices?: readonly Choice[];
  readonly features?: readonly {
    readonly row: number;
    readonly errors: readonly { readonly message: string }[] | null;
  }[];
}

interface Choice {
  readonly code: string;
  readonly name: Parameters<typeof inWords>[0];
  readonly isLikely?: boolean;
  readonly samples?: readonly string[];
}

const mostRowsTold = 20;

/**
 * Sends a file to the draft. What only a person can know (its reference system, its encoding, whether a part of it will
 * do) is asked in a dialog, and the same file sent again with the answer. Answers with what to tell, or undefined where
 * nothing was imported.
 */
export async function importFile(file: File, layer: string, address: string): Promise<string | undefined> {
  const wishes = new Map<string, string>();
  for (;;) {
    const body = new FormData();
    body.set("file", file);
    body.set("layer", layer);
    for (const [name, value] of wishes) body.set(name, value);
    const response = await fetch(`${address}/import`, {
      method: "POST",
      body,
      headers: { "Idempotency-Key": crypto.randomUUID() },
    });
    const answer = (await response.json().catch(() => ({}))) as Answer;
    if (response.ok)
      return say(
        `Đã nhập ${answer.taken ?? 0} đối tượng từ ${file.name}.`,
        `Imported ${answer.taken ?? 0} features from ${file.name}.`,
      );
    const wish = await mend(file.name, answer, wishes.has("partial"));
    if (!wish) return undefined;
    wishes.set(...wish);
  }
}

/** What to send along the next time; undefined to give up. */
async function mend(name: string, answer: Answer, wasPartial: boolean): Promise<[string, string] | undefined> {
  if (answer.ask === "crs")
    return choose("crs", say("Hệ tọa độ của tệp", "Reference system of the file"), name, answer);
  if (answer.ask === "encoding")
    return choose("encoding", say("Bảng mã của tệp", "Encoding of the file"), name, answer);
  const rows = (answer.features ?? []).filter(({ errors }) => errors);
  const mayBePartial = rows.length > 0 && !wasPartial;
  const verdict = await ask(
    say(`Chưa nhập được ${name}`, `${name} was not imported`),
    [
      make(
        "p",
        {},
        answer.detail ?? answer.title ?? say("Máy chủ không nhận tệp.", "The server did not take the file."),
      ),
      ...(rows.length > 0 ? [refusals(rows)] : []),
    ],
    [
      { value: "", label: say("Đóng", "Close"), quiet: mayBePartial },
      ...(mayBePartial ? [{ value: "partial", label: say("Nhập phần còn lại", "Import the rest") }] : []),
    ],
  );
  return verdict === "partial" ? ["partial", "true"] : undefined;
}

function refusals(rows: NonNullable<Answer["features"]>): Node {
  return make(
    "ul",
    { class: "import-refusals" },
    ...rows
      .slice(0, mostRowsTold)
      .map(({ row, errors }) =>
        make("li", {}, `${say("Dòng", "Row")} ${row}: ${(errors ?? []).map(({ message }) => message).join(" ")}`),
      ),
    ...(rows.length > mostRowsTold
      ? [make("li", {}, say(`… và ${rows.length - mostRowsTold} dòng nữa`, `… and ${rows.length - mostRowsTold} more`))]
      : []),
  );
}

async function choose(
  field: string,
  title: string,
  name: string,
  { detail, choices = [] }: Answer,
): Promise<[string, string] | undefined> {
  const radios = choices.map((choice) =>
    make("input", { type: "radio", name: `import-${field}`, value: choice.code, checked: choice.isLikely ?? false }),
  );
  const options = choices.map((choice, index) =>
    make(
      "label",
      { class: "import-choice" },
      radios[index] ?? "",
      make("span", {}, inWords(choice.name), choice.isLikely ? say(" (có vẻ đúng)", " (seems right)") : ""),
      ...(choice.samples ?? []).map((sample) => make("q", { lang: "vi" }, sample)),
    ),
  );
  const answer = await ask(
    title,
    [
      make("p", {}, `${name}: ${detail ?? ""}`),
      make("fieldset", { class: "import-choices" }, make("legend", {}, title), ...options),
    ],
    [
      { value: "", label: say("Thôi", "Cancel"), quiet: true },
      { value: "send", label: say("Nhập với lựa chọn này", "Import with this choice") },
    ],
  );
  const chosen = radios.find((radio) => radio.checked)?.value;
  return answer === "send" && chosen !== undefined ? [field, chosen] : undefined;
}
