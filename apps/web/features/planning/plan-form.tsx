import { isRealDate } from '#domain/calendar';
import { DEFAULT_NEARBY_KM } from '#domain/gap-defaults';
import { initiativeKinds, targetGroups } from '#domain/vocabularies/initiatives';
import { services } from '#domain/vocabularies/structures';
import { useId, useState, type ReactNode } from 'react';
import { useFacets } from '../../api/queries';
import { Disclosure } from '../../controls/disclosure';
import { usePlanWords } from '../../i18n/plan-words';
import { useTerm } from '../../i18n/terms';
import type { PageState } from '../../state/page-state';
import { planDays } from '../../state/question';
import { setPageState, usePageState } from '../../state/use-page-state';
import { plainText } from '../gaps/displayed-gaps';
import { useDisplayedGaps } from '../gaps/use-displayed-gaps';
import { PlanWhere } from './plan-where';

/** What is planned: where, what, for which care, for whom, when, for how many. */
export function PlanForm() {
  const { t } = usePlanWords();
  const term = useTerm();
  const { answer } = useDisplayedGaps();
  const days = planDays({ planFrom: usePageState('planFrom'), planTo: usePageState('planTo') }, answer?.parameters.asOf ?? null);
  return (
    <>
      <PlanWhere />
      <Field label={t('plan.kind')}>
        <select className="select" value={usePageState('planKind')} onChange={(event) => setPageState({ planKind: event.target.value as PageState['planKind'] })}>
          {initiativeKinds.codes.map((code) => (
            <option key={code} value={code}>
              {term(initiativeKinds, code)}
            </option>
          ))}
        </select>
      </Field>
      <Field label={t('plan.service')}>
        <select className="select" value={usePageState('service')} onChange={(event) => setPageState({ service: event.target.value as PageState['service'], standard: null })}>
          {services.codes.map((code) => (
            <option key={code} value={code}>
              {term(services, code)}
            </option>
          ))}
        </select>
      </Field>
      <TypedField key={`from ${days?.from ?? ''}`} label={t('plan.from')} value={days?.from ?? ''} placeholder={t('plan.dateForm')} fault={(typed) => (isDate(typed) ? null : t('plan.dateWrong'))} onSet={(planFrom) => setPageState({ planFrom })} />
      <TypedField key={`to ${days?.to ?? ''}`} label={t('plan.to')} value={days?.to ?? ''} placeholder={t('plan.dateForm')} fault={(typed) => (isDate(typed) ? null : t('plan.dateWrong'))} onSet={(planTo) => setPageState({ planTo })} />
      {days !== null && days.to < days.from ? (
        <p className="plan-wide field-fault" role="alert">
          {t('plan.endBeforeStart')}
        </p>
      ) : null}
      <PlanGroups />
      <PlanPeople />
      <PlanNearby />
      <PlanOrganisation />
    </>
  );
}

const isDate = (typed: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(typed) && isRealDate(typed);

function PlanGroups() {
  const { t } = usePlanWords();
  const term = useTerm();
  const chosen = usePageState('planGroups');
  const toggle = (code: (typeof targetGroups.codes)[number]) => setPageState({ planGroups: targetGroups.codes.filter((one) => (one === code ? !chosen.includes(one) : chosen.includes(one))) });
  return (
    <div className="plan-wide">
      <Disclosure title={t('plan.groups')} note={chosen.length === 0 ? t('plan.groupsNone') : chosen.map((code) => term(targetGroups, code)).join(', ')}>
        <fieldset className="plan-groups">
          <legend className="visually-hidden">{t('plan.groups')}</legend>
          {targetGroups.codes.map((code) => (
            <label key={code} className="facet-option">
              <input type="checkbox" checked={chosen.includes(code)} onChange={() => toggle(code)} />
              <span>{term(targetGroups, code)}</span>
            </label>
          ))}
        </fieldset>
      </Disclosure>
    </div>
  );
}

function PlanPeople() {
  const { t } = usePlanWords();
  const people = usePageState('planPeople');
  const shown = people === null ? '' : String(people);
  return <TypedField key={`people ${shown}`} label={t('plan.people')} value={shown} placeholder={t('plan.peopleUnknown')} mayBeEmpty fault={(typed) => (/^\d{1,9}$/.test(typed) ? null : t('plan.peopleWrong'))} onSet={(typed) => setPageState({ planPeople: typed === '' ? null : Number(typed) })} />;
}

function PlanNearby() {
  const { t } = usePlanWords();
  const km = usePageState('planNearbyKm');
  const shown = km === null ? '' : String(km);
  return <TypedField key={`nearby ${shown}`} label={t('plan.nearby')} value={shown} placeholder={String(DEFAULT_NEARBY_KM)} mayBeEmpty fault={(typed) => (/^\d{1,4}$/.test(typed) && Number(typed) <= 1000 ? null : t('plan.nearbyWrong'))} onSet={(typed) => setPageState({ planNearbyKm: typed === '' ? null : Number(typed) })} />;
}

/** Who plans it: what is one’s own is shown and never held to overlap. */
function PlanOrganisation() {
  const { t } = usePlanWords();
  const { data: facets } = useFacets();
  const chosen = usePageState('planOrganisation');
  const known = [...(facets?.organisations ?? [])].sort((a, b) => plainText(a.name).localeCompare(plainText(b.name)));
  return (
    <label className="plan-field plan-wide">
      <span className="line-label">{t('plan.organisation')}</span>
      <select className="select" value={chosen ?? ''} onChange={(event) => setPageState({ planOrganisation: event.target.value === '' ? null : event.target.value })}>
        <option value="">{t('plan.organisationNone')}</option>
        {chosen === null || known.some(({ id }) => id === chosen) ? null : <option value={chosen}>{t('plan.organisationUnknown')}</option>}
        {known.map(({ id, name, acronym }) => (
          <option key={id} value={id}>
            {acronym === null || acronym === name ? name : `${name} (${acronym})`}
          </option>
        ))}
      </select>
    </label>
  );
}

function Field({ label, children }: { label: string; children: ReactNode }) {
  return (
    <label className="plan-field">
      <span className="line-label">{label}</span>
      {children}
    </label>
  );
}

interface TypedProps {
  label: string;
  value: string;
  placeholder: string;
  mayBeEmpty?: boolean;
  /** What is wrong with what was typed; null: nothing. */
  fault: (typed: string) => string | null;
  onSet: (typed: string) => void;
}

/** Typed as the field writes it, and set when it is left: the browser’s own picker of dates would write them in the browser’s language, not the page’s. */
function TypedField({ label, value, placeholder, mayBeEmpty = false, fault, onSet }: TypedProps) {
  const id = useId();
  const [typed, setTyped] = useState(value);
  const wrong = typed === '' ? null : fault(typed);
  const settle = () => {
    if (wrong === null && typed !== value && (typed !== '' || mayBeEmpty)) onSet(typed);
  };
  return (
    <div className="plan-field">
      <label className="line-label" htmlFor={id}>
        {label}
      </label>
      <input id={id} aria-describedby={wrong === null ? undefined : `${id}-fault`} className="field" inputMode="numeric" value={typed} placeholder={placeholder} aria-invalid={wrong !== null} onChange={(event) => setTyped(event.target.value.replace(/\s/g, ''))} onBlur={settle} onKeyDown={(event) => event.key === 'Enter' && settle()} />
      {wrong === null ? null : (
        <span id={`${id}-fault`} className="field-fault" role="alert">
          {wrong}
        </span>
      )}
    </div>
  );
}
