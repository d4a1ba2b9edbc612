import type { Geometry } from "geojson";
import type { Edit } from "./edits";

/** What the rules say of one thing; errors stop a submission, warnings want a reason. */
export interface Finding {
  readonly key: string;
  readonly rule: string;
  readonly name: string;
  readonly severity: "error" | "warning";
  readonly message: string;
  readonly layer: string;
  readonly code: string;
  readonly position: number | null;
  readonly other: { readonly layer: string; readonly code: string; readonly name: string } | null;
  readonly measure: { readonly value: number; readonly unit: string } | null;
  readonly place: Geometry | null;
  readonly repair: { readonly label: string; readonly edits: readonly Edit[] } | null;
  readonly reason: string | null;
}

/** One land class of the quota ledger, of the province or of one area. */
export interface LedgerRow {
  readonly landClass: string;
  readonly name: string;
  readonly area: { readonly code: string; readonly name: string } | null;
  readonly plannedHa: number | null;
  readonly plannedHaTo: number | null;
  readonly allocatedHa: number | null;
  readonly beforeHa: number;
  readonly afterHa: number;
}

export interface Consequences {
  readonly words: readonly string[];
  readonly ledger: readonly LedgerRow[];
  readonly conflicts: readonly {
    readonly layer: string;
    readonly code: string;
    readonly name: string;
    readonly why: string;
  }[];
  /** Tasks of the action programme whose feature changes, or stands on ground that does. */
  readonly tasks: readonly { readonly code: string; readonly name: string; readonly why: string }[];
  readonly byDistrict: readonly { readonly code: string; readonly name: string; readonly hectares: number }[];
}

export interface Checked {
  readonly findings: readonly Finding[];
  readonly consequences: Consequences;
}

/**
 * An answer whose parts may be missing while the service is older than this client. While a gesture is under way its
 * findings say what would be; a repair of what is not there yet is not offered.
 */
export function readChecked(answer: unknown, isProposal = false): Checked {
  const { findings = [], consequences } = answer as { findings?: Finding[]; consequences?: Partial<Consequences> };
  const { words = [], ledger = [], conflicts = [], tasks = [], byDistrict = [] } = consequences ?? {};
  const shown = isProposal ? findings.map((finding) => ({ ...finding, repair: null })) : findings;
  return { findings: shown, consequences: { words, ledger, conflicts, tasks, byDistrict } };
}
