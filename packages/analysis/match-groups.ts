/** Two records that may be one, by their numbers. `clear`: a rule may join them. */
export interface MatchEdge {
  readonly a: number;
  readonly b: number;
  readonly score: number;
  readonly reasons: readonly string[];
  readonly distanceKm: number | null;
  readonly clear: boolean;
}

/** What people said of pairs of records, by their numbers. */
export interface PairVerdict {
  readonly a: number;
  readonly b: number;
  readonly verdict: 'same' | 'different';
}

export interface MatchedPair extends Omit<MatchEdge, 'clear'> {
  readonly joinedByRule: boolean;
}
export interface Matching {
  /** Pairs to be shown: joined, open for a person, or judged by one. Best first. */
  readonly pairs: readonly MatchedPair[];
  /** For each record the number of the one that stands for it; itself where it stands alone or first. */
  readonly standsFor: readonly number[];
}

/** Of several clear partners one is taken only if it is on the spot and the next is not. */
const ON_THE_SPOT_KM = 0.1;
const NEXT_AT_LEAST_KM = 0.3;

/**
 * Joins what may be joined: what a person said is the same; clear pairs inside one register, which wrote a record twice; then clear pairs of two registers where each side
 * has the other for its only clear partner, or for one on the spot while the next is not. No group holds what a person said differs, and no register comes
 * twice but as such a repetition. A pair of which one side is joined to another record of that register is answered and left out; the rest is open.
 * Ties go by the numbers of the records: give them in the order of their ids. `compare` says who stands first.
 */
export function joinMatches(count: number, registersOf: (record: number) => readonly string[], edges: readonly MatchEdge[], verdicts: readonly PairVerdict[], compare: (a: number, b: number) => number): Matching {
  const groups = new Groups(count, registersOf);
  for (const { a, b, verdict } of verdicts) if (verdict === 'different') groups.keepApart(a, b);
  const said = new Map(verdicts.map(({ a, b, verdict }) => [pairKey(a, b), verdict]));
  for (const { a, b, verdict } of verdicts) if (verdict === 'same') groups.join(a, b);

  const ordered = [...edges].sort((p, q) => q.score - p.score || (p.distanceKm ?? 1e9) - (q.distanceKm ?? 1e9) || p.a - q.a || p.b - q.b);
  const clear = ordered.filter((edge) => edge.clear && !said.has(pairKey(edge.a, edge.b)));
  const isRepetition = ({ a, b }: Pick<MatchEdge, 'a' | 'b'>): boolean => registersOf(a).some((register) => registersOf(b).includes(register));
  for (const edge of clear) if (isRepetition(edge)) groups.join(edge.a, edge.b);
  const across = clear.filter((edge) => !isRepetition(edge));
  const choice = new Choice(groups, registersOf, across);
  const certain = across.filter((edge) => choice.isCertain(edge));
  for (const { a, b } of certain) if (groups.mayJoin(a, b)) groups.join(a, b);

  const pairs: MatchedPair[] = [];
  for (const { clear: isClear, ...pair } of ordered) {
    const together = groups.rootOf(pair.a) === groups.rootOf(pair.b);
    const verdict = said.get(pairKey(pair.a, pair.b));
    if (!together && verdict === undefined && !isRepetition(pair) && groups.registersMeet(pair.a, pair.b)) continue;
    pairs.push({ ...pair, reasons: isClear && !together && verdict === undefined ? [...pair.reasons, 'severalAlike'] : pair.reasons, joinedByRule: together && verdict !== 'same' });
  }
  const found = new Set(edges.map(({ a, b }) => pairKey(a, b)));
  for (const { a, b } of verdicts) if (!found.has(pairKey(a, b))) pairs.push({ a, b, score: 0, reasons: ['byPerson'], distanceKm: null, joinedByRule: false });
  return { pairs, standsFor: groups.standing(compare) };
}

/** Which clear pairs leave no choice. Records that a register repeats count as one. */
class Choice {
  readonly #partners = new Map<string, Map<number, number>>();

  constructor(private readonly groups: Groups, private readonly registersOf: (record: number) => readonly string[], edges: readonly MatchEdge[]) {
    for (const { a, b, distanceKm } of edges) {
      for (const [one, other] of [[a, b], [b, a]] as const) {
        for (const register of registersOf(other)) {
          const key = `${groups.rootOf(one)} ${register}`;
          const partners = this.#partners.get(key) ?? new Map<number, number>();
          const root = groups.rootOf(other);
          partners.set(root, Math.min(partners.get(root) ?? Infinity, distanceKm ?? Infinity));
          this.#partners.set(key, partners);
        }
      }
    }
  }

  isCertain({ a, b }: MatchEdge): boolean {
    return this.#chooses(a, b) && this.#chooses(b, a);
  }

  #chooses(one: number, other: number): boolean {
    const chosen = this.groups.rootOf(other);
    return this.registersOf(other).every((register) => {
      const partners = this.#partners.get(`${this.groups.rootOf(one)} ${register}`) ?? new Map<number, number>();
      const distance = partners.get(chosen) ?? Infinity;
      return [...partners].every(([root, next]) => root === chosen || (distance <= ON_THE_SPOT_KM && next >= NEXT_AT_LEAST_KM));
    });
  }
}

const pairKey = (a: number, b: number): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** Records joined to groups, with what may not come together. */
class Groups {
  readonly #parent: number[];
  readonly #members = new Map<number, number[]>();
  readonly #apart = new Map<number, Set<number>>();

  constructor(count: number, private readonly registersOf: (record: number) => readonly string[]) {
    this.#parent = Array.from({ length: count }, (_, at) => at);
  }

  rootOf(record: number): number {
    let root = record;
    while (this.#parent[root] !== root) root = this.#parent[root] ?? root;
    return root;
  }

  #of(record: number): readonly number[] {
    const root = this.rootOf(record);
    return this.#members.get(root) ?? [root];
  }

  keepApart(a: number, b: number): void {
    for (const [one, other] of [[a, b], [b, a]] as const) this.#apart.set(one, (this.#apart.get(one) ?? new Set()).add(other));
  }

  #saidApart(a: number, b: number): boolean {
    const others = new Set(this.#of(b));
    return this.#of(a).some((member) => [...(this.#apart.get(member) ?? [])].some((one) => others.has(one)));
  }

  /** Would one register have two records in the joined group? */
  registersMeet(a: number, b: number): boolean {
    const taken = new Set(this.#of(a).flatMap((member) => this.registersOf(member)));
    return this.#of(b).some((member) => this.registersOf(member).some((register) => taken.has(register)));
  }

  mayJoin(a: number, b: number): boolean {
    return this.rootOf(a) !== this.rootOf(b) && !this.registersMeet(a, b);
  }

  /** Answers whether they are one now: what a person keeps apart, directly or through another, stays apart. */
  join(a: number, b: number): boolean {
    const [rootA, rootB] = [this.rootOf(a), this.rootOf(b)];
    if (rootA === rootB) return true;
    if (this.#saidApart(a, b)) return false;
    const members = [...this.#of(a), ...this.#of(b)];
    this.#parent[rootB] = rootA;
    this.#members.delete(rootB);
    this.#members.set(rootA, members);
    return true;
  }

  standing(compare: (a: number, b: number) => number): number[] {
    const standing = this.#parent.map((_, at) => at);
    for (const members of this.#members.values()) {
      const first = members.reduce((best, member) => (compare(member, best) < 0 ? member : best));
      for (const member of members) standing[member] = first;
    }
    return standing;
  }
}
