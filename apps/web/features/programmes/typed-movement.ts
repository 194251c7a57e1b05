import { checkKitMovement } from '#domain/entry-checks/check-kit-movement';
import type { StockItem } from '#domain/records';
import type { kitMovementKinds } from '#domain/vocabularies/programmes';
import type { Entry } from '../../api/entries';
import type { KitMovementItem } from '../../api/programmes';
import type { Sourced } from '../forms/entry-frame';
import { lacking, reading, unreadable, type Reading } from '../forms/reading';
import type { PickedStructure } from '../forms/structure-picker';
import { readCount, readText } from '../forms/typed';

export type MovementKind = (typeof kitMovementKinds.codes)[number];
type MovementEntry = Extract<Entry, { kind: 'kitMovement' }>;

export interface TypedLine {
  readonly item: StockItem;
  readonly batch: string;
  readonly quantity: string;
  readonly expiry: string;
}
export interface TypedMovement extends Sourced {
  readonly structure: PickedStructure | null;
  readonly on: string;
  readonly lines: readonly TypedLine[];
  readonly organisation: string;
}

export const blankLine = (): TypedLine => ({ item: 'pepKitAdult', batch: '', quantity: '', expiry: '' });
export const blankMovement = (structure: PickedStructure | null, today: string): TypedMovement => ({ source: '', structure, on: today, lines: [blankLine()], organisation: '' });

/** A movement as it stands, to be corrected. */
export const typedMovement = (item: KitMovementItem): TypedMovement => ({
  source: item.entered.source,
  structure: { id: item.structure.id, name: item.structure.name },
  on: item.on,
  lines: item.lines.map((line) => ({ item: line.item, batch: line.batch ?? '', quantity: String(line.quantity), expiry: line.expiry ?? '' })),
  organisation: item.organisation ?? '',
});

/** The movement as typed, as an entry. */
export function readMovement(typed: TypedMovement, kind: MovementKind, correct: string | null, today: string): Reading {
  const record: MovementEntry['record'] = {
    kind,
    on: typed.on,
    lines: typed.lines.map(({ item, batch, quantity, expiry }) => ({ item, batch: readText(batch), quantity: readCount(quantity) ?? Number.NaN, expiry: readText(expiry) })),
    organisation: readText(typed.organisation),
  };
  const missing = [
    ...lacking({ structureId: typed.structure?.id ?? '', on: typed.on, ...Object.fromEntries(typed.lines.map(({ quantity }, index) => [`lines.${String(index)}.quantity`, quantity])) }),
    ...(typed.lines.length === 0 ? ['lines'] : []),
  ];
  const unread = unreadable(Object.fromEntries(record.lines.map(({ quantity }, index) => [`lines.${String(index)}.quantity`, quantity]))).filter(({ column }) => column === null || !missing.includes(column));
  return reading({ kind: 'kitMovement', structureId: typed.structure?.id ?? '', ...(correct === null ? {} : { correct }), record }, missing, unread, checkKitMovement(record, { today }));
}
