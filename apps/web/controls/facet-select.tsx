import { useId, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format';

export interface FacetOption {
  readonly code: string;
  readonly label: string;
  readonly count: number;
}
interface Props {
  name: string;
  options: readonly FacetOption[];
  chosen: readonly string[];
  onChoose: (codes: readonly string[]) => void;
}

/** From here on a list is long enough to be searched. */
const SEARCHABLE = 9;
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Any of many, each with its count: one line while closed, a list of boxes while open. */
export function FacetSelect({ name, options, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const [search, setSearch] = useState('');
  const id = useId();
  const shown = options.filter((option) => plain(option.label).includes(plain(search)));
  const toggle = (code: string) => onChoose(chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code]);
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return;
    setOpen(false);
    document.getElementById(`${id}-button`)?.focus();
  };
  const summary =
    chosen.length === 0 ? name : chosen.length === 1 ? (options.find(({ code }) => code === chosen[0])?.label ?? chosen[0]) : `${name} · ${t('filters.chosen', { count: chosen.length, n: format.count(chosen.length) })}`;
  return (
    <div className="facet" data-open={open} onKeyDown={closeOnEscape}>
      <button id={`${id}-button`} type="button" className="facet-button" aria-expanded={open} aria-controls={`${id}-list`} data-chosen={chosen.length > 0} onClick={() => setOpen(!open)}>
        <span className="facet-summary">{summary}</span>
        <span className="facet-count">{format.count(options.length)}</span>
      </button>
      <div id={`${id}-list`} className="facet-list" hidden={!open}>
        {options.length >= SEARCHABLE ? (
          <input className="field" type="search" value={search} aria-label={t('filters.search', { list: name })} placeholder={t('filters.search', { list: name })} onChange={(event) => setSearch(event.target.value)} />
        ) : null}
        <fieldset className="facet-options">
          <legend className="visually-hidden">{name}</legend>
          {open ? shown.map((option) => (
            <label key={option.code} className="facet-option">
              <input type="checkbox" checked={chosen.includes(option.code)} onChange={() => toggle(option.code)} />
              <span>{option.label}</span>
              <span className="facet-count">{format.count(option.count)}</span>
            </label>
          )) : null}
          {open && shown.length === 0 ? <p className="note">{t('filters.nothingFound')}</p> : null}
        </fieldset>
        {chosen.length > 0 ? (
          <button type="button" className="link-button" onClick={() => onChoose([])}>
            {t('filters.clear')}
          </button>
        ) : null}
      </div>
    </div>
  );
}
