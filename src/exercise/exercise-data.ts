/** A file as the editor and the engines know it. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** What a page holds of an exercise: plain data, made at build time from its folder in `sandboxes/`. */
export interface ExerciseData {
  readonly id: string;
  readonly title: string;
  readonly starter: readonly SourceFile[];
  readonly solution: readonly SourceFile[];
  /** Paths of the starter that may be read and not changed. */
  readonly given: readonly string[];
  /** The lab and the checks, to look into. */
  readonly reference: readonly SourceFile[];
  readonly checks: readonly CheckData[];
  readonly hints: readonly string[];
  /** Constants of `settings.ts` that one may choose beside the editor; an option's id is the text of a value. */
  readonly settings?: readonly KnobData[];
  readonly worksheet?: WorksheetData;
}

export interface KnobData {
  readonly id: string;
  readonly label: string;
  readonly begins?: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
}

export interface CheckData {
  readonly id: string;
  readonly title: string;
}

export interface WorksheetData {
  readonly title: string;
  readonly fields: readonly FieldData[];
}

export type FieldData =
  | {
      readonly kind: 'choice';
      readonly id: string;
      readonly question: string;
      readonly options: readonly { readonly id: string; readonly label: string }[];
    }
  | { readonly kind: 'number'; readonly id: string; readonly question: string; readonly unit: 'ms' }
  | { readonly kind: 'text'; readonly id: string; readonly question: string; readonly model: string };
