import { make } from "../../elements/dom";
import { say } from "../../say";
import { inWords } from "../model/draft";
import { ask } from "./dialog";

/** What the service answers to a file: what it took, or what it asks, or what is wrong and where. */
interface Answer {
  readonly taken?: number;
  readonly positions?: readonly number[];
  readonly detail?: string;
  readonly title?: string;
  readonly ask?: Asked;
  readonly choices?: readonly Choice[];
  readonly features?: readonly {
    readonly row: number;
    readonly errors: readonly { readonly message: string }[] | null;
  }[];
}

/** What a file does not say and nobody may guess; named as the field of the form that answers it. */
type Asked = "crs" | "encoding" | "source";

interface Choice {
  readonly code: string;
  readonly name: Parameters<typeof inWords>[0];
  readonly isLikely?: boolean;
  readonly samples?: readonly string[];
}

/** Where a file goes: to a layer of a draft, sent by this tab. */
export interface Destination {
  readonly address: string;
  readonly layer: string;
  readonly client: string;
}

const mostRowsTold = 20;

/**
 * Sends a file to the draft. What only a person can know (its reference system, its encoding, which of its layers is meant,
 * whether a part of it will do) is asked in a dialog, and the same file sent again with the answer. Answers with the places
 * of the new changes in the draft, or undefined where nothing was imported.
 */
export async function importFile(file: File, to: Destination): Promise<readonly number[] | undefined> {
  const wishes = new Map<string, string>();
  for (;;) {
    const body = new FormData();
    body.set("file", file);
    body.set("layer", to.layer);
    body.set("client", to.client);
    for (const [name, value] of wishes) body.set(name, value);
    const response = await fetch(`${to.address}/import`, {
      method: "POST",
      body,
      headers: { "Idempotency-Key": crypto.randomUUID() },
    });
    const answer = (await response.json().catch(() => ({}))) as Answer;
    if (response.ok) return answer.positions ?? [];
    if (!(await mend(file.name, answer, wishes))) return undefined;
  }
}

/** Adds what to send along the next time, or takes an answer back that did not fit; false to give up. */
async function mend(name: string, answer: Answer, wishes: Map<string, string>): Promise<boolean> {
  if (answer.ask) {
    const chosen = await choose(answer.ask, name, answer);
    if (chosen !== undefined) wishes.set(answer.ask, chosen);
    return chosen !== undefined;
  }
  const rows = (answer.features ?? []).filter(({ errors }) => errors);
  const mayBePartial = rows.length > 0 && !wishes.has("partial");
  const mayChooseAgain = wishes.has("crs");
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
      { value: "", label: say("Đóng", "Close"), quiet: mayBePartial || mayChooseAgain },
      ...(mayBePartial ? [{ value: "partial", label: say("Nhập phần còn lại", "Import the rest"), quiet: true }] : []),
      ...(mayChooseAgain
        ? [{ value: "again", label: say("Chọn lại hệ tọa độ", "Choose another reference system") }]
        : []),
    ],
  );
  if (verdict === "partial") wishes.set("partial", "true");
  if (verdict === "again") wishes.delete("crs");
  return verdict !== "";
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

function titleOf(asked: Asked): string {
  if (asked === "crs") return say("Hệ tọa độ của tệp", "Reference system of the file");
  return asked === "encoding"
    ? say("Bảng mã của tệp", "Encoding of the file")
    : say("Lớp trong tệp", "Layer of the file");
}

async function choose(asked: Asked, name: string, { detail, choices = [] }: Answer): Promise<string | undefined> {
  const title = titleOf(asked);
  const radios = choices.map((choice) =>
    make("input", {
      type: "radio",
      name: `import-${asked}`,
      value: choice.code,
      checked: choice.isLikely ?? false,
      required: true,
    }),
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
      make("fieldset", { class: "import-choices" }, make("legend", { class: "unseen" }, title), ...options),
    ],
    [
      { value: "", label: say("Thôi", "Cancel"), quiet: true },
      { value: "send", label: say("Nhập với lựa chọn này", "Import with this choice") },
    ],
  );
  return answer === "send" ? radios.find((radio) => radio.checked)?.value : undefined;
}
