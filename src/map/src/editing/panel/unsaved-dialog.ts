import { make } from "../../elements/dom";
import { say } from "../../say";
import { ask } from "./dialog";

/** Asks whether work that an earlier visit could not save is taken up again. */
export async function offerUnsaved(count: number): Promise<boolean> {
  const text = say(
    `Lần trước còn ${count} thay đổi chưa lưu được lên máy chủ; chúng vẫn được giữ trên máy này.`,
    `${count} changes of an earlier visit did not reach the server; they were kept on this device.`,
  );
  const answer = await ask(
    say("Có thay đổi chưa lưu", "Unsaved changes"),
    [make("p", {}, text)],
    [
      { value: "drop", label: say("Bỏ đi", "Discard them"), quiet: true },
      { value: "keep", label: say("Khôi phục và lưu", "Restore and save") },
    ],
  );
  // Only the plain word discards; a dismissed dialog must not lose anything.
  return answer !== "drop";
}
