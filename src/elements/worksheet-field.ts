import { progress } from '#stores/progress.ts';
import type { Comparison } from '#stores/session-state.ts';
import type { Written } from '#stores/storage.ts';
import { build, button } from './build-element.ts';
import { findPart } from './find-part.ts';

/** The answer in a server-rendered field; an empty text is no answer. */
export function answerOf(field: HTMLElement): { get(): string; set(answer: string): void } {
  if (field.dataset.kind === 'choice') return choiceOf(field);
  const input = field.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea');
  return {
    get: () => input?.value.trim() ?? '',
    set: (answer) => {
      if (input) input.value = answer;
    },
  };
}

function choiceOf(field: HTMLElement) {
  const options = [...field.querySelectorAll<HTMLInputElement>('input[type="radio"]')];
  return {
    get: () => options.find((option) => option.checked)?.value ?? '',
    set: (answer: string) => {
      for (const option of options) option.checked = option.value === answer;
    },
  };
}

const FEWEST_WORDS = 5;

/** A letter is no answer to a question of prose, and nothing to compare ours with. */
export const isSentence = (text: string): boolean => (text.match(/\S*\p{L}\S*/gu) ?? []).length >= FEWEST_WORDS;

/** Our answer to a question of prose can be opened once there is one of the learner's own to compare it with. */
export function lockModel(field: HTMLElement): void {
  if (field.dataset.kind !== 'text') return;
  const isAnswered = isSentence(answerOf(field).get());
  findPart(field, '[data-part="locked"]', HTMLElement).hidden = isAnswered;
  findPart(field, '[data-part="model"]', HTMLElement).hidden = !isAnswered;
}

/** Keeps an answer as it is typed, and says when the device will not. */
export function keepAnswer(exercise: string, field: HTMLElement): Written {
  return progress.answer(exercise, field.dataset.field ?? '', answerOf(field).get());
}

/** Says beside a field how it compares. An answer that was changed since is not judged any more. */
export function showJudged(
  field: HTMLElement,
  comparison: Comparison,
  see: (evidence: readonly number[]) => void,
): void {
  const place = findPart(field, '[data-part="judged"]', HTMLElement);
  const words = comparison.kind === 'compared' ? judgedWords(field, comparison, see) : [];
  place.replaceChildren(...words);
  place.hidden = words.length === 0;
}

function judgedWords(
  field: HTMLElement,
  comparison: Comparison & { kind: 'compared' },
  see: (evidence: readonly number[]) => void,
): readonly Node[] {
  const id = field.dataset.field ?? '';
  const answer = answerOf(field).get();
  if (field.dataset.kind === 'text') {
    if (isSentence(answer)) openModel(field, comparison);
    return [];
  }
  const judged = comparison.fields.find((each) => each.id === id);
  if (!judged) return [build('p', { class: 'meta' }, 'Not answered, so not compared.')];
  if (answer !== (comparison.answers[id] ?? '')) {
    return [build('p', { class: 'meta' }, 'Changed since the comparison. Compare again.')];
  }
  const right = judged.outcome === 'right';
  const acts = judged.evidence.length > 0 ? [button('See it', 'text-button', () => see(judged.evidence))] : [];
  return [build('div', {}, build('p', {}, build('b', {}, right ? 'Yes. ' : 'No. '), judged.because), ...acts)];
}

/** After a comparison our answer stands open below the learner's own, until they close it. */
function openModel(field: HTMLElement, comparison: Comparison): void {
  const model = field.querySelector('details');
  if (!model || openedFor.get(model) === comparison) return;
  openedFor.set(model, comparison);
  model.open = true;
}

const openedFor = new WeakMap<HTMLDetailsElement, Comparison>();
