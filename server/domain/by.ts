import type { Me } from './rights.js';

/** What an act tells the trail: keys and counts, never words of an answer and never a reference. */
export interface Entry {
  about(thing: string, id: number, details?: Readonly<Record<string, string | number | boolean | null>>): void;
}

/** Who acts and when. `me` is null on the command line; `random` gives fresh random bytes as hexadecimal text. */
export interface Who {
  me: Me | null;
  now: string;
  random: (bytes: number) => string;
  /** Where somebody without a name acts from; 'command line' when left out. */
  from?: string;
}

/** What an act is given: who, the date in London, and the entry that it describes itself in. */
export interface By extends Who {
  today: string;
  entry: Entry;
}
