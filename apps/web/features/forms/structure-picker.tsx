import { useId, useState } from 'react';
import { structureTypes } from '#domain/vocabularies/structures';
import { useStructureSearch } from '../../api/entries';
import { useCareWords } from '../../i18n/care-words';
import { useTerm } from '../../i18n/terms';
import { Remarks } from './fields';
import { useRemarks } from './form-context';

export interface PickedStructure {
  readonly id: string;
  readonly name: string;
}
interface Props {
  path: string;
  value: PickedStructure | null;
  onChange: (structure: PickedStructure | null) => void;
  label?: string;
}

/** A health structure, found by its name: type, see, tap. */
export function StructurePicker({ path, value, onChange, label }: Props) {
  const { t } = useCareWords();
  const term = useTerm();
  const id = useId();
  const { invalid } = useRemarks(path);
  const [search, setSearch] = useState('');
  const { data, isFetching, error } = useStructureSearch(value === null ? search : '');
  const words = label ?? t('picker.structure');
  return (
    <div className="entry-field picker" data-wide="true" data-path={path}>
      <label htmlFor={id}>{words}</label>
      {value === null ? (
        <>
          <input id={id} className="field" type="search" autoComplete="off" value={search} aria-invalid={invalid} placeholder={t('picker.search')} onChange={(event) => setSearch(event.target.value)} />
          {search.trim().length < 2 ? null : (
            <ul className="picker-found" aria-label={words}>
              {data?.items.map((one) => (
                <li key={one.id}>
                  <button type="button" onClick={() => onChange({ id: one.id, name: one.name })}>
                    <strong>{one.name}</strong>
                    <span className="note">{[term(structureTypes, one.type), one.healthZone?.name, one.province?.name].filter((part) => part !== undefined).join(' · ')}</span>
                  </button>
                </li>
              ))}
              {data === undefined || data.items.length === 0 ? (
                <li className="note" role="status">
                  {t(error !== null ? 'picker.failed' : isFetching ? 'picker.searching' : 'picker.none')}
                </li>
              ) : null}
            </ul>
          )}
        </>
      ) : (
        <div className="picked">
          <button id={id} type="button" className="button" onClick={() => onChange(null)} aria-label={t('picker.changeOf', { name: value.name })}>
            {value.name} ✕
          </button>
        </div>
      )}
      <Remarks path={path} />
    </div>
  );
}
