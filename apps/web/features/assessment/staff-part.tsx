import { cadres, services } from '#domain/vocabularies/structures';
import type { EntryStart } from '../../api/entries';
import { useCareWords } from '../../i18n/care-words';
import { useFormat } from '../../i18n/format';
import { useTerm } from '../../i18n/terms';
import { Choice, CountField, DateField, SelectField, TextField } from '../forms/fields';
import { LineList } from '../forms/line-list';
import { LastKnown } from './last-known';
import { blankStaff, firstStaffLine, staffKnown, type Found, type TypedAssessment, type TypedStaff } from './typed-assessment';

interface Props {
  typed: TypedAssessment;
  start: EntryStart;
  onChange: (part: Partial<TypedAssessment>) => void;
}

/** Staff trained for each service, by cadre and day of training. Numbers, never names. */
export function StaffPart({ typed, start, onChange }: Props) {
  const { t } = useCareWords();
  const term = useTerm();
  const summary = useStaffSummary();
  return services.codes.map((service) => {
    const answer = typed.staff[service];
    const known = staffKnown(start, service);
    const first = firstStaffLine(typed, service);
    const set = (found: Found<TypedStaff>) => onChange({ staff: { ...typed.staff, [service]: found } });
    return (
      <div key={service} className="entry-question">
        <Choice
          path={`trainedStaff.${service}`}
          label={term(services, service)}
          value={answer.state}
          options={(['some', 'none', 'unknown'] as const).map((code) => ({ code, label: t(`assessment.staffState.${code}`) }))}
          onChange={(state) => set({ state, lines: state === 'some' && answer.lines.length === 0 ? [blankStaff()] : answer.lines })}
        >
          <LastKnown known={known === null ? null : { words: summary(known.found), on: known.on, source: known.source }} same={JSON.stringify(known?.found) === JSON.stringify(answer)} onSame={() => known !== null && set(known.found)} />
        </Choice>
        {answer.state === 'some' ? (
          <LineList label={t('assessment.staffLines', { service: term(services, service) })} lines={answer.lines} blank={blankStaff} addWords={t('assessment.addStaff')} onChange={(lines) => set({ state: 'some', lines })}>
            {(line, change, index) => <StaffLine line={line} path={`trainedStaff.${String(first + index)}`} onChange={change} />}
          </LineList>
        ) : null}
      </div>
    );
  });
}

function StaffLine({ line, path, onChange }: { line: TypedStaff; path: string; onChange: (part: Partial<TypedStaff>) => void }) {
  const { t } = useCareWords();
  const term = useTerm();
  return (
    <>
      <SelectField path={`${path}.cadre`} label={t('assessment.cadre')} value={line.cadre} options={cadres.codes.map((code) => ({ code, label: term(cadres, code) }))} onChange={(cadre) => onChange({ cadre })} />
      <CountField path={`${path}.number`} label={t('assessment.number')} value={line.number} onChange={(number) => onChange({ number })} />
      <CountField path={`${path}.women`} label={t('assessment.women')} value={line.women} onChange={(women) => onChange({ women })} />
      <CountField path={`${path}.men`} label={t('assessment.men')} value={line.men} onChange={(men) => onChange({ men })} />
      <DateField path={`${path}.trainedOn`} label={t('assessment.trainedOn')} mayBeUnknown value={line.trainedOn} onChange={(trainedOn) => onChange({ trainedOn })} />
      <TextField path={`${path}.protocolVersion`} label={t('assessment.protocolVersion')} placeholder={t('form.unknown')} value={line.protocolVersion} onChange={(protocolVersion) => onChange({ protocolVersion })} />
    </>
  );
}

function useStaffSummary() {
  const { t } = useCareWords();
  const term = useTerm();
  const format = useFormat();
  return ({ state, lines }: Found<TypedStaff>): string =>
    state === 'none' ? t('assessment.staffState.none') : format.list(lines.map(({ cadre, number }) => `${number === '' ? '?' : number} ${term(cadres, cadre).toLowerCase()}`));
}
