import { usePageState } from '../state/use-page-state';
import type { Language } from '../state/page-state';
import { durationOf } from './duration';

/** Numbers and dates as the language writes them. */
export interface Format {
  /** BCP 47. */
  readonly locale: string;
  count(value: number): string;
  /** Short: `1,1 M`. */
  compact(value: number): string;
  percent(share: number): string;
  /** To a tenth, rounded down: 99.97 % is not all of it. */
  percentAtLeast(share: number): string;
  /** Kilometres with the precision that a straight line deserves. */
  km(value: number): string;
  /** Minutes on the way, as a person says them: `84 min`, `2 h 05`, `3 j 4 h`. */
  duration(minutes: number): string;
  money(value: number, currency: string): string;
  date(iso: string): string;
  shortDate(iso: string): string;
  month(iso: string): string;
  moment(iso: string): string;
  list(items: readonly string[]): string;
}

const LOCALES: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' };
/** Calendar dates have no zone: read and written as UTC, they never slip by a day. */
/** The narrow space that French puts between thousands closes up at 11 px on a projector: the ordinary no-break space keeps them apart. */
const wide = (text: string): string => text.replaceAll('\u202f', '\u00a0');
const dayOf = (iso: string): Date => new Date(`${iso.slice(0, 10)}T00:00:00Z`);

function formatOf(language: Language): Format {
  const locale = LOCALES[language];
  const count = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  // British English shortens a million to a lower-case m, which reads as metres or milli beside a map.
  const compact = new Intl.NumberFormat(language, { notation: 'compact', maximumSignificantDigits: 2 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const percentTenth = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const oneDecimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const shortDate = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  return {
    locale,
    count: (value) => wide(count.format(value)),
    compact: (value) => compact.format(value),
    percent: (share) => percent.format(share),
    percentAtLeast: (share) => percentTenth.format(Math.floor(share * 1000 + 1e-9) / 1000),
    km: (value) => (value < 10 ? oneDecimal : count).format(value),
    duration: (minutes) => durationOf(minutes, language === 'fr' ? 'j' : 'd'),
    money: (value, currency) => `${wide(count.format(value))}\u00a0${currency}`,
    date: (iso) => date.format(dayOf(iso)),
    shortDate: (iso) => shortDate.format(dayOf(iso)),
    month: (iso) => month.format(dayOf(iso)),
    moment: (iso) => moment.format(new Date(iso)),
    list: (items) => list.format(items),
  };
}

const FORMATS: Readonly<Record<Language, Format>> = { fr: formatOf('fr'), en: formatOf('en') };

export const useFormat = (): Format => FORMATS[usePageState('lang')];
