import type { WhereNextAnswer } from '#api/contract/where-next';
import { needs } from '#domain/vocabularies/programmes';
import { sitingGroups, sitingWeights } from '#domain/vocabularies/siting';
import { useId, useState } from 'react';
import { Disclosure } from '../../controls/disclosure';
import { Segmented } from '../../controls/segmented';
import { Slider } from '../../controls/slider';
import { useFormat } from '../../i18n/format';
import { usePlanWords } from '../../i18n/plan-words';
import { useTerm } from '../../i18n/terms';
import type { PageState } from '../../state/page-state';
import { setPageState, usePageState } from '../../state/use-page-state';
import { readCosts, writeCosts } from './typed-costs';

/** Stops of the slider: how many structures a programme takes on. */
const STEPS = [1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 30, 40, 50];
const DEFAULT_K = 10;

const nearestStop = (k: number): number => STEPS.reduce((best, step, index) => (Math.abs(step - k) < Math.abs((STEPS[best] ?? 0) - k) ? index : best), 0);

/** How many structures, what is sought, for whom, and what upgrades cost. */
export function NextForm({ asked }: { asked: WhereNextAnswer['asked'] | null }) {
  const { t } = usePlanWords();
  const format = useFormat();
  const term = useTerm();
  const k = usePageState('nextK') ?? DEFAULT_K;
  const [draft, setDraft] = useState<number | null>(null);
  const shown = draft ?? k;
  const words = t('next.kValue', { count: shown, n: format.count(shown) });
  return (
    <div className="next-form">
      <div className="next-k">
        <span className="line-label">{t('next.k')}</span>
        <Slider
          label={t('next.k')}
          position={nearestStop(shown)}
          count={STEPS.length}
          valueText={words}
          onMove={(position) => setDraft(STEPS[position] ?? DEFAULT_K)}
          onRest={(position) => {
            setDraft(null);
            setPageState({ nextK: STEPS[position] ?? DEFAULT_K });
          }}
        />
        <strong>{words}</strong>
      </div>
      <div className="next-row">
        <Segmented label={t('next.weight')} options={sitingWeights.codes.map((code) => ({ code, label: term(sitingWeights, code) }))} chosen={usePageState('nextWeight')} onChoose={(nextWeight) => setPageState({ nextWeight })} />
        <select className="select" aria-label={t('next.whom')} value={usePageState('nextWhom')} onChange={(event) => setPageState({ nextWhom: event.target.value as PageState['nextWhom'] })}>
          {sitingGroups.codes.map((code) => (
            <option key={code} value={code}>
              {term(sitingGroups, code)}
            </option>
          ))}
        </select>
      </div>
      <Costs asked={asked} />
    </div>
  );
}

function Costs({ asked }: { asked: WhereNextAnswer['asked'] | null }) {
  const { t } = usePlanWords();
  const format = useFormat();
  const term = useTerm();
  const written = usePageState('nextCosts');
  const budget = usePageState('nextBudget');
  const costs = readCosts(written);
  const known = Object.keys(asked?.costs ?? {}).length;
  return (
    <Disclosure title={t('next.costs')} {...(known === 0 ? {} : { note: format.count(known) })}>
      <p className="note">{t('next.costsNote')}</p>
      <div className="next-costs">
        {needs.codes.map((need) => (
          <AmountField key={`${need} ${costs[need] ?? ''}`} label={term(needs, need)} value={costs[need] ?? ''} onSet={(amount) => setPageState({ nextCosts: writeCosts({ ...costs, [need]: amount }) })} />
        ))}
        <AmountField key={`budget ${String(budget ?? '')}`} label={t('next.budget')} value={budget === null ? '' : String(budget)} onSet={(amount) => setPageState({ nextBudget: amount === '' ? null : Number(amount) })} />
      </div>
      <p className="note">{t('next.budgetNote')}</p>
    </Disclosure>
  );
}

/** An amount that is typed, and set when the field is left; what is not a number stays and is not set. */
function AmountField({ label, value, onSet }: { label: string; value: string; onSet: (amount: string) => void }) {
  const id = useId();
  const [typed, setTyped] = useState(value);
  const wrong = !/^(\d{1,12}(\.\d{1,2})?)?$/.test(typed);
  const settle = () => {
    if (!wrong && typed !== value) onSet(typed);
  };
  return (
    <div className="next-cost">
      <label htmlFor={id}>{label}</label>
      <input id={id} className="field" inputMode="decimal" value={typed} aria-invalid={wrong} onChange={(event) => setTyped(event.target.value.replace(/\s/g, '').replace(',', '.'))} onBlur={settle} onKeyDown={(event) => event.key === 'Enter' && settle()} />
    </div>
  );
}
