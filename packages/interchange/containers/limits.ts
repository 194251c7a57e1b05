import { issue, type Issue } from '#domain/issue';

/** Rows of one sheet, blank ones included. The longest real list of a whole country has 33,363. */
export const MAX_ROWS = 300_000;
/** Cells of one sheet, those between filled ones included: a single cell in the last column makes a row of 16,384. */
export const MAX_CELLS = 20_000_000;
/** What a file may unpack to, counted while it is unpacked. The largest real workbook takes 6 MB. */
export const MAX_UNPACKED_BYTES = 300_000_000;
/** Files in an archive, the parts of a workbook included. */
export const MAX_ENTRIES = 2_000;
/** Objects and lists inside one another in JSON. Outlines need 9, the deepest bundle of facilities 12. */
export const MAX_DEPTH = 40;

export const tooManyRows = (): Issue => issue('fileTooLarge', 'error', { value: `> ${String(MAX_ROWS)}`, expected: `≤ ${String(MAX_ROWS)}` });
export const tooManyBytes = (): Issue => issue('fileTooLarge', 'error', { value: `> ${String(MAX_UNPACKED_BYTES / 1e6)} MB`, expected: `≤ ${String(MAX_UNPACKED_BYTES / 1e6)} MB` });
