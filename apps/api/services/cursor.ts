import { problemAt } from '../problem';

/** Where a page ends, as the asker hands it back: opaque, so that nobody builds on what is in it. */
export const writeCursor = (after: string | null): string | null => (after === null ? null : Buffer.from(after).toString('base64url'));

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Throws `cursorInvalid` for what is not a `nextCursor` of ours. */
export function readCursor(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const after = Buffer.from(text, 'base64url').toString();
  if (!ID.test(after)) throw problemAt('cursorInvalid', 'after', text.slice(0, 100), 'nextCursor');
  return after;
}
