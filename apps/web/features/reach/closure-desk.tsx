import { closureEffects } from '#domain/vocabularies/reach';
import { useClosures, useDayOfMap, type ClosureItem } from '../../api/programmes';
import { useCareWords } from '../../i18n/care-words';
import { useFormat } from '../../i18n/format';
import { useTerm } from '../../i18n/terms';
import { Answered } from '../care/answered';
import { Desk, EmptyNotice } from '../care/desk';
import { RowActions } from '../care/row-actions';
import '../programmes/programmes.css';

/** Areas closed to movement: those of the day that the map is about first, then the others. */
export default function ClosureDesk() {
  const { t } = useCareWords();
  const format = useFormat();
  const query = useClosures();
  const day = useDayOfMap();
  return (
    <Desk id="closures" title={t('closed.title')} intro={t('closed.intro')} begin={[{ form: 'closure', label: t('closed.new') }]}>
      <Answered query={query} loading={t('closed.loading')}>
        {({ items }) => {
          const inForce = items.filter(({ inForce: isIn }) => isIn);
          const others = items.filter((item) => !inForce.includes(item));
          return (
            <>
              <h3>{t('closed.onDay', { date: day === null ? t('form.unknown') : format.date(day), n: format.count(inForce.length) })}</h3>
              {inForce.length === 0 ? (
                <EmptyNotice words={t('closed.none')} why={t('closed.noneWhy')} />
              ) : (
                <ClosureList items={inForce} />
              )}
              {others.length === 0 ? null : (
                <>
                  <h3>{t('closed.otherDays', { n: format.count(others.length) })}</h3>
                  <ClosureList items={others} />
                </>
              )}
            </>
          );
        }}
      </Answered>
    </Desk>
  );
}

function ClosureList({ items }: { items: readonly ClosureItem[] }) {
  return (
    <ul className="care-list">
      {items.map((item) => (
        <ClosureRow key={item.id} item={item} />
      ))}
    </ul>
  );
}

function ClosureRow({ item }: { item: ClosureItem }) {
  const { t } = useCareWords();
  const term = useTerm();
  const format = useFormat();
  const { id, title, areas, areaCodes, outline, effect, factor, start, end, entered } = item;
  const named = areaCodes.map((code) => areas.find((one) => one.code === code)?.name ?? code);
  return (
    <li className="care-row">
      <p className="care-row-title">{title}</p>
      <div className="care-row-side">
        <span className="phase" data-phase={effect === 'blocked' ? 'during' : 'before'}>
          {factor === null ? term(closureEffects, effect) : t('closed.times', { effect: term(closureEffects, effect), n: format.km(factor) })}
        </span>
      </div>
      <p>{[...(named.length === 0 ? [] : [format.list(named)]), ...(outline === null ? [] : [t('closed.drawn')])].join(' · ')}</p>
      <p className="note">{end === null ? t('closed.since', { start: format.date(start) }) : t('closed.fromTo', { start: format.shortDate(start), end: format.shortDate(end) })}</p>
      <RowActions form="closure" record={id} entered={entered} />
    </li>
  );
}
