import { normaliseName } from '#domain/normalise-name';
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
  row.requireKnown('countedOn');
  const countedOn = row.date('countedOn');
  const countedBy = row.name('countedBy');
  row.require('item');
  const item = itemOf(row);
  row.requireKnown('quantity');
  const quantity = quantityOf(row);
  const line: StockLine | null = item === null || quantity === null || countedOn === null ? null : { item, batch: row.text('batch'), quantity, expiry: row.date('expiry', 'error', 'last'), countedOn };
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

/** What may stand behind a number or in a column of its own: the item itself. A box holds how many nobody knows. */
const PIECE = /^(?:kits?|unites?|units?|pieces?|pcs?|each|ea|u|sets?)$/;

/** The number of pieces; `12 kits` is twelve. Boxes, and whatever else is no piece, are refused. */
function quantityOf(row: FieldRow): number | null {
  const unit = row.text('unit');
  if (unit !== null && !PIECE.test(normaliseName(unit))) {
    row.report('listValueUnknown', 'error', 'unit', 'kit, unité, pièce');
    return null;
  }
  const [, number, word] = /^(\d+) ?([\p{L}]+)$/u.exec(row.text('quantity') ?? '') ?? [];
  return number !== undefined && PIECE.test(normaliseName(word ?? '')) ? Number(number) : row.whole('quantity');
}

function itemOf(row: FieldRow): StockLine['item'] | null {
  const given = row.text('item');
  if (given === null) return null;
  const item = codeInList(stockItems, given) ?? (row.of.strict ? null : wordedAs(STOCK_WORDINGS, given));
  // An item that is not kept would make the count say that there is none of it.
  if (item === null) row.report('listValueUnknown', 'error', 'item', labelsOf(stockItems));
  return item;
}
