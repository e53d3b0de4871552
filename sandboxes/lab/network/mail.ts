import type { Mail } from 'lab';
import type { Life } from '#processes/life.ts';
import { failure } from '#world/failure.ts';
import { LATENCY } from '#world/latency.ts';
import { rejecting } from '#world/rejecting.ts';
import type { World } from '#world/world.ts';

/** An SMTP provider: what it has accepted has left, and cannot be called back. */
export class MailProvider {
  isDown = false;
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  mailOf(life: Life): Mail {
    return {
      send: rejecting((message: unknown) => {
        const [to, subject, text] = [partOf(message, 'to'), partOf(message, 'subject'), partOf(message, 'text')];
        return this.#world.effect(life, 'mail', undefined, LATENCY.mail, (point) => {
          if (this.isDown) this.#refuse(life, to, point);
          this.#world.record({ kind: 'mailed', to, subject, text, ...life.who }, point);
        });
      }),
    };
  }

  #refuse(life: Life, to: string, point: string): never {
    this.#world.record({ kind: 'mail refused', to, ...life.who }, point);
    throw failure('the mail provider is down: try again later', 'ECONNECTION');
  }
}

function partOf(message: unknown, name: 'to' | 'subject' | 'text'): string {
  const part: unknown = (message as Record<string, unknown> | null | undefined)?.[name];
  if (typeof part !== 'string')
    throw new TypeError(`A mail has to, subject and text, each a text; ${name} is ${typeof part}.`);
  if (name === 'to' && part.trim() === '') throw new TypeError('A mail goes to somebody; to is empty.');
  return part;
}
