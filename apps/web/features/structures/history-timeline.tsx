import type { StructureDetail } from '#api/contract/records';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format';
import { AssessmentEntry } from './assessment-entry';
import { MovementEntry, TrainingEntry } from './programme-entries';


interface Entry {
  readonly key: string;
  readonly on: string;
  readonly kind: 'assessment' | 'training' | StructureDetail['movements'][number]['kind'];
  readonly body: ReactNode;
}

/** All that is known of a structure, newest first: what was found in it, and what programmes brought to it. Nothing is overwritten: what is old stays, with its date. */
export function HistoryTimeline({ structure: { assessments, trainings, movements } }: { structure: StructureDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const entries: Entry[] = [
    ...assessments.map((one, at) => ({ key: `a${String(at)}`, on: one.assessedOn, kind: 'assessment' as const, body: <AssessmentEntry assessment={one} /> })),
    ...trainings.map((one, at) => ({ key: `t${String(at)}`, on: one.heldOn, kind: 'training' as const, body: <TrainingEntry training={one} /> })),
    ...movements.map((one, at) => ({ key: `m${String(at)}`, on: one.on, kind: one.kind, body: <MovementEntry movement={one} /> })),
  ].sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
  return (
    <>
      <h3>{t('evidence.history')}</h3>
      {assessments.length === 0 ? <p>{t('evidence.nothing')}</p> : null}
      <ol className="timeline">
        {entries.map((entry) => (
          <li key={entry.key} data-kind={entry.kind}>
            <p>
              <strong>{format.date(entry.on)}</strong> · {t(`evidence.kind.${entry.kind}`)}
            </p>
            {entry.body}
          </li>
        ))}
      </ol>
    </>
  );
}
