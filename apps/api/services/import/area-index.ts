import type { AreaType } from '#domain/records';
import { normaliseName } from '#domain/normalise-name';

/** One area as the resolver knows it: from the database, or from earlier in the same file. */
export interface KnownArea {
  readonly type: AreaType;
  readonly code: string;
  readonly name: string;
  readonly parentCode: string | null;
  /** Other codings, by scheme. */
  readonly codes: Readonly<Record<string, string>>;
}

const add = <K>(map: Map<K, KnownArea[]>, key: K, area: KnownArea): void => {
  const list = map.get(key);
  if (list === undefined) map.set(key, [area]);
  else list.push(area);
};

/** Finds areas by code, by a code of another coding, or by name. It answers all that fit; it never picks one of several. */
export class AreaIndex {
  readonly #byCode = new Map<string, KnownArea[]>();
  readonly #byOtherCode = new Map<string, KnownArea[]>();
  readonly #byName = new Map<string, KnownArea[]>();
  readonly #types = new Map<AreaType, number>();

  constructor(areas: Iterable<KnownArea>) {
    const seen = new Set<string>();
    for (const area of areas) {
      const key = `${area.type} ${area.code}`;
      if (seen.has(key)) continue;
      seen.add(key);
      add(this.#byCode, area.code, area);
      for (const code of new Set(Object.values(area.codes))) add(this.#byOtherCode, code, area);
      add(this.#byName, normaliseName(area.name), area);
      this.#types.set(area.type, (this.#types.get(area.type) ?? 0) + 1);
    }
  }

  /** Are any areas of this type known? If not, nothing can be said about a code or name of that level. */
  holds(type: AreaType): boolean {
    return this.#types.has(type);
  }

  get size(): number {
    let total = 0;
    for (const count of this.#types.values()) total += count;
    return total;
  }

  /** By its own code; failing that, by a code of another coding. */
  byCode(code: string, type?: AreaType | null): readonly KnownArea[] {
    const own = ofType(this.#byCode.get(code), type);
    return own.length > 0 ? own : ofType(this.#byOtherCode.get(code), type);
  }

  /** By normalised name; where a parent's name or code is given, only areas that lie somewhere below it. */
  byName(name: string, type?: AreaType | null, within?: string | null): readonly KnownArea[] {
    const named = ofType(this.#byName.get(normaliseName(name)), type);
    if (within === undefined || within === null || named.length === 0) return named;
    const parent = normaliseName(within);
    return named.filter((area) => this.ancestors(area).some((ancestor) => ancestor.code === within || normaliseName(ancestor.name) === parent));
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

const ofType = (areas: readonly KnownArea[] | undefined, type: AreaType | null | undefined): readonly KnownArea[] => {
  if (areas === undefined) return [];
  return type === undefined || type === null ? areas : areas.filter((area) => area.type === type);
};
