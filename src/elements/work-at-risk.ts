import { device } from '#stores/device.ts';
import { placeName } from '#stores/place.ts';
import { preferencesName } from '#stores/preferences.ts';
import type { DeviceStorage } from '#stores/storage.ts';

/** Knows whether something of the learner's would go with this page: neither kept by the browser nor saved as a file. */
export interface WorkAtRisk {
  isThere(): boolean;
  /** All that there is now has been saved as a file. */
  handedOver(): void;
}

export function watchWork(storage: DeviceStorage): WorkAtRisk {
  let handed: ReadonlyMap<string, string> = new Map();

  function unkept(): ReadonlyMap<string, string> {
    storage.settle();
    const all = [...storage.texts()].filter(([name]) => isWork(name) && (!storage.lasting || storage.unsaved(name)));
    return new Map(all.map(([name, text]) => [name, contentOf(text)]));
  }

  return {
    isThere: () => [...unkept()].some(([name, content]) => handed.get(name) !== content),
    handedOver() {
      handed = unkept();
    },
  };
}

/** Nobody wants to be asked for the sake of a colour scheme, or of how far they have read. */
const isWork = (name: string): boolean => name !== preferencesName && name !== placeName;

/** A draft that is not kept is written anew at every occasion; nothing but this changes by it. */
const contentOf = (text: string): string => text.replace(/"(?:revision|savedAt)":\d+/g, '');

export const workAtRisk = watchWork(device);
