import type { StructureDetail } from '#api/contract/records';
import { criterionVerdicts } from '#domain/vocabularies/flags';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format';
import { useTerm } from '../../i18n/terms';
import { useWhatIfWords } from '../../i18n/what-if-words';
import { useCriterionWords } from '../gaps/area-words';
import { TriedTag } from '../what-if/tried-line';

type Criterion = StructureDetail['criteria'][number];
const SIGNS = { met: '✓', unmet: '✕', unknown: '?' } as const;

/** Each criterion with its verdict, its cause and its evidence: required ones first. `supposed`: what is required is tried out as met. */
export function CriteriaTable({ criteria, supposed }: { criteria: readonly Criterion[]; supposed: boolean }) {
  const { t } = useTranslation();
  const sources = [...new Set(criteria.flatMap(({ evidenceSource }) => evidenceSource ?? []))];
  const groups = [
    { title: t('structure.required'), criteria: criteria.filter((one) => one.required) },
    { title: t('structure.recommended'), criteria: criteria.filter((one) => !one.required) },
  ];
  return (
    <>
      {sources.length === 1 ? <p className="note">{sources[0]}</p> : null}
      {groups.map((group) =>
        group.criteria.length === 0 ? null : (
          <div key={group.title} className="criteria">
            <h4>{group.title}</h4>
            <ul>
              {group.criteria.map((one) => (
                <CriterionRow key={one.code} criterion={one} source={sources.length > 1 ? one.evidenceSource : null} supposed={supposed && one.required && one.verdict !== 'met'} />
              ))}
            </ul>
          </div>
        ),
      )}
    </>
  );
}

function CriterionRow({ criterion: one, source, supposed }: { criterion: Criterion; source: string | null; supposed: boolean }) {
  const { t } = useTranslation();
  const { t: tried } = useWhatIfWords();
  const format = useFormat();
  const term = useTerm();
  const { criterion, cause } = useCriterionWords();
  return (
    <li className="criterion" data-verdict={one.verdict}>
      <span className="criterion-sign" aria-hidden="true">
        {SIGNS[one.verdict]}
      </span>
      <span>
        <span className="criterion-name">{criterion(one.code)}</span>
        <span className="visually-hidden"> {term(criterionVerdicts, one.verdict)}</span> {supposed ? <TriedTag words={tried('whatIf.supposedMet')} /> : null}
        <span className="note criterion-note">
          {[
            cause(one.cause),
            one.quantity === null ? null : t('structure.quantity', { n: format.count(one.quantity) }),
            one.lapsesAfter === null ? null : t('structure.lapses', { date: format.date(one.lapsesAfter) }),
            one.evidenceOn === null || one.evidenceAgeDays === null ? null : t(`evidence.by.${one.evidenceKind ?? 'assessment'}`, { date: format.shortDate(one.evidenceOn), n: format.count(one.evidenceAgeDays) }),
            source,
          ]
            .filter((part) => part !== null)
            .join(' · ')}
        </span>
      </span>
    </li>
  );
}
