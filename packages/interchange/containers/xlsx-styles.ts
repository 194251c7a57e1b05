import { xmlAttribute } from './xml-text';

/** Formats of dates that every spreadsheet program knows by number. */
const KNOWN_DATES = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

/** Whether a format shows a date or time: it has parts of one outside of quotes, brackets and escaped signs. `Standard` and `General` have letters too. */
export function isDateFormat(format: string): boolean {
  const bare = format.replace(/\\./g, '').replace(/"[^"]*"/g, '').replace(/\[(?![hms]{1,2}\])[^\]]*\]/gi, '').replace(/_./g, '');
  return !/general|standard|[0#?]/i.test(bare.replace(/[.,]0+/g, '')) && /[ymdhs]/i.test(bare);
}

/** For each style of cells, by its number: whether it shows dates. */
export function dateStyles(styles: string): readonly boolean[] {
  const custom = new Map<string, boolean>();
  for (const [, tag = ''] of styles.matchAll(/<(?:\w+:)?numFmt\s([^<]*)>/g)) custom.set(xmlAttribute(tag, 'numFmtId') ?? '', isDateFormat(xmlAttribute(tag, 'formatCode') ?? ''));
  const cellStyles = styles.split(/cellXfs[\s>]/)[1] ?? '';
  return [...cellStyles.matchAll(/<(?:\w+:)?xf\s([^<>]*)>/g)].map(([, tag = '']) => {
    const id = xmlAttribute(tag, 'numFmtId') ?? '0';
    return custom.get(id) ?? KNOWN_DATES.has(Number(id));
  });
}
