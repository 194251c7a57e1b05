import type { Covering } from './siting-covering';
import { PointPrices } from './siting-prices';
import type { SitingProblem } from './siting-problem';

/** Exchanges of two are tried in choices up to this size: their number grows with its square. */
const PAIRS_UP_TO = 20;
/** Rounds in which prices are adjusted to each size, at most and at least; between, as many as go through so many items of lists. */
const PRICE_ROUNDS = { most: 100, least: 5, items: 1_200_000 };
/** Exchanges that wander on from the best choice of each size, whether they gain or not. */
const WANDER_STEPS = 60;

/** What a search found: the sites, and the most found at each number of sites. */
interface Found {
  readonly sites: number[];
  readonly curve: Float64Array;
}

/** Searches for the best choice of `k`; leaves `covering` in any state. */
export function searchSites(covering: Covering, problem: SitingProblem): Found {
  return new SiteSearch(covering, problem).run();
}

/** Exchanges for which what went stays away. */
const AWAY_FOR = 7;

/** By what the next candidate is taken: what it adds, or what it adds for its cost. */
type Greed = 'gain' | 'gainPerCost';

class SiteSearch {
  readonly #covering: Covering;
  readonly #cost: Float64Array | null;
  readonly #budget: number;
  readonly #k: number;
  /** 1: left aside for the moment. */
  readonly #forbidden: Uint8Array;
  readonly #prices: PointPrices;
  readonly #priceRounds: number;

  constructor(covering: Covering, problem: SitingProblem) {
    const { k, spending } = problem;
    this.#covering = covering;
    this.#cost = spending?.cost ?? null;
    this.#budget = spending?.budget ?? Infinity;
    this.#k = Math.min(k, covering.gain.length);
    this.#forbidden = new Uint8Array(covering.gain.length);
    this.#prices = new PointPrices(problem);
    this.#priceRounds = Math.round(Math.min(PRICE_ROUNDS.most, Math.max(PRICE_ROUNDS.least, PRICE_ROUNDS.items / Math.max(1, problem.reaches.item.length))));
  }

  run(): Found {
    return this.#cost === null ? this.#sizeBySize() : this.#withinBudget();
  }

  /** Each size begins with what the one before it ended with, so more candidates never gain less. */
  #sizeBySize(): Found {
    const curve = new Float64Array(this.#k + 1);
    let best: number[] = [];
    for (let size = 1; size <= this.#k; size += 1) {
      this.#restore(best);
      this.#improve('gain', size);
      best = this.#orFreshStart(this.#covering.list(), 'gain', size);
      best = this.#orByPrices(best, size);
      best = this.#orWandering(best, 'gain', size);
      this.#restore(best);
      curve[size] = this.#covering.value;
    }
    return { sites: best, curve };
  }

  /** Both ways of being greedy: by cost alone a dear candidate that gains most of all would never be taken, by gain alone it would always. */
  #withinBudget(): Found {
    const found = (['gainPerCost', 'gain'] as const).map((greed) => {
      this.#covering.clear();
      this.#improve(greed, this.#k);
      return this.#orWandering(this.#orFreshStart(this.#covering.list(), greed, this.#k), greed, this.#k);
    });
    const values = found.map((sites) => this.#valueOf(sites));
    const sites = (values[1] ?? 0) > (values[0] ?? 0) ? found[1] : found[0];
    return { sites: sites ?? [], curve: new Float64Array(0) };
  }

