import { type Exercise, type Field, inPrint } from 'lab/authoring';
import { catalogueEntry } from './catalogue-entry.ts';
import type { ExerciseData, FieldData } from './exercise-data.ts';

/**
 * What a page holds of an exercise, read from its folder while the site is built. Throws a sentence that names the remedy
 * for an unknown id, and whatever the catalogue says about a folder that is not whole.
 */
export async function loadExercise(id: string): Promise<ExerciseData> {
  const { exercise, starter, solution, reference } = await catalogueEntry(id);
  return {
    id,
    title: exercise.title,
    starter,
    solution,
    given: exercise.given,
    reference,
    checks: exercise.checks.map(({ id, title }) => ({ id, title })),
    hints: exercise.hints,
    ...(exercise.settings ? { settings: exercise.settings } : {}),
    ...worksheetOf(exercise),
  };
}

function worksheetOf({ worksheet }: Exercise): Pick<ExerciseData, 'worksheet'> {
  return worksheet ? { worksheet: { title: inPrint(worksheet.title), fields: worksheet.fields.map(dataOf) } } : {};
}

/** Judges are functions and stay in the engine; everything else of a field is shown. */
function dataOf(field: Field): FieldData {
  const asked = { id: field.id, question: inPrint(field.question) };
  switch (field.kind) {
    case 'choice':
      return {
        kind: 'choice',
        ...asked,
        options: field.options.map(({ id, label }) => ({ id, label: inPrint(label) })),
      };
    case 'number':
      return { kind: 'number', ...asked, unit: field.unit };
    case 'text':
      return { kind: 'text', ...asked, model: inPrint(field.model) };
  }
}
