import type { Feature, FeatureCollection, Geometry } from "geojson";
import { isShape, kindOf, type Shape, type ShapeKind } from "../operations/shapes";
import { language, say } from "../../say";

export interface Bilingual {
  readonly vi: string;
  readonly en?: string | null;
}

export interface AttributeField {
  readonly key: string;
  readonly type: "text" | "number" | "integer" | "boolean" | "date" | "url" | "code";
  readonly label: Bilingual;
  readonly unit?: string | null;
  readonly required?: boolean | null;
  readonly codes?: readonly { readonly value: string; readonly vi: string; readonly en?: string | null }[] | null;
}

/** A layer as the editor needs to know it. */
export interface LayerSchema {
  readonly code: string;
  readonly name: Bilingual;
  readonly geometryKind: "point" | "line" | "polygon" | "any";
  readonly attributes: readonly AttributeField[];
  readonly isCoverage: boolean;
  readonly mayOverlap?: boolean | null;
  readonly minAreaM2?: number | null;
  readonly planScoped?: boolean;
}

export interface ChangeSet {
  readonly id: string;
  readonly title: Bilingual;
  readonly state: string;
  readonly version: number;
  readonly plan: string | null;
  readonly inForceFrom: string | null;
  readonly instrument: string | null;
  readonly mayEdit: boolean;
  readonly author: { readonly id: string; readonly name: string } | null;
}

/** What a change makes of a feature. Never changed in place, so that undo can keep every one there has been. */
export interface Content {
  readonly op: "create" | "update" | "delete";
  readonly layer: string;
  /** Empty on something new whose code the service may choose. */
  readonly code: string;
  readonly feature: number | null;
  readonly baseVersion: number | null;
  readonly nameVi: string;
  readonly nameEn: string | null;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly quality: string;
  readonly geometrySource: string | null;
  readonly note: string | null;
  readonly instrument: string | null;
  readonly inForceFrom: string | null;
  readonly inForceUntil: string | null;
  readonly successor: string | null;
  readonly geometry: Shape | null;
}

/** A change as the service has it. */
export interface SavedChange {
  readonly position: number;
  /** Grows with each saved edit of this change. */
  readonly version: number;
  readonly content: Content;
  readonly before: Partial<Content> | null;
  readonly updatedBy: string | null;
}

/** A feature in force around the draft, as it is without the draft's changes. */
export interface BaseFeature {
  readonly id: number;
  readonly version: number;
  readonly content: Content;
}

/** Another open change set that touches a feature of this one. */
export interface AlsoTouched {
  readonly feature: number;
  readonly layer: string;
  readonly code: string;
  readonly changeSet: string;
  readonly title: Bilingual;
  readonly author: string | null;
}

export interface Draft {
  readonly changeSet: ChangeSet;
  readonly layers: readonly LayerSchema[];
  readonly alsoTouchedBy: readonly AlsoTouched[];
  readonly changes: readonly SavedChange[];
}

interface DraftFile {
  readonly changeSet: ChangeSet;
  readonly layers: readonly LayerSchema[];
  readonly alsoTouchedBy?: readonly AlsoTouched[];
  readonly changes: FeatureCollection<Geometry | null>;
}

export function readDraft(file: unknown): Draft {
  const { changeSet, layers, alsoTouchedBy, changes } = file as DraftFile;
  return { changeSet, layers, alsoTouchedBy: alsoTouchedBy ?? [], changes: changes.features.map(readChange) };
}

export function readChange(feature: Feature<Geometry | null>): SavedChange {
  const properties = (feature.properties ?? {}) as Record<string, unknown>;
  const before = properties["before"] as Partial<Content> | null | undefined;
  return {
    position: Number(feature.id),
    version: Number(properties["version"]),
    content: readContent(properties, feature.geometry),
    before: before ?? null,
    updatedBy: textOf(properties["updatedBy"]),
  };
}

export function readBase(feature: Feature<Geometry | null>): BaseFeature {
  const properties = (feature.properties ?? {}) as Record<string, unknown>;
  const id = Number(feature.id);
  const version = Number(properties["version"]);
  const content = readContent({ ...properties, op: "update", feature: id, baseVersion: version }, feature.geometry);
  return { id, version, content };
}

function readContent(properties: Record<string, unknown>, geometry: Geometry | null): Content {
  const op = properties["op"];
  return {
    op: op === "create" || op === "delete" ? op : "update",
    layer: textOf(properties["layer"]) ?? "",
    code: textOf(properties["code"]) ?? "",
    feature: numberOf(properties["feature"]),
    baseVersion: numberOf(properties["baseVersion"]),
    nameVi: textOf(properties["nameVi"]) ?? "",
    nameEn: textOf(properties["nameEn"]),
    attributes: (properties["attributes"] as Record<string, unknown> | null | undefined) ?? {},
    quality: textOf(properties["quality"]) ?? "digitised",
    geometrySource: textOf(properties["geometrySource"]),
    note: textOf(properties["note"]),
    instrument: textOf(properties["instrument"]),
    inForceFrom: textOf(properties["inForceFrom"]),
    inForceUntil: textOf(properties["inForceUntil"]),
    successor: textOf(properties["successor"]),
    geometry: isShape(geometry) ? geometry : null,
  };
}

export function newContent(layer: string, geometry: Shape | null): Content {
  const content = readContent({ op: "create", layer, quality: "digitised" }, null);
  return { ...content, geometry };
}

export function nameOf({ nameVi, nameEn, code }: Content): string {
  const name = language() === "en" ? (nameEn ?? nameVi) : nameVi;
  return name || code || say("chưa đặt tên", "unnamed");
}

export function inWords({ vi, en }: Bilingual): string {
  return language() === "en" ? (en ?? vi) : vi;
}

/** The kinds of geometry that may be drawn in a layer. */
export function kindsOf({ geometryKind }: LayerSchema): readonly ShapeKind[] {
  return geometryKind === "any" ? ["polygon", "line", "point"] : [geometryKind];
}

/** True when a shape is of a kind that the layer takes. */
export function fits(layer: LayerSchema, shape: Shape): boolean {
  return kindsOf(layer).includes(kindOf(shape));
}

function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function numberOf(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}
