import { issue, type Issue } from '#domain/issue';
import { isFacilityContact } from './case-data';
import { cellText } from './cell-values';
import { REMOVED, withoutContacts, withoutPersonalData } from './free-text-privacy';
import type { Table } from './table';

const ROWS_LOOKED_AT = 200;
/** So few values may be chance. */
const LEAST_VALUES = 5;
const COLUMNS_LOOKED_AT = 200;

/**
 * Whether a column lists persons or their telephone numbers, whatever its header says: most of its values are the name of a person,
 * or a number to call, and nothing else. The whole file is refused. `facilities`: the contacts of facilities are public, and never read.
 */
export function caseDataInValues(table: Table, facilities = false): Issue | null {
  const rows = table.rows.slice(0, ROWS_LOOKED_AT);
  const found = table.headers.slice(0, COLUMNS_LOOKED_AT).filter((header, column) => {
    if (facilities && isFacilityContact(header)) return false;
    const values = rows.map(({ cells }) => cellText(cells[column] ?? null)).filter((text) => text !== '' && text.length <= 80);
    if (values.length < LEAST_VALUES) return false;
    const personal = values.filter((text) => isPerson(text) || (!facilities && isNumberToCall(text))).length;
    return personal * 2 > values.length;
  });
  return found.length === 0 ? null : issue('caseDataRefused', 'error', { column: found.join(', ') });
}

const isPerson = (text: string): boolean => /\p{L}/u.test(text) && withoutPersonalData(text).text === REMOVED;
const isNumberToCall = (text: string): boolean => /^\+?[\d\s.()/-]+$/.test(text) && withoutContacts(text).text === REMOVED;
