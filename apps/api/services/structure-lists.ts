import type { z } from 'zod';
import { listAssessments } from '#db/stores/assessments';
import { getStructure, listStructures, listStructureSources, type StructureItem as StoredStructure } from '#db/stores/structures';
import type { JudgedByQuery } from '../contract/gaps';
import type { StructuresQuery } from '../contract/queries';
import type { StructureDetail, StructureItem, structuresPage } from '../contract/records';
import type { Engine } from '../engine/engine';
import type { StructureJudgement, StructureReadiness } from '../engine/messages';
import { Problem } from '../problem';
import { readCursor } from './cursor';
import { toJudgedBy } from './gap-question';
import { answerPage, type ListSources } from './lists';

export interface StructureSources extends ListSources {
  readonly engine: Engine;
}

/** A structure that came in after the engine was built is not judged yet: nobody knows, as far as the answer goes. */
const NOT_JUDGED: StructureReadiness = { readiness: 'unknown', missing: [], unknown: [], evidenceOn: null, lapsesAfter: null };

/** A page of structures; readiness comes from the engine, so that lists, maps and gaps never disagree. */
export async function structurePage(sources: StructureSources, query: Omit<StructuresQuery, 'format'>): Promise<z.infer<typeof structuresPage>> {
  const { database, viewer, engine } = sources;
  const by = toJudgedBy(query);
  const ids = query.readiness === undefined ? undefined : await engine.ask(viewer, 'structuresByReadiness', { ...by, readiness: query.readiness });
  const page = await listStructures(database.kysely, viewer, {
    limit: query.limit,
    after: readCursor(query.after),
    filters: { ids, types: query.type, ownerships: query.ownership, healthZones: query.healthZone, territories: query.territory, provinces: query.province, search: query.search },
  });
  const judged = await engine.ask(viewer, 'readiness', { ...by, ids: page.items.map(({ id }) => id) });
  const judgedById = new Map(page.items.map(({ id }, place) => [id, judged[place] ?? NOT_JUDGED]));
  return answerPage(sources, page, (item) => showStructure(item, judgedById.get(item.id) ?? NOT_JUDGED));
}

function showStructure({ id, name, type, ownership, lngLat, healthZone, province, tier, source, sourceRow }: StoredStructure, judged: StructureReadiness): StructureItem {
  return {
    id, name, type, ownership, lngLat, healthZone, province, tier,
    readiness: judged.readiness,
    missing: [...judged.missing],
    unknown: [...judged.unknown],
    evidenceOn: judged.evidenceOn,
    lapsesAfter: judged.lapsesAfter,
    source,
    sourceRow,
  };
}

/** One structure with its assessments and its readiness explained. Throws `notFound`, also for what this viewer may not see. */
export async function structureDetail({ database, viewer, engine, watch }: StructureSources, id: string, { changes, ...by }: JudgedByQuery & { readonly changes?: string | undefined }): Promise<StructureDetail> {
  const stored = await getStructure(database.kysely, viewer, id);
  if (stored === null) throw new Problem('notFound');
  const judged = await engine.ask(viewer, 'judgement', { id: stored.id, ...toJudgedBy(by), changes });
  // Seen by the store and not by the engine: it came in a moment ago.
  if (judged === null) throw new Problem('dataLoading');
  const [assessments, sources] = await Promise.all([listAssessments(database.kysely, viewer, [stored.id]), listStructureSources(database.kysely, viewer, stored.id)]);
  return {
    ...showStructure(stored, judged),
    dataVersion: watch.state().dataVersion,
    typeAsGiven: stored.typeAsGiven,
    externalIds: stored.externalIds,
    supportedBy: stored.supportedBy,
    sources,
    asOf: judged.asOf,
    at: judged.at,
    standard: judged.standard,
    criteria: [...judged.criteria],
    lapseCriterion: judged.lapseCriterion,
    ...(judged.tried === null ? {} : { tried: judged.tried }),
    forecast: judged.forecast.map((then) => ({ ...then, missing: [...then.missing] })),
    ...historyShown(judged),
    assessments: assessments.map(({ structureId: _, ...assessment }) => assessment),
  };
}

/** What is known of a structure besides its assessments, as the engine counts it, in lists of our own. */
function historyShown({ need, trainings, movements, disagreements, stockOutlook }: StructureJudgement): Pick<StructureDetail, 'need' | 'trainings' | 'movements' | 'disagreements' | 'stockOutlook'> {
  return {
    need,
    trainings: [...trainings],
    movements: movements.map((one) => ({ ...one, lines: one.lines === null ? null : [...one.lines] })),
    disagreements: disagreements.map((one) => ({ ...one, sides: [...one.sides] })),
    stockOutlook: stockOutlook === null ? null : [...stockOutlook],
  };
}
