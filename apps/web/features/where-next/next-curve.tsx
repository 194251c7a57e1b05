import type { WhereNextAnswer } from '#api/contract/where-next';
import { Disclosure } from '../../controls/disclosure';
import { useFormat } from '../../i18n/format';
import { usePlanWords } from '../../i18n/plan-words';

type Curve = WhereNextAnswer['curve'];

/** The drawing, in its own units: room for figures to the left of the axis and below it. */
const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [380, 150, 46, 12, 12, 20];

/** People gained by number of structures: each further one brings less. The table says the same in figures. */
export function NextCurve({ curve, chosen }: { curve: Curve; chosen: number }) {
  const { t } = usePlanWords();
  const format = useFormat();
  const last = curve.at(-1);
  if (last === undefined || last.structures === 0 || last.people === 0) return null;
  const x = (structures: number): number => LEFT + ((WIDTH - LEFT - RIGHT) * structures) / last.structures;
  const y = (people: number): number => HEIGHT - BOTTOM - ((HEIGHT - TOP - BOTTOM) * people) / last.people;
  const marked = curve.find(({ structures }) => structures === chosen) ?? last;
  return (
    <figure className="next-section next-curve">
      <figcaption>
        <h3>{t('next.curve')}</h3>
        <span className="note">{t('next.curveNote')}</span>
      </figcaption>
      <svg viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`} aria-hidden="true">
        {[0, 0.5, 1].map((part) => (
          <g key={part}>
            <line x1={LEFT} x2={WIDTH - RIGHT} y1={y(last.people * part)} y2={y(last.people * part)} className="next-grid" />
            <text x={LEFT - 6} y={y(last.people * part) + 3.5} textAnchor="end">
              {format.compact(last.people * part)}
            </text>
          </g>
        ))}
        <polyline className="next-line" points={curve.map(({ structures, people }) => `${x(structures).toFixed(1)},${y(people).toFixed(1)}`).join(' ')} />
        {curve.length <= 21 ? curve.map(({ structures, people }) => <circle key={structures} className="next-dot" cx={x(structures)} cy={y(people)} r={2.4} />) : null}
        <circle className="next-mark" cx={x(marked.structures)} cy={y(marked.people)} r={4.5} />
        {[0, marked.structures].map((structures) => (
          <text key={structures} x={x(structures)} y={HEIGHT - 5} textAnchor={structures === 0 ? 'start' : 'end'}>
            {format.count(structures)}
          </text>
        ))}
      </svg>
      <Disclosure title={t('next.table')}>
        <table className="next-table">
          <thead>
            <tr>
              <th scope="col">{t('next.structures')}</th>
              <th scope="col">{t('next.gained')}</th>
              <th scope="col">{t('next.share')}</th>
            </tr>
          </thead>
          <tbody>
            {curve.map(({ structures, people, share }) => (
              <tr key={structures}>
                <th scope="row">{format.count(structures)}</th>
                <td>{format.count(people)}</td>
                <td>{format.percent(share)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Disclosure>
    </figure>
  );
}
