import { useId, useState, type ReactNode, type SyntheticEvent } from 'react';
import type { ImportAnswer } from '#api/contract/imports';
import { areaTypes } from '#domain/vocabularies/places';
import { useImportCommand } from '../../api/imports';
import { useDataWords } from '../../i18n/data-words';
import type { frData } from '../../i18n/fr-data';
import { useTerm } from '../../i18n/terms';
import { CommandFault } from './command-fault';

type ProfileCode = keyof typeof frData.profile;
/** Read by their content alone, or by another way: not to be chosen. */
const NOT_CHOSEN: readonly string[] = ['mapped', 'template', 'exercise', 'form'];

const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON().startsWith(text);

/** Corrects how a file is read; it is then read anew from what the server holds in memory. */
export function FileOptions({ file }: { file: ImportAnswer }) {
  const { t } = useDataWords();
  const term = useTerm();
  const command = useImportCommand(file.id);
  const [given, setGiven] = useState({ profile: '', sheet: '', areaType: '', province: '', source: file.profile === null ? '' : file.source, reportedOn: file.reportedOn ?? '' });
  const wrongDate = given.reportedOn !== '' && !isDate(given.reportedOn);
  const profiles = Object.keys(FR_PROFILES) as ProfileCode[];
  const set = (part: Partial<typeof given>) => setGiven((before) => ({ ...before, ...part }));
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (wrongDate) return;
    const filled = Object.entries({ ...given, source: given.source === file.source ? '' : given.source }).filter(([, value]) => value.trim() !== '');
    command.mutate({ kind: 'options', body: Object.fromEntries(filled) });
  };
  return (
    <form className="file-options" onSubmit={submit}>
      <Field label={t('options.readAs')}>
        {(id) => (
          <select id={id} className="select" value={given.profile} onChange={(event) => set({ profile: event.target.value })}>
            <option value="">{t('options.recognise')}</option>
            {profiles.filter((code) => !NOT_CHOSEN.includes(code)).map((code) => (
              <option key={code} value={code}>
                {t(`profile.${code}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {file.sheets.length > 1 ? (
        <Field label={t('options.sheet')}>
          {(id) => (
            <select id={id} className="select" value={given.sheet} onChange={(event) => set({ sheet: event.target.value })}>
              <option value="">{file.sheet ?? t('options.chooseSheet')}</option>
              {file.sheets.filter((sheet) => sheet !== file.sheet).map((sheet) => (
                <option key={sheet}>{sheet}</option>
              ))}
            </select>
          )}
        </Field>
      ) : null}
      <Field label={t('options.source')}>{(id) => <input id={id} className="field" value={given.source} onChange={(event) => set({ source: event.target.value })} />}</Field>
      <Field label={t('options.reportedOn')} fault={wrongDate ? t('options.dateWrong') : null}>
        {(id) => <input id={id} className="field" inputMode="numeric" placeholder={t('options.dateForm')} value={given.reportedOn} aria-invalid={wrongDate} onChange={(event) => set({ reportedOn: event.target.value.trim() })} />}
      </Field>
      <Field label={t('options.areaType')}>
        {(id) => (
          <select id={id} className="select" value={given.areaType} onChange={(event) => set({ areaType: event.target.value })}>
            <option value="">{t('options.asFile')}</option>
            {areaTypes.codes.map((code) => (
              <option key={code} value={code}>
                {term(areaTypes, code)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('options.province')}>{(id) => <input id={id} className="field" placeholder={t('options.asFile')} value={given.province} onChange={(event) => set({ province: event.target.value })} />}</Field>
      <div className="file-options-send">
        <button type="submit" className="button" disabled={command.isPending}>
          {t('options.readAgain')}
        </button>
      </div>
      <CommandFault error={command.error} />
    </form>
  );
}

const FR_PROFILES: Readonly<Record<ProfileCode, true>> = {
  ocha3w: true, hxl: true, structuresKwtrp: true, structuresHealthsites: true, structuresDhis2: true, structuresFhir: true, assessmentsHerams: true, stockCounts: true,
  kobo: true, organisationAliases: true, areas: true, areaTable: true, population: true, rasterPopulation: true, rasterFriction: true, template: true, ownList: true, mapped: true, exercise: true, form: true,
};

function Field({ label, fault = null, children }: { label: string; fault?: string | null; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="option">
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {fault === null ? null : <p className="file-fault">{fault}</p>}
    </div>
  );
}
