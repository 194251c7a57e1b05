import { addMonths, isRealDate } from '#domain/calendar';
import { initiativeKinds, targetGroups } from '#domain/vocabularies/initiatives';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useTerm } from '../../i18n/terms';
import type { PageState } from '../../state/page-state';
import { setPageState, usePageState } from '../../state/use-page-state';
import { plainText } from '../gaps/displayed-gaps';
import { GapList } from '../gaps/gap-list';
import { useDisplayedGaps } from '../gaps/use-displayed-gaps';
import { PlanAnswer } from './plan-answer';

/** A plan runs this long unless dates are given. */
const PLAN_MONTHS = 3;

/** The planner’s reading: say what you mean to do, and see who is there and whether care would follow. Nothing is saved. */
export default function PlanningPanel() {
  const { t } = useTranslation();
  const term = useTerm();
  const { answer, shown } = useDisplayedGaps();
  const area = usePageState('area');
  const kind = usePageState('planKind');
  const group = usePageState('planGroup');
  const asOf = answer?.parameters.asOf;
  const from = usePageState('planFrom') ?? asOf ?? null;
  const to = usePageState('planTo') ?? (from === null ? null : addMonths(from, PLAN_MONTHS));
  const areas = [...(shown?.areas ?? [])].sort((a, b) => plainText(a.name).localeCompare(plainText(b.name)));
  return (
    <GapList
      title={t('planning.title')}
      explains={false}
      intro={
        <div className="lens-intro plan">
          <Field label={t('planning.area')} wide>
            <select className="select" value={area ?? ''} onChange={(event) => setPageState({ area: event.target.value === '' ? null : event.target.value })}>
              <option value="">{t('planning.pickArea')}</option>
              {areas.map((one) => (
                <option key={one.code} value={one.code}>
                  {one.provinceName === null ? one.name : `${one.name} · ${one.provinceName}`}
                </option>
              ))}
            </select>
          </Field>
          <Field label={t('planning.kind')}>
            <select className="select" value={kind} onChange={(event) => setPageState({ planKind: event.target.value as PageState['planKind'] })}>
              {initiativeKinds.codes.map((code) => (
                <option key={code} value={code}>
                  {term(initiativeKinds, code)}
                </option>
              ))}
            </select>
          </Field>
          <Field label={t('planning.group')}>
            <select className="select" value={group} onChange={(event) => setPageState({ planGroup: event.target.value as PageState['planGroup'] })}>
              {targetGroups.codes.map((code) => (
                <option key={code} value={code}>
                  {term(targetGroups, code)}
                </option>
              ))}
            </select>
          </Field>
          <DateField key={`from ${from ?? ''}`} label={t('planning.from')} value={from} onSet={(planFrom) => setPageState({ planFrom })} />
          <DateField key={`to ${to ?? ''}`} label={t('planning.to')} value={to} onSet={(planTo) => setPageState({ planTo })} />
          <div className="plan-answer" role="status">
            {from !== null && to !== null && to < from ? (
              <p className="plan-warning">{t('planning.endBeforeStart')}</p>
            ) : area === null || from === null || to === null ? (
              <p className="note">
                {t('planning.choose')} {t('planning.intro')}
              </p>
            ) : (
              <PlanAnswer code={area} plan={{ kind, group, from, to }} />
            )}
          </div>
        </div>
      }
    />
  );
}

function Field({ label, wide = false, children }: { label: string; wide?: boolean; children: ReactNode }) {
  return (
    <label className={wide ? 'plan-field plan-wide' : 'plan-field'}>
      <span className="line-label">{label}</span>
      {children}
    </label>
  );
}

/** A date typed as the field writes it: the browser’s own picker would write it in the browser’s language, not the page’s. */
function DateField({ label, value, onSet }: { label: string; value: string | null; onSet: (date: string) => void }) {
  const { t } = useTranslation();
  const id = useId();
  const [typed, setTyped] = useState(value ?? '');
  const wrong = typed !== '' && !(/^\d{4}-\d{2}-\d{2}$/.test(typed) && isRealDate(typed));
  const settle = () => {
    if (!wrong && typed !== '' && typed !== value) onSet(typed);
  };
  return (
    <div className="plan-field">
      <label className="line-label" htmlFor={id}>
        {label}
      </label>
      <input id={id} aria-describedby={wrong ? `${id}-fault` : undefined} className="field" inputMode="numeric" value={typed} placeholder={t('planning.dateForm')} aria-invalid={wrong} onChange={(event) => setTyped(event.target.value.trim())} onBlur={settle} onKeyDown={(event) => event.key === 'Enter' && settle()} />
      {wrong ? (
        <span id={`${id}-fault`} className="field-fault" role="alert">
          {t('planning.dateWrong')}
        </span>
      ) : null}
    </div>
  );
}
