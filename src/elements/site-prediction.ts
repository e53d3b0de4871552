import { progress } from '#stores/progress.ts';
import type { ProgressRecord } from '#stores/progress-record.ts';
import { CommittedQuestion } from './committed-question.ts';

/** What the learner says will happen, before anything runs. */
export class SitePrediction extends CommittedQuestion {
  protected committed({ predictions }: ProgressRecord): string | undefined {
    return Object.hasOwn(predictions, this.name) ? predictions[this.name]?.option : undefined;
  }

  protected commit(option: string): void {
    progress.predict(this.name, option);
  }
}

customElements.define('site-prediction', SitePrediction);
