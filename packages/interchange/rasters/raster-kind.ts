import type { RasterKind } from '#domain/reach-records';

/** Words by which data sets of each kind call themselves. */
const FRICTION = /friction|frottement|travel[ _-]?(?:time|speed)|min(?:utes?)?[ _-]?per[ _-]?met/i;
const POPULATION = /popul|worldpop|(?:^|[^a-z])(?:pop|ppp|ghs|ghsl|landscan|hrsl|grid3|people|personnes)(?=[^a-z]|$)/i;

/** What the values of a raster are, by its file name, else by its own words; null: only a person can say. */
export function rasterKindOf(fileName: string, words: string): RasterKind | null {
  for (const text of [fileName, words]) {
    const [friction, population] = [FRICTION.test(text), POPULATION.test(text)];
    if (friction !== population) return friction ? 'friction' : 'population';
  }
  return null;
}

/** The year of which the values speak, by the name of the file; null: it names none, or several. */
export function rasterYearOf(fileName: string): number | null {
  const years = new Set([...fileName.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g)].map(([year]) => Number(year)));
  const [year] = years;
  return years.size === 1 && year !== undefined ? year : null;
}
