import type { Issue } from '../issue';
import type { KitMovement } from '../programme-records';
import type { HeldBatch } from '../stock-on-hand';
import { checkCount, checkDate, type CheckedOn, checkPastDate, checkWords, findings, repeated } from './check-parts';

export type KitMovementEntry = Omit<KitMovement, 'scheme' | 'externalId' | 'structureScheme' | 'structureExternalId' | 'source' | 'sourceRow'>;

/** What does not add up in a movement of kits. `known`: the batches held on that day, where the asker may see them. */
export function checkKitMovement(record: KitMovementEntry, { known, ...on }: CheckedOn & { readonly known?: readonly HeldBatch[] }): Issue[] {
  const found = findings();
  const isDated = checkPastDate(found, 'on', record.on, on);
  checkWords(found, 'organisation', record.organisation);
  if (record.lines.length === 0) found.error('valueMissing', 'lines');
  record.lines.forEach((line, index) => {
    const path = `lines.${index}.`;
    checkCount(found, `${path}quantity`, line.quantity);
    if (line.quantity === 0) found.warning('movesNothing', `${path}quantity`, 0, '≥ 1');
    if (checkDate(found, `${path}expiry`, line.expiry) && isDated && line.expiry < record.on && record.kind !== 'loss') {
      found.warning(record.kind === 'delivery' ? 'expiredOnArrival' : 'expiredWhenUsed', `${path}expiry`, line.expiry, `≥ ${record.on}`);
    }
    if (record.kind === 'delivery' || known === undefined) return;
    const batch = known.find((one) => one.item === line.item && one.batch === line.batch && one.expiry === line.expiry);
    if (batch === undefined) found.warning('batchNotHeld', `${path}batch`, line.batch);
    else if (line.quantity > batch.fresh + batch.old) found.warning('moreThanHeld', `${path}quantity`, line.quantity, `≤ ${batch.fresh + batch.old}`);
  });
  for (const index of repeated(record.lines, ({ item, batch, expiry }) => JSON.stringify([item, batch, expiry]))) found.warning('batchRepeated', `lines.${index}.batch`, record.lines[index]?.batch);
  return found.issues;
}
