import type { EvidenceHistory } from '#domain/evidence';
import type { barriers } from '#domain/vocabularies/structures';
import { byText } from './by-text';
import type { ResolvedJudging } from './resolve-question';

export type Barrier = (typeof barriers.codes)[number];

/** What the newest assessment that speaks of the service names as standing in its way, the first first. Empty: it names nothing, or nobody said. */
export function barriersNamed(history: EvidenceHistory | undefined, { service, asOf }: Pick<ResolvedJudging, 'service' | 'asOf'>): readonly Barrier[] {
  const speaking = (history?.assessments ?? []).filter((one) => one.assessedOn <= asOf && one.services.some((graded) => graded.service === service));
  const [newest] = speaking.sort((a, b) => byText(b.assessedOn, a.assessedOn) || byText(b.source, a.source) || byText(JSON.stringify(a), JSON.stringify(b)));
  return newest?.services.find((graded) => graded.service === service)?.barriers ?? [];
}
