import { changeKinds } from '#domain/vocabularies/reach';
import type { TriedChange } from '../../contract/tried';

/** What is tried out in a file, by name, in both languages: codes alone would not tell a reader that the hospital is not ready today. */
export const triedText = (changes: readonly TriedChange[]): string =>
  `essai/trial: ${changes.map(({ kind, name, target }) => `${changeKinds.terms[kind].fr} / ${changeKinds.terms[kind].en}: ${name} (${target})`).join(', ')}`;
