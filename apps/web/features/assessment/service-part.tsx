import type { Service } from '#domain/records';
import { availabilities, barriers, services } from '#domain/vocabularies/structures';
import type { EntryStart } from '../../api/entries';
import { useCareWords } from '../../i18n/care-words';
import { useTerm } from '../../i18n/terms';
import { Remarks, SelectField } from '../forms/fields';
import { LastKnown } from './last-known';
import type { Barrier, TypedAssessment, TypedService } from './typed-assessment';

interface Props {
  typed: TypedAssessment;
  start: EntryStart;
  onChange: (part: Partial<TypedAssessment>) => void;
}
/** Barriers named per service, as HeRAMS ranks them. */
const MOST_BARRIERS = 3;
const HINDERED: readonly TypedService['availability'][] = ['partial', 'unavailable'];

/** Each service: is it given, and if not or in part, what stands in the way, the heaviest first. */
export function ServicePart({ typed, start, onChange }: Props) {
  const term = useTerm();
  const recorded = services.codes.filter((code) => typed.services[code].availability !== 'unknown');
  return services.codes.map((service) => {
    const answer = typed.services[service];
    const last = start.services.find((one) => one.service === service) ?? null;
    const set = (part: Partial<TypedService>) => onChange({ services: { ...typed.services, [service]: { ...answer, ...part } } });
    const path = `services.${String(recorded.indexOf(service))}`;
    return (
      <div key={service} className="entry-question">
        <SelectField
          wide
          path={`${path}.availability`}
          label={term(services, service)}
          value={answer.availability}
          options={availabilities.codes.map((code) => ({ code, label: term(availabilities, code) }))}
          onChange={(availability) => set({ availability, barriers: HINDERED.includes(availability) ? answer.barriers : [] })}
        />
        <LastKnown
          known={last === null || last.availability === 'unknown' ? null : { words: term(availabilities, last.availability), on: last.on, source: last.source }}
          same={last !== null && last.availability === answer.availability}
          onSame={() => last !== null && set({ availability: last.availability, barriers: last.barriers })}
        />
        {HINDERED.includes(answer.availability) ? <BarrierRanks service={service} path={`${path}.barriers`} chosen={answer.barriers} onChange={(ranked) => set({ barriers: ranked })} /> : null}
      </div>
    );
  });
}

/** Tapped in the order of their weight; tapped again, taken out. */
function BarrierRanks({ service, path, chosen, onChange }: { service: Service; path: string; chosen: readonly Barrier[]; onChange: (ranked: readonly Barrier[]) => void }) {
  const { t } = useCareWords();
  const term = useTerm();
  return (
    <fieldset className="ranks" data-path={path}>
      <legend>{t('assessment.barriers', { service: term(services, service) })}</legend>
      {barriers.codes.map((code) => {
        const rank = chosen.indexOf(code);
        const full = rank < 0 && chosen.length >= MOST_BARRIERS;
        return (
          <button key={code} type="button" className="rank" aria-pressed={rank >= 0} disabled={full} onClick={() => onChange(rank >= 0 ? chosen.filter((one) => one !== code) : [...chosen, code])}>
            {rank >= 0 ? <span className="rank-place">{rank + 1}</span> : null}
            {term(barriers, code)}
          </button>
        );
      })}
      <Remarks path={path} />
    </fieldset>
  );
}
