import { CLASS_CODES } from '#analysis/classify';
import { defaultStandardOf } from '#domain/shipped-standards';
import { withheldKey } from './dataset';
import type { GapView } from './gap-view';
import { resolveJudging } from './resolve-question';

/**
 * Is there care of the service in this health zone that the viewer may not see, and that the class of the zone does not say already? Only of whole
 * zones, on the date of the data and by the default standard: a question that may be turned otherwise would tell more than that (decision 0037). A trial
 * tells nothing that today does not.
 */
export function isCareWithheld({ dataset, question: { judging, parameters }, set, classification, tried }: GapView, area: number): boolean {
  if (tried !== null && !isCareWithheld(tried.today, area)) return false;
  const areaClass = CLASS_CODES[classification.areaClass[area] ?? -1];
  if (parameters.areaType !== 'healthZone' || areaClass === 'joined' || areaClass === 'unannounced') return false;
  if (!dataset.withheldCare.has(withheldKey({ service: judging.service, healthZoneCode: set.areas[area]?.code ?? '' }))) return false;
  const asked = resolveJudging(dataset, { service: judging.service, standard: defaultStandardOf(judging.service), asOf: null, at: null });
  return judging.standard === asked.standard && judging.asOf === asked.asOf && judging.at === asked.at;
}
