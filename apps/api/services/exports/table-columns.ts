import type { TableColumn } from '#interchange/write-table';
import type { OutCell } from '#interchange/write-workbook';

/** One column of a table that goes out. */
export const column = <Row>(key: string, header: string, hxl: string, value: (row: Row) => OutCell): TableColumn<Row> => ({ key, header, hxl, value });

/** The same with dates as values. */
export const dateColumn = <Row>(key: string, header: string, hxl: string, value: (row: Row) => string | null): TableColumn<Row> => ({ key, header, hxl, date: true, value });

export const joined = (texts: readonly string[]): string => texts.join('; ');
