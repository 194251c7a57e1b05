import type { IsoDate } from '#domain/dates';
import type { ClosureItem } from '../../api/entries';

/** The closures in force on a day, first and last day included; on an unknown day none. */
export const closuresOn = (items: readonly ClosureItem[], day: IsoDate | null): readonly ClosureItem[] => (day === null ? [] : items.filter(({ start, end }) => start <= day && (end === null || day <= end)));
