type Listener = (...args: unknown[]) => unknown;
type Name = string | symbol;
interface Kept {
  readonly listener: Listener;
  readonly once: boolean;
}

/** `node:events`, in a copy of its own for each process: what one adds to the class, no other sees. */
export function eventsModule(): Record<string, unknown> {
  /** Listeners run at once and in order, as in Node; an `error` that nobody listens for is thrown. */
  class EventEmitter {
    static defaultMaxListeners = 10;
    readonly #kept = new Map<Name, Kept[]>();

    on(name: Name, listener: Listener): this {
      return this.#add(name, listener, false, 'last');
    }
    addListener(name: Name, listener: Listener): this {
      return this.on(name, listener);
    }
    prependListener(name: Name, listener: Listener): this {
      return this.#add(name, listener, false, 'first');
    }
    once(name: Name, listener: Listener): this {
      return this.#add(name, listener, true, 'last');
    }
    prependOnceListener(name: Name, listener: Listener): this {
      return this.#add(name, listener, true, 'first');
    }

    /** The latest one that was added, and only one. */
    off(name: Name, listener: Listener): this {
      const kept = this.#kept.get(name) ?? [];
      const at = kept.findLastIndex((one) => one.listener === listener);
      if (at >= 0) this.#kept.set(name, kept.toSpliced(at, 1));
      return this;
    }
    removeListener(name: Name, listener: Listener): this {
      return this.off(name, listener);
    }
    removeAllListeners(name?: Name): this {
      if (name === undefined) this.#kept.clear();
      else this.#kept.delete(name);
      return this;
    }

    emit(name: Name, ...args: unknown[]): boolean {
      const kept = this.#kept.get(name) ?? [];
      if (kept.length === 0 && name === 'error')
        throw args[0] instanceof Error ? args[0] : new Error(`Unhandled error. (${String(args[0])})`);
      for (const { listener, once } of kept) {
        if (once) this.off(name, listener);
        listener.apply(this, args);
      }
      return kept.length > 0;
    }

    listeners(name: Name): Listener[] {
      return (this.#kept.get(name) ?? []).map(({ listener }) => listener);
    }
    listenerCount(name: Name): number {
      return this.listeners(name).length;
    }
    eventNames(): Name[] {
      return [...this.#kept].filter(([, kept]) => kept.length > 0).map(([name]) => name);
    }
    setMaxListeners(): this {
      return this;
    }

    #add(name: Name, listener: Listener, once: boolean, where: 'first' | 'last'): this {
      if (typeof listener !== 'function') throw new TypeError('The "listener" argument must be of type function.');
      const kept = this.#kept.get(name) ?? [];
      this.#kept.set(name, where === 'last' ? [...kept, { listener, once }] : [{ listener, once }, ...kept]);
      return this;
    }
  }

  /** The arguments of the next such event; rejects when `error` comes first. */
  const once = (emitter: EventEmitter, name: Name): Promise<unknown[]> =>
    new Promise((resolve, reject) => {
      const failed = (error: unknown) => {
        emitter.off(name, came);
        reject(error);
      };
      const came = (...args: unknown[]) => {
        emitter.off('error', failed);
        resolve(args);
      };
      emitter.once(name, came);
      if (name !== 'error') emitter.once('error', failed);
    });

  return { __esModule: true, default: Object.assign(EventEmitter, { EventEmitter, once }), EventEmitter, once };
}
