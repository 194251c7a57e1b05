import type { Actor } from './permissions';
import type { changeOrigins } from './vocabularies/journal';

export type ChangeOrigin = (typeof changeOrigins.codes)[number];

/** Who changes records, and by which way. `actor` null: whoever may run commands on the machine of the server. */
export interface ChangeAuthor {
  readonly origin: ChangeOrigin;
  readonly actor: Actor | null;
}

export const commandLine: ChangeAuthor = { origin: 'command', actor: null };
