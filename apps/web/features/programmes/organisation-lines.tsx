import { organisationRoles, organisationTypes } from '#domain/vocabularies/organisations';
import { useCareWords } from '../../i18n/care-words';
import { useTerm } from '../../i18n/terms';
import { SelectField, TextField } from '../forms/fields';
import { LineList } from '../forms/line-list';
import type { TypedOrganisation } from '../forms/typed';
import { blankOrganisation } from './typed-session';

/** Who did what: organisations by their role, never persons. */
export function OrganisationLines({ lines, onChange }: { lines: readonly TypedOrganisation[]; onChange: (lines: readonly TypedOrganisation[]) => void }) {
  const { t } = useCareWords();
  const term = useTerm();
  return (
    <LineList label={t('programme.organisations')} lines={lines} blank={blankOrganisation} addWords={t('programme.addOrganisation')} onChange={onChange}>
      {(line, change, index) => (
        <>
          <TextField path={`organisations.${String(index)}.organisation.name`} label={t('programme.organisation')} value={line.name} onChange={(name) => change({ name })} />
          <SelectField path={`organisations.${String(index)}.role`} label={t('programme.role')} value={line.role} options={organisationRoles.codes.map((code) => ({ code, label: term(organisationRoles, code) }))} onChange={(role) => change({ role })} />
          <SelectField path={`organisations.${String(index)}.organisation.type`} label={t('programme.type')} value={line.type} options={organisationTypes.codes.map((code) => ({ code, label: term(organisationTypes, code) }))} onChange={(type) => change({ type })} />
        </>
      )}
    </LineList>
  );
}
