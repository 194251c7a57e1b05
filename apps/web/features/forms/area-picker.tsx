import { useState } from 'react';
import type { AreaType } from '#domain/records';
import { areaTypes } from '#domain/vocabularies/places';
import { useAreas } from '../../api/entries';
import { useCareWords } from '../../i18n/care-words';
import { useTerm } from '../../i18n/terms';
import { SelectField } from './fields';

interface Props {
  path: string;
  label: string;
  value: string;
  onChange: (code: string) => void;
}
const OFFERED: readonly AreaType[] = ['province', 'territory', 'healthZone'];
const NONE = '—';

/** An area by level and name; none is allowed: then it is not said where. */
export function AreaPicker({ path, label, value, onChange }: Props) {
  const { t } = useCareWords();
  const term = useTerm();
  const [level, setLevel] = useState<AreaType>('healthZone');
  const { data } = useAreas(level);
  const known = data?.some(({ code }) => code === value) ?? false;
  return (
    <>
      <SelectField path={`${path}.level`} label={t('picker.level')} value={level} options={OFFERED.map((code) => ({ code, label: term(areaTypes, code) }))} onChange={setLevel} />
      <SelectField
        path={path}
        label={label}
        value={value === '' ? NONE : value}
        options={[{ code: NONE, label: t('picker.noArea') }, ...(known || value === '' ? [] : [{ code: value, label: value }]), ...(data ?? []).map(({ code, name }) => ({ code, label: name }))]}
        onChange={(code) => onChange(code === NONE ? '' : code)}
      />
    </>
  );
}
