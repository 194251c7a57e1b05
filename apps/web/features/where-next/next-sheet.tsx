import type { WhereNextAnswer } from '#api/contract/where-next';
import { reachMetrics } from '#domain/vocabularies/flags';
import { needs } from '#domain/vocabularies/programmes';
import { sitingGroups, sitingWeights } from '#domain/vocabularies/siting';
import { useTranslation } from 'react-i18next';
import { useWhereNext } from '../../api/where-next';
import { useFormat } from '../../i18n/format';
import { usePlanWords } from '../../i18n/plan-words';
import { useTerm } from '../../i18n/terms';
import { useCriterionWords } from '../gaps/area-words';
import { useSourceWords } from '../legend/source-words';
import { useReachWords } from '../reach/reach-words';
import { NextCurve } from './next-curve';
import { Headline, NotCounted } from './next-words';
import './where-next.css';

/** Where next on paper: what was sought, what it would bring, the chosen with what each lacks, and what it stands on. */
export function NextSheet({ picture }: { picture: string | null }) {
  const { t } = usePlanWords();
  const { t: page } = useTranslation();
  const sources = useSourceWords();
  const { data } = useWhereNext();
  const asked = useAskedWords();
  if (data === undefined) return <p>{t('next.loading')}</p>;
  return (
    <>
      {data.exercise ? <p className="print-exercise">{page('notices.exercise')}</p> : null}
      <h1>
        {page('app.name')} · {t('next.title')}
      </h1>
      <p>{asked(data)}</p>
      <Headline answer={data} />
      {picture === null ? null : <img src={picture} alt={page('print.mapAlt')} />}
      <ChosenTable answer={data} />
      {data.chosen.structures === 0 ? null : <NextCurve curve={data.curve} chosen={data.chosen.structures} />}
      <NotCounted answer={data} />
      <p className="print-sources">{[page('map.disclaimer'), ...sources(data.sources), ...data.sources.structureSources, page('map.credit')].join(' · ')}</p>
      <p className="plan-url">{t('plan.address', { url: window.location.href })}</p>
    </>
  );
}

function ChosenTable({ answer: { structures } }: { answer: WhereNextAnswer }) {
  const { t } = usePlanWords();
  const format = useFormat();
  const term = useTerm();
  const { criterion } = useCriterionWords();
  const chosen = structures.filter(({ step }) => step !== null);
  if (chosen.length === 0) return null;
  return (
    <table>
      <caption>{t('next.list')}</caption>
      <thead>
        <tr>
          <th>{t('next.rank')}</th>
          <th>{t('next.structure')}</th>
          <th>{t('next.lacks')}</th>
          <th>{t('next.gained')}</th>
          <th>{t('next.soFar')}</th>
          <th>{t('next.share')}</th>
        </tr>
      </thead>
      <tbody>
        {chosen.map((site) => (
          <tr key={site.structureId}>
            <td>{site.step}</td>
            <td>
              {site.structureName} <small>{[site.healthZone?.name, site.province?.name].filter((part) => part !== undefined).join(', ')}</small>
            </td>
            <td>{[term(needs, site.need), [...site.missing, ...site.unknown].map(criterion).join(', ')].filter((part) => part !== '').join(' · ')}</td>
            <td>{site.gained === null ? '?' : t('next.step', { n: format.count(site.gained) })}</td>
            <td>{site.total === null ? '?' : format.count(site.total)}</td>
            <td>{site.share === null ? '?' : format.percent(site.share)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function useAskedWords() {
  const { t } = usePlanWords();
  const { t: page } = useTranslation();
  const format = useFormat();
  const term = useTerm();
  const says = useReachWords();
  return ({ asked: { k, weight, whom }, parameters: { asOf, reach, threshold, standard, standardVersion, service } }: WhereNextAnswer): string =>
    [
      t('next.kValue', { count: k, n: format.count(k) }),
      term(sitingWeights, weight),
      term(sitingGroups, whom),
      page(`service.asked.${service}`),
      t('next.sources', { date: format.date(asOf), reach: `${term(reachMetrics, reach).toLowerCase()}, ${says.threshold(threshold, reach)}`, standard: `${standard} (${String(standardVersion)})` }),
    ].join(' · ');
}
