import { REFUSED } from '#compile/scope.ts';

/** Stands for a global that is refused: whatever is done with it throws the reason. */
function refusal(because: string): unknown {
  const refuse = () => {
    throw new Error(because);
  };
  const stand = Object.freeze(() => {});
  return new Proxy(stand, {
    get: refuse,
    set: refuse,
    has: refuse,
    apply: refuse,
    construct: refuse,
    defineProperty: refuse,
    getPrototypeOf: refuse,
  });
}

const refusals = new Map(Object.entries(REFUSED).map(([name, because]) => [name, refusal(because)]));

export const refusalOf = (name: string): unknown => refusals.get(name);
