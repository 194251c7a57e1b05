import { listAssessments } from '#db/stores/assessments';
import { listStandards } from '#db/stores/care-standards';
import { readWithheldStructures } from '#db/stores/withheld-structures';
import type { IsoDate } from '#domain/dates';
import type { Assessed } from '#domain/evidence';
import { readiness } from '#domain/readiness';
import { defaultStandardOf } from '#domain/shipped-standards';
import { standardInForce } from '#domain/standard-versions';
import { toolItself } from '#domain/viewer';
import { services } from '#domain/vocabularies/structures';
import type { WithheldCare } from '../engine/messages';
import type { ListSources } from './lists';
import { historyWith } from './programmes/accepted';
import { readProposals } from './programmes/read-proposals';

/**
 * Health zones, by service, in which something is ready on that day that this viewer may not see, by the default standards in force (decision 0037).
 * Worked out here, so that the viewer's engine gets nothing but the codes of the zones.
 */
export async function readWithheldCare({ database, viewer }: Pick<ListSources, 'database' | 'viewer'>, asOf: IsoDate): Promise<WithheldCare[]> {
  const withheld = await readWithheldStructures(database.kysely, viewer);
  if (withheld.length === 0) return [];
  const [standards, assessments, { subjects, verdicts }] = await Promise.all([
    listStandards(database.kysely, viewer),
    listAssessments(database.kysely, toolItself, withheld.map(({ id }) => id)),
    readProposals({ database, viewer: toolItself }),
  ]);
  const zones = new Map<string, WithheldCare>();
  for (const { id, healthZoneCode } of withheld) {
    const evidence = assessments.filter(({ structureId }) => structureId === id).map((one): Assessed => ({ ...one, stockLines: one.stockLines ?? [] }));
    const history = historyWith(id, subjects, verdicts, evidence);
    for (const service of services.codes) {
      const standard = standardInForce(standards, defaultStandardOf(service), asOf);
      if (standard !== null && readiness(history, standard, { asOf }).readiness === 'ready') zones.set(`${service} ${healthZoneCode}`, { service, healthZoneCode });
    }
  }
  return [...zones.values()];
}
