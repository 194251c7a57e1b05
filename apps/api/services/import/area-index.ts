import { areaNameKey, partsOfDividedArea } from '#domain/area-names';
import type { AreaType } from '#domain/records';
import { similarityOfTrigrams, trigramsOf } from '#analysis/trigram-similarity';

/** One area as the resolver knows it: from the database, or from earlier in the same file. */
export interface KnownArea {
  readonly type: AreaType;
  readonly code: string;
  readonly name: string;
  readonly parentCode: string | null;
  /** Other codings, by scheme. */
  readonly codes: Readonly<Record<string, string>>;
}

/** An area that a name may mean, how alike (0–1), and why, as codes of `matchReasons`. */
export interface AreaCandidate {
  readonly area: KnownArea;
  readonly score: number;
  readonly reasons: readonly string[];
}

const add = <K>(map: Map<K, KnownArea[]>, key: K, area: KnownArea): void => {
  const list = map.get(key);
  if (list === undefined) map.set(key, [area]);
  else list.push(area);
};

/** Names less alike than this are not offered. */
const ALIKE = 0.3;
const MAX_CANDIDATES = 5;

/** Finds areas by code, by a code of another coding, or by name. It answers all that fit; it never picks one of several. */
export class AreaIndex {
  readonly #byCode = new Map<string, KnownArea[]>();
  readonly #byOtherCode = new Map<string, KnownArea[]>();
  readonly #byName = new Map<string, KnownArea[]>();
  readonly #byType = new Map<AreaType, KnownArea[]>();
  readonly #forms = new Set<string>();
  readonly #below = new Map<string, boolean>();
  readonly #trigrams = new Map<KnownArea, Set<string>>();

  constructor(areas: Iterable<KnownArea>) {
    const seen = new Set<string>();
    for (const area of areas) {
      const key = `${area.type} ${area.code}`;
      if (seen.has(key)) continue;
      seen.add(key);
      add(this.#byCode, area.code, area);
      this.#forms.add(`${area.type} ${formOf(area.code)}`);
      for (const code of new Set(Object.values(area.codes))) add(this.#byOtherCode, code, area);
      add(this.#byName, areaNameKey(area.name), area);
      add(this.#byType, area.type, area);
    }
  }

  /** Are any areas of this type known? If not, nothing can be said about a code or name of that level. */
  holds(type: AreaType): boolean {
    return this.#byType.has(type);
  }

  get size(): number {
    let total = 0;
    for (const areas of this.#byType.values()) total += areas.length;
    return total;
  }

  /** By its own code; failing that, by a code of another coding. */
  byCode(code: string, type?: AreaType | null): readonly KnownArea[] {
    const own = ofType(this.#byCode.get(code), type);
    return own.length > 0 ? own : ofType(this.#byOtherCode.get(code), type);
  }

  /** Is the code written as those of this level are? Then it is meant as one of them, and being unknown is a fault; any other may be of a coding that nobody knows here. */
  isOurForm(code: string, type: AreaType): boolean {
    return this.#forms.has(`${type} ${formOf(code)}`);
  }

  /** By name as `areaNameKey` compares it; where a parent's name or code is given, only areas that lie somewhere below it. */
  byName(name: string, type?: AreaType | null, within?: string | null): readonly KnownArea[] {
    const named = ofType(this.#byName.get(areaNameKey(name)), type);
    return within === undefined || within === null ? named : named.filter((area) => this.liesIn(area, within));
  }

  /** By name; failing that, a name with what it lies in behind it in brackets: `Bili (Bas-Uele)`. */
  byNameOrBrackets(name: string, type?: AreaType | null, within?: string | null): readonly KnownArea[] {
    const found = this.byName(name, type, within);
    const [, bare, parent] = /^(.+?)\s*\((.+)\)\s*$/.exec(name) ?? [];
    if (found.length > 0 || bare === undefined || parent === undefined) return found;
    const inBrackets = this.byName(bare, type, parent);
    return within === undefined || within === null ? inBrackets : inBrackets.filter((area) => this.liesIn(area, within));
  }

  /** Does it lie somewhere below an area of this name or code? */
  liesIn(area: KnownArea, within: string): boolean {
    const key = areaNameKey(within);
    return this.ancestors(area).some((ancestor) => ancestor.code === within || areaNameKey(ancestor.name) === key);
  }

  /** Does any area of this type lie below an area of this name or code? A zone need not lie in a territory: the two hierarchies cross. */
  hasBelow(within: string, type?: AreaType | null): boolean {
    const key = `${type ?? ''} ${within}`;
    const known = this.#below.get(key) ?? this.#ofType(type).some((area) => this.liesIn(area, within));
    this.#below.set(key, known);
    return known;
  }

  #ofType(type: AreaType | null | undefined): readonly KnownArea[] {
    return type === undefined || type === null ? [...this.#byType.values()].flat() : (this.#byType.get(type) ?? []);
  }

  /** Areas that a name may mean, for a person to choose from: best first, at most five. Within the parent that is given, if that one is known. */
  candidates(name: string, type?: AreaType | null, within?: string | null): AreaCandidate[] {
    const level = this.#ofType(type);
    const below = within === undefined || within === null ? [] : level.filter((area) => this.liesIn(area, within));
    const parts = new Set(partsOfDividedArea(name));
    const given = trigramsOf(areaNameKey(name));
    const found: AreaCandidate[] = [];
    for (const area of below.length > 0 ? below : level) {
      const key = areaNameKey(area.name);
      const reasons = [...(parts.has(key) ? ['partOfDivided'] : []), ...(below.length > 0 ? ['sameParent'] : [])];
      const score = parts.has(key) ? 0.9 : similarityOfTrigrams(given, this.#trigramsOf(area, key));
      if (score >= ALIKE) found.push({ area, score: Math.round(score * 100) / 100, reasons: parts.has(key) ? reasons : [score === 1 ? 'sameName' : 'nameAlike', ...reasons] });
    }
    return found.sort((a, b) => b.score - a.score || (a.area.code < b.area.code ? -1 : 1)).slice(0, MAX_CANDIDATES);
  }

  #trigramsOf(area: KnownArea, key: string): Set<string> {
    const known = this.#trigrams.get(area) ?? trigramsOf(key);
    this.#trigrams.set(area, known);
    return known;
  }

  /** The areas above, nearest first. */
  ancestors(area: KnownArea): KnownArea[] {
    const found: KnownArea[] = [];
    let parentCode = area.parentCode;
    while (parentCode !== null && found.length < 5) {
      const parent: KnownArea | undefined = this.#byCode.get(parentCode)?.[0];
      if (parent === undefined) break;
      found.push(parent);
      parentCode = parent.parentCode;
    }
    return found;
  }
}

const formOf = (code: string): string => code.replace(/\p{L}/gu, 'A').replace(/\d/g, '9');

const ofType = (areas: readonly KnownArea[] | undefined, type: AreaType | null | undefined): readonly KnownArea[] => {
  if (areas === undefined) return [];
  return type === undefined || type === null ? areas : areas.filter((area) => area.type === type);
};
