import { issue, type Issue } from '#domain/issue';
import { withoutPersonalData } from '#interchange/free-text-privacy';
import { fieldOf } from './entry-faults';

/** Codes and ids hold no sentences. */
const NO_TEXT = /^(?:kind|key|digest|subject|subjectId|structureId|hostStructureId|correct|areaCode|code|batch)$/;

/** Every text of a body that names a person or gives a contact: a form says so at once, for whoever typed it can write an organisation or a function instead. */
export const personalTexts = (body: object): Issue[] => walk(body, []);

function walk(value: unknown, path: readonly PropertyKey[]): Issue[] {
  if (typeof value === 'string') {
    const last = path.at(-1);
    if (typeof last === 'string' && NO_TEXT.test(last)) return [];
    const { found, text } = withoutPersonalData(value);
    // What was found is not said again.
    return found.length === 0 ? [] : [issue('personNamed', 'error', { ...fieldOf(path), value: text })];
  }
  if (Array.isArray(value)) return value.flatMap((item: unknown, at) => walk(item, [...path, at]));
  return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, item]) => walk(item, [...path, key])) : [];
}
