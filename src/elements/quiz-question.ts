import { progress } from '#stores/progress.ts';
import type { ProgressRecord } from '#stores/progress-record.ts';
import { CommittedQuestion } from './committed-question.ts';

/** One question of a lesson's quiz. */
export class QuizQuestion extends CommittedQuestion {
  protected committed({ questions }: ProgressRecord): string | undefined {
    return Object.hasOwn(questions, this.name) ? questions[this.name]?.option : undefined;
  }

  protected commit(option: string): void {
    progress.answerQuestion(this.name, option);
  }
}

customElements.define('quiz-question', QuizQuestion);
