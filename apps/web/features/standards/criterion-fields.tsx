import { availabilities, cadres, functionalityLevels, stockItems } from '#domain/vocabularies/structures';
import type { Vocabulary } from '#domain/vocabulary';
import { useCareWords } from '../../i18n/care-words';
import { useTerm } from '../../i18n/terms';
import { Choice, CountField, SelectField, TextField } from '../forms/fields';
import { CheckList } from './check-list';
import { CRITERION_KINDS, PRESENCE_FIELDS, USUAL_CODE, type TypedCriterion } from './typed-standard';

interface Props {
  line: TypedCriterion;
  path: string;
  onChange: (part: Partial<TypedCriterion>) => void;
}

/** One criterion: what is looked at, from where on it is met, and whether care is there without it. */
export function CriterionFields({ line, path, onChange }: Props) {
  const { t } = useCareWords();
  return (
    <>
      <SelectField wide path={`${path}.kind`} label={t('standard.kind')} value={line.kind} options={CRITERION_KINDS.map((code) => ({ code, label: t(`standard.kindOf.${code}`) }))} onChange={(kind) => onChange({ kind, code: USUAL_CODE[kind] })} />
      <TextField path={`${path}.code`} label={t('standard.code')} max={60} value={line.code} onChange={(code) => onChange({ code })} />
      <Choice
        path={`${path}.required`}
        label={t('standard.weight')}
        value={line.required ? 'required' : 'recommended'}
        options={(['required', 'recommended'] as const).map((code) => ({ code, label: t(`standard.${code}`) }))}
        onChange={(code) => onChange({ required: code === 'required' })}
      />
      <Measure line={line} path={path} onChange={onChange} />
    </>
  );
}

function Measure({ line, path, onChange }: Props) {
  const { t } = useCareWords();
  const options = useOptions();
  switch (line.kind) {
    case 'functionality':
    case 'accessibility':
      return <CheckList path={`${path}.accepted`} label={t('standard.accepted')} options={options(functionalityLevels).filter(({ code }) => code !== 'unknown')} chosen={line.levels} onChange={(levels) => onChange({ levels })} />;
    case 'availability':
      return <CheckList path={`${path}.accepted`} label={t('standard.accepted')} options={options(availabilities).filter(({ code }) => code !== 'unknown')} chosen={line.offered} onChange={(offered) => onChange({ offered })} />;
    case 'trainedStaff':
      return (
        <>
          <CountField path={`${path}.minimum`} label={t('standard.minimumStaff')} placeholder="1" value={line.minimum} onChange={(minimum) => onChange({ minimum })} />
          <CountField path={`${path}.validMonths`} label={t('standard.validMonths')} placeholder="24" value={line.validMonths} onChange={(validMonths) => onChange({ validMonths })} />
          <CheckList path={`${path}.cadres`} label={t('standard.cadres')} hint={t('standard.cadresHint')} options={options(cadres)} chosen={line.cadres} onChange={(chosen) => onChange({ cadres: chosen })} />
        </>
      );
    case 'usableStock':
      return (
        <>
          <CountField path={`${path}.minimum`} label={t('standard.minimumStock')} placeholder="1" value={line.minimum} onChange={(minimum) => onChange({ minimum })} />
          <CountField path={`${path}.courseDays`} label={t('standard.courseDays')} placeholder="0" value={line.courseDays} onChange={(courseDays) => onChange({ courseDays })} />
          <CheckList path={`${path}.items`} label={t('standard.items')} options={options(stockItems)} chosen={line.items} onChange={(items) => onChange({ items })} />
        </>
      );
    case 'presence':
      return <SelectField path={`${path}.field`} label={t('standard.presence')} value={line.field} options={PRESENCE_FIELDS.map((code) => ({ code, label: t(`assessment.${code}`) }))} onChange={(field) => onChange({ field, code: PRESENCE_FIELDS.some((one) => one === line.code) ? field : line.code })} />;
  }
}

function useOptions() {
  const term = useTerm();
  return <Code extends string>(list: Vocabulary<Code>): { code: Code; label: string }[] => list.codes.map((code) => ({ code, label: term(list, code) }));
}