  /** Where greed went wrong together, no exchange of few helps: begin once more without any of the chosen, and let exchanges bring them back. */
  #orFreshStart(best: number[], greed: Greed, size: number): number[] {
    this.#covering.clear();
    for (const site of best) this.#forbidden[site] = 1;
    this.#fill(greed, size);
    for (const site of best) this.#forbidden[site] = 0;
    this.#improve(greed, size);
    const value = this.#covering.value;
    const other = this.#covering.list();
    return value > this.#valueOf(best) ? other : best;
  }

  /** Candidates that earn most once points have a price, improved by exchanges. */
  #orByPrices(best: number[], size: number): number[] {
    const value = this.#valueOf(best);
    const priced = this.#prices.search(size, this.#priceRounds);
    this.#restore(priced);
    this.#improve('gain', size);
    return this.#covering.value > value ? this.#covering.list() : best;
  }

  /**
   * From the best choice onwards: the one that would be missed least goes and the best other one comes, also where that loses, and what went stays away for a
   * while (tabu search, Glover 1989). So a choice that no exchange improves is left behind; the best on the way counts.
   */
  #orWandering(best: number[], greed: Greed, size: number): number[] {
    const covering = this.#covering;
    this.#restore(best);
    let [most, sites] = [covering.value, best];
    const away: number[] = [];
    const came: number[] = [];
    for (let step = 0; step < WANDER_STEPS && covering.size > 1; step += 1) {
      const out = this.#leastMissed(came);
      covering.remove(out);
      this.#forbidden[out] = 1;
      away.push(out);
      if (away.length > AWAY_FOR) this.#forbidden[away.shift() ?? out] = 0;
      came.push(...this.#fill(greed, size));
      while (came.length > covering.size / 2) came.shift();
      if (covering.value > most) [most, sites] = [covering.value, covering.list()];
    }
    for (const site of away) this.#forbidden[site] = 0;
    if (sites === best) return best;
    this.#restore(sites);
    this.#improve(greed, size);
    return covering.list();
  }

  #leastMissed(spared: readonly number[]): number {
    const sites = this.#covering.list().filter((site) => !spared.includes(site));
    return sites.reduce((least, site) => (this.#covering.lossOf(site) < this.#covering.lossOf(least) ? site : least));
  }

  /** Fills up, then exchanges until none gains. */
  #improve(greed: Greed, size: number): void {
    this.#fill(greed, size);
    let improved = true;
    while (improved) {
      improved = this.#exchangeOne(greed, size);
      if (!improved && size <= PAIRS_UP_TO) improved = this.#exchangeTwo(greed, size);
    }
  }

  #exchangeOne(greed: Greed, size: number): boolean {
    let improved = false;
    for (const out of this.#covering.list()) improved = this.#exchange([out], greed, size) || improved;
    return improved;
  }

  #exchangeTwo(greed: Greed, size: number): boolean {
    const sites = this.#covering.list();
    for (const [i, first] of sites.entries()) for (const second of sites.slice(i + 1)) {
      if (this.#exchange([first, second], greed, size)) return true;
    }
    return false;
  }

  /** Takes some out and fills up again; kept if it gains, undone if not. */
  #exchange(out: readonly number[], greed: Greed, size: number): boolean {
    const covering = this.#covering;
    const before = covering.value;
    if (out.some((site) => covering.chosen[site] !== 1)) return false;
    for (const site of out) covering.remove(site);
    const taken = this.#fill(greed, size);
    if (covering.value > before) return true;
    for (const site of taken) covering.remove(site);
    for (const site of out) covering.add(site);
    return false;
  }

  /** Adds the best candidate that can be afforded, until there are `size` or nothing is gained; what was added. */
  #fill(greed: Greed, size: number): number[] {
    const added: number[] = [];
    while (this.#covering.size < size) {
      const next = this.#best(greed);
      if (next === -1) break;
      this.#covering.add(next);
      added.push(next);
    }
    return added;
  }

  #best(greed: Greed): number {
    const { gain } = this.#covering;
    const left = this.#budget - this.#spent();
    let best = -1;
    let most = 0;
    for (let candidate = 0; candidate < gain.length; candidate += 1) {
      const adds = gain[candidate] ?? 0;
      // What is chosen adds nothing more.
      if (adds === 0 || this.#forbidden[candidate] === 1) continue;
      const worth = this.#cost === null ? adds : worthOf(adds, this.#cost[candidate] ?? NaN, left, greed);
      if (worth > most) [best, most] = [candidate, worth];
    }
    return best;
  }

  #spent(): number {
    const cost = this.#cost;
    return cost === null ? 0 : this.#covering.list().reduce((sum, site) => sum + (cost[site] ?? 0), 0);
  }

  #restore(sites: readonly number[]): void {
    this.#covering.clear();
    for (const site of sites) this.#covering.add(site);
  }

  #valueOf(sites: readonly number[]): number {
    this.#restore(sites);
    return this.#covering.value;
  }
}

/** Sums of costs carry rounding: what is this close to the budget is within it. */
const TOLERANCE = 1e-9;

/** 0 where it cannot be afforded, or nobody knows. */
function worthOf(adds: number, cost: number, left: number, greed: Greed): number {
  if (!(cost <= left + TOLERANCE)) return 0;
  return greed === 'gain' ? adds : adds / cost;
}
