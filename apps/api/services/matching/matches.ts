import type { z } from 'zod';
import { markAuthor } from '#db/stores/change-author';
import { bumpDataVersion } from '#db/stores/data-version';
import { getMatch, listMatches, readMatchSides, type MatchSide, type StoredMatch } from '#db/stores/matches';
import { saveMatchVerdict, type MatchKind } from '#db/stores/verdicts';
import type { Actor } from '#domain/permissions';
import type { MatchItem, matchesAnswer, matchVerdictBody } from '../../contract/imports';
import type { MatchesQuery } from '../../contract/matches';
import { Problem } from '../../problem';
import { readCursor, writeCursor } from '../cursor';
import type { ListSources } from '../lists';
import { matchOrganisations, matchStructures } from './match-records';

/** A page of pairs that may be one, likeliest first. */
export async function matchPage({ database, viewer }: ListSources, { kind, state, limit, after }: MatchesQuery): Promise<z.infer<typeof matchesAnswer>> {
  const page = await listMatches(database.kysely, viewer, kind, state, { limit, after: readCursor(after) });
  const sides = await readMatchSides(database.kysely, viewer, kind, page.items.flatMap(({ sideA, sideB }) => [sideA, sideB]));
  return { items: page.items.flatMap((match) => show(kind, match, sides)), total: page.total, nextCursor: writeCursor(page.next) };
}

/**
 * Keeps a person's verdict on a pair, and finds anew what follows from it, in one transaction. The other verdict on the same pair takes it back. Throws `notFound` for a pair that is
 * not there (any more), or that this viewer may not see.
 */
export async function decideMatch(sources: ListSources, id: string, { verdict, reason, decidedBy }: z.output<typeof matchVerdictBody>, { actor, today }: { readonly actor: Actor; readonly today: string }): Promise<MatchItem> {
  const { database, viewer, watch } = sources;
  const item = await database.kysely.transaction().execute(async (transaction) => {
    await markAuthor(transaction, { origin: 'match', actor }, null);
    const match = await getMatch(transaction, viewer, id);
    if (match === null) throw new Problem('notFound');
    await saveMatchVerdict(transaction, { kind: match.kind, sideA: match.sideA, sideB: match.sideB, verdict, reason, decidedBy, decidedOn: today });
    await (match.kind === 'structure' ? matchStructures(transaction) : matchOrganisations(transaction));
    await bumpDataVersion(transaction);
    const decided = await getMatch(transaction, viewer, id);
    const sides = await readMatchSides(transaction, viewer, match.kind, [match.sideA, match.sideB]);
    return decided === null ? undefined : show(match.kind, decided, sides)[0];
  });
  if (item === undefined) throw new Problem('notFound');
  watch.changed();
  return item;
}

/** The side that stands comes first. A pair of which a side is gone is left out. */
function show(kind: MatchKind, match: StoredMatch, sides: ReadonlyMap<string, MatchSide>): MatchItem[] {
  const { id, state, by, score, reasons, distanceKm, verdict, leading, sideA, sideB } = match;
  const [a, b] = [sides.get(sideA), sides.get(sideB)];
  if (a === undefined || b === undefined) return [];
  return [{ id, kind, state, by, score, reasons: [...reasons], distanceKm, sides: state === 'joined' && leading === sideB ? [b, a] : [a, b], decision: verdict }];
}
