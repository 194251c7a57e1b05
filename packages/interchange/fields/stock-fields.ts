import type { StockLine } from '#domain/records';
import { stockItems } from '#domain/vocabularies/structures';
import { aboutStructure, assessmentId, type AssessmentRow } from './assessment-fields';
import type { FieldRow } from './field-row';
import { onlyOf } from './given-id';
import { codeInList, labelsOf } from './list-codes';
import { STOCK_WORDINGS, wordedAs } from './wordings';

/**
 * One batch that was counted in a structure. The rows of one structure and one day become one assessment that says nothing else.
 * An item that no list knows, a kit that does not say for whom it is, or a row without a quantity is refused: a count with a hole is none.
 */
export function stockRow(row: FieldRow): AssessmentRow {
  const about = aboutStructure(row);
  row.require('countedOn');
  const countedOn = row.date('countedOn');
  const countedBy = row.name('countedBy');
  row.require('item');
  const item = itemOf(row);
  row.require('quantity');
  const quantity = row.whole('quantity');
  const line: StockLine | null = item === null || quantity === null || countedOn === null ? null : { item, batch: row.text('batch'), quantity, expiry: row.date('expiry'), countedOn };
  const given = row.text('id');
  return {
    about,
    record: {
      externalId: given ?? assessmentId('stock', countedOn, countedBy),
      structureScheme: about.id?.scheme ?? '',
      structureExternalId: about.id?.externalId ?? '',
      assessedOn: countedOn ?? '',
      assessedBy: countedBy,
      functionality: 'unknown',
      accessibility: 'unknown',
      protocol: 'unknown',
      privateRoom: 'unknown',
      referralPath: 'unknown',
      services: [],
      trainedStaff: [],
      stockLines: line === null ? [] : [line],
      source: row.text('source') ?? row.of.context.source,
      sourceRow: row.row.row,
    },
    only: given === null ? null : onlyOf<'assessment'>(row.of),
  };
}

function itemOf(row: FieldRow): StockLine['item'] | null {
  const given = row.text('item');
  if (given === null) return null;
  const item = codeInList(stockItems, given) ?? (row.of.strict ? null : wordedAs(STOCK_WORDINGS, given));
  // An item that is not kept would make the count say that there is none of it.
  if (item === null) row.report('listValueUnknown', 'error', 'item', labelsOf(stockItems));
  return item;
}
