import { useState, type SyntheticEvent } from 'react';
import type { ImportAnswer } from '#api/contract/imports';
import { fieldsByKind, type TableRecordKind } from '#interchange/fields/field-names';
import { useImportCommand } from '../../api/imports';
import { useDataWords } from '../../i18n/data-words';
import { useFormat } from '../../i18n/format';
import { usePageState } from '../../state/use-page-state';
import { CommandFault } from './command-fault';
import { lackingFields, repeatedFields } from './mapping-checks';
import './mapping.css';

const KINDS = Object.keys(fieldsByKind) as TableRecordKind[];

/** A table that no profile fits: a person says what each row is and what each column holds; what was chosen can be remembered. */
export default function MappingAssistant({ file }: { file: ImportAnswer }) {
  const { t } = useDataWords();
  const format = useFormat();
  const language = usePageState('lang');
  const command = useImportCommand(file.id);
  const columns = file.mapping?.columns ?? [];
  const [kind, setKind] = useState<TableRecordKind | ''>(file.mapping?.recordKind ?? '');
  const [chosen, setChosen] = useState<ReadonlyMap<number, string>>(() => new Map(columns.flatMap(({ index, suggested }) => (suggested === null ? [] : [[index, suggested] as const]))));
  const [name, setName] = useState('');
  const fields = kind === '' ? [] : fieldsByKind[kind];
  // What was suggested for another kind of row has no meaning for this one.
  const valid = new Map([...chosen].filter(([, field]) => fields.some((one) => one.name === field)));
  const label = (field: string): string => fields.find((one) => one.name === field)?.[language] ?? field;
  const lacks = kind === '' ? [] : lackingFields(kind, valid);
  const twice = repeatedFields(kind === '' ? null : kind, valid);
  const left = columns.length - valid.size;
  const choose = (index: number, field: string) =>
    setChosen((before) => {
      const next = new Map(before);
      if (field === '') next.delete(index);
      else next.set(index, field);
      return next;
    });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (kind === '' || lacks.length > 0 || twice.length > 0) return;
    command.mutate({ kind: 'mapping', body: { recordKind: kind, columns: Object.fromEntries([...valid].map(([index, field]) => [String(index), field])), saveAs: name.trim() === '' ? null : name.trim() } });
  };
  return (
    <form className="mapping" onSubmit={submit}>
      <h3>{t('mapping.title')}</h3>
      <p className="note">{t('mapping.intro')}</p>
      <div className="mapping-kind">
        <label htmlFor="mapping-kind">{t('mapping.recordKind')}</label>
        <select id="mapping-kind" className="select" value={kind} onChange={(event) => setKind(event.target.value as TableRecordKind | '')}>
          <option value="">{t('mapping.chooseKind')}</option>
          {KINDS.map((code) => (
            <option key={code} value={code}>
              {t(`mapping.kind.${code}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="mapping-columns" role="list">
        {columns.map(({ index, header, samples }) => {
          const title = header === '' ? t('mapping.noHeader', { n: format.count(index + 1) }) : header;
          const field = valid.get(index) ?? '';
          return (
            <div key={index} className="mapping-column" role="listitem" data-chosen={field !== ''}>
              <div>
                <p className="mapping-header">{title}</p>
                <p className="note mapping-samples">{samples.filter((sample) => sample !== '').join(' · ')}</p>
              </div>
              <select className="select" aria-label={t('mapping.fieldOf', { header: title })} value={field} disabled={kind === ''} onChange={(event) => choose(index, event.target.value)}>
                <option value="">{t('mapping.leave')}</option>
                {fields.map((one) => (
                  <option key={one.name} value={one.name}>
                    {one[language]}
                    {one.required ? ` (${t('mapping.required')})` : ''}
                  </option>
                ))}
              </select>
            </div>
          );
        })}
      </div>
      <div className="mapping-send">
        {kind === '' ? null : (
          <p role="status">
            {lacks.length > 0 ? <span className="file-fault">{t('mapping.lacks', { list: format.list(lacks.map(label)) })} </span> : null}
            {twice.length > 0 ? <span className="file-fault">{t('mapping.twice', { list: format.list(twice.map(label)) })} </span> : null}
            {left > 0 ? <span className="note">{t('mapping.left', { count: left, n: format.count(left) })}</span> : null}
          </p>
        )}
        <label htmlFor="mapping-name">{t('mapping.saveAs')}</label>
        <input id="mapping-name" className="field" value={name} maxLength={120} aria-describedby="mapping-hint" onChange={(event) => setName(event.target.value)} />
        <p id="mapping-hint" className="note">
          {t('mapping.saveHint')}
        </p>
        <button type="submit" className="button button-main" disabled={kind === '' || lacks.length > 0 || twice.length > 0 || command.isPending}>
          {t('mapping.send')}
        </button>
        <CommandFault error={command.error} />
      </div>
    </form>
  );
}
