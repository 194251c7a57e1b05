import type { Covering } from './siting-covering';
import { FINE_CHARGES, FurtherSearch } from './siting-further';
import { PointPrices } from './siting-prices';
import type { SitingProblem } from './siting-problem';
import { ChargedWalk, type Purse, TOLERANCE } from './siting-walk';

/** Exchanges of two are tried in choices up to this size: their number grows with its square. */
const PAIRS_UP_TO = 20;
/** Rounds in which prices are adjusted to each size, at most and at least; between, as many as go through so many items of lists. Under a budget there is one size only; and so is the last bound. */
const PRICE_ROUNDS = { most: 60, least: 5, items: 900_000, ofBudget: 4, ofBound: 5 };
/** Shares of what they reach that candidates are charged on the walks that look for choices that fit together. */
const CHARGES = [0.2, 0.35, 0.5];
/** Steps of each walk at each size, likewise. */
const STEPS = { most: 50, least: 15, items: 2_000_000, ofBudget: 5 };

/** By what the next candidate is taken: what it adds, or what it adds for its cost. */
type Greed = 'gain' | 'gainPerCost';

/** What a search found: the sites, the most found at each number of sites, and what no choice of as many as are sought can exceed. */
interface Found {
  readonly sites: readonly number[];
  readonly curve: Float64Array;
  readonly bound: number;
}

/** Searches for the best choice of `k`; leaves `covering` in any state. */
export function searchSites(covering: Covering, problem: SitingProblem): Found {
  return new SiteSearch(covering, problem).run();
}

class SiteSearch {
  readonly #covering: Covering;
  readonly #purse: Purse;
  readonly #k: number;
  /** 1: left aside for the moment. */
  readonly #forbidden: Uint8Array;
  readonly #prices: PointPrices;
  readonly #priceRounds: number;
  readonly #steps: number;
  readonly #problem: SitingProblem;

  constructor(covering: Covering, problem: SitingProblem) {
    const { k, spending } = problem;
    this.#covering = covering;
    this.#purse = { cost: spending?.cost ?? null, budget: spending?.budget ?? Infinity };
    this.#k = Math.min(k, covering.gain.length);
    this.#forbidden = new Uint8Array(covering.gain.length);
    this.#prices = new PointPrices(problem);
    this.#priceRounds = withinItems(PRICE_ROUNDS, problem);
    this.#steps = withinItems(STEPS, problem);
    this.#problem = problem;
  }

  run(): Found {
    return this.#purse.cost === null ? this.#sizeBySize() : this.#withinBudget();
  }

  /** Each size begins with what the one before it ended with, so more candidates never gain less; and none does more for being the last. */
  #sizeBySize(): Found {
    const curve = new Float64Array(this.#k + 1);
    const walks = CHARGES.map((charge) => new ChargedWalk(this.#covering, this.#purse, charge));
    const onwards = new ChargedWalk(this.#covering, this.#purse, 0);
    const further = this.#further('gain');
    const fine: ChargedWalk[] = [];
    let best: readonly number[] = [];
    let bound = 0;
    for (let size = 1; size <= this.#k; size += 1) {
      best = this.#improved(best, 'gain', size);
      best = this.#orFreshStart(best, 'gain', size);
      [best, bound] = this.#orByPrices(best, 'gain', size, this.#priceRounds);
      if (bound >= this.#valueOf(best) + 1) {
        best = this.#bestOf([best, onwards.walkFrom(best, size, this.#steps), ...walks.map((walk) => walk.walk(size, this.#steps))], 'gain', size);
        best = this.#exchangingTwo(best, 'gain', size);
        best = further.orBetter(best, size, bound, FINE_CHARGES.map((charge, at) => (steps) => (fine[at] ??= new ChargedWalk(this.#covering, this.#purse, charge)).walk(size, steps)));
      }
      curve[size] = this.#valueOf(best);
    }
    return { sites: best, curve, bound: this.#lowered(bound, best) };
  }

  /** More rounds of prices, only to see what cannot be exceeded: were they to choose too, the last size would be searched better than the ones before it. */
  #lowered(bound: number, best: readonly number[]): number {
    const value = this.#valueOf(best);
    if (bound < value + 1) return bound;
    return Math.min(bound, this.#prices.search(this.#k, this.#priceRounds * PRICE_ROUNDS.ofBound, value, () => 0));
  }

  #further(greed: Greed): FurtherSearch {
    return new FurtherSearch(this.#problem, { valueOf: (sites) => this.#valueOf(sites), bestOf: (choices, size) => this.#bestOf(choices, greed, size) });
  }

  /** Both ways of being greedy: by cost alone a dear candidate that gains most of all would never be taken, by gain alone it would always. */
  #withinBudget(): Found {
    const size = this.#k;
    const greeds = ['gainPerCost', 'gain'] as const;
    const greedy = greeds.map((greed) => this.#orFreshStart(this.#improved([], greed, size), greed, size));
    const [priced, bound] = this.#orByPrices(this.#bestOf(greedy, 'gain', size), 'gainPerCost', size, this.#priceRounds * PRICE_ROUNDS.ofBudget);
    if (bound < this.#valueOf(priced) + 1) return { sites: priced, curve: new Float64Array(0), bound };
    const walked = [0, 0.5, 1].flatMap((part) => [0, ...CHARGES].map((charge) => new ChargedWalk(this.#covering, this.#purse, charge, part * this.#prices.priceOfCost).walkFrom(charge === 0 ? priced : [], size, this.#steps * STEPS.ofBudget)));
    const first = greeds.reduce((sites, greed) => this.#exchangingTwo(sites, greed, size), this.#bestOf([priced, ...walked], 'gainPerCost', size));
    const fine = [0, 0.5, 1].flatMap((part) => FINE_CHARGES.map((charge) => (steps: number) => new ChargedWalk(this.#covering, this.#purse, charge, part * this.#prices.priceOfCost).walkFrom([], size, steps)));
    const best = this.#further('gainPerCost').orBetter(first, size, bound, fine, STEPS.ofBudget);
    return { sites: best, curve: new Float64Array(0), bound };
  }

  /** Where greed went wrong together, no exchange of few helps: begin once more without any of the chosen, and let exchanges bring them back. */
  #orFreshStart(best: readonly number[], greed: Greed, size: number): readonly number[] {
    this.#covering.clear();
    for (const site of best) this.#forbidden[site] = 1;
    this.#fill(greed, size);
    for (const site of best) this.#forbidden[site] = 0;
    return this.#bestOf([best, this.#covering.list()], greed, size);
  }

  /** A choice along the candidates that are most wanted once points have a price; and what no choice can exceed. */
  #orByPrices(best: readonly number[], greed: Greed, size: number, rounds: number): readonly [sites: readonly number[], bound: number] {
    let most = this.#valueOf(best);
    let sites = best;
    const bound = this.#prices.search(size, rounds, most, (wanted) => {
      this.#take(wanted, size);
      this.#fill(greed, size);
      const { value } = this.#covering;
      if (value > most) [most, sites] = [value, this.#covering.list()];
      return value;
    });
    return [sites === best ? best : this.#improved(sites, greed, size), bound];
  }

  /** Of several choices the one that covers most once each is improved; the first of equal ones. */
  #bestOf(choices: readonly (readonly number[])[], greed: Greed, size: number): readonly number[] {
    return choices.map((sites) => this.#improved(sites, greed, size)).reduce((best, sites) => (this.#valueOf(sites) > this.#valueOf(best) ? sites : best));
  }

  /** Fills up, then exchanges one by one until that gains nothing. */
  #improved(sites: readonly number[], greed: Greed, size: number): readonly number[] {
    this.#covering.restore(sites);
    this.#fill(greed, size);
    while (this.#exchangeOne(greed, size));
    return this.#covering.list();
  }

  /** Also exchanges of two, until neither gains. */
  #exchangingTwo(sites: readonly number[], greed: Greed, size: number): readonly number[] {
    this.#covering.restore(sites);
    while (size <= PAIRS_UP_TO && this.#exchangeTwo(greed, size)) while (this.#exchangeOne(greed, size));
    return this.#covering.list();
  }

  #exchangeOne(greed: Greed, size: number): boolean {
    if (this.#purse.cost === null && this.#covering.size === size) return this.#exchangeBest();
    let improved = false;
    for (const out of this.#covering.list()) improved = this.#exchange([out], greed, size) || improved;
    return improved;
  }

  /** The exchange of one for another that gains most. */
  #exchangeBest(): boolean {
    const { gain } = this.#covering;
    let [most, out, next] = [0, -1, -1];
    for (const site of this.#covering.list()) {
      const candidate = this.#covering.mostWorthInstead(site, gain, null, 0);
      const more = (gain[candidate] ?? 0) + this.#covering.sharedOf(site, candidate) - this.#covering.lossOf(site);
      if (more > most) [most, out, next] = [more, site, candidate];
    }
    if (out === -1) return false;
    this.#covering.remove(out);
    this.#covering.add(next);
    return true;
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

  /** Chooses along a list whatever adds something and can be afforded. */
  #take(wanted: readonly number[], size: number): void {
    const covering = this.#covering;
    covering.clear();
    let left = this.#purse.budget + TOLERANCE;
    for (const site of wanted) {
      const cost = this.#costOf(site);
      if (covering.size === size || covering.gain[site] === 0 || !(cost <= left)) continue;
      covering.add(site);
      left -= cost;
    }
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
    const free = this.#purse.cost === null;
    const left = free ? Infinity : this.#purse.budget - this.#covering.list().reduce((sum, site) => sum + this.#costOf(site), 0) + TOLERANCE;
    let best = -1;
    let most = 0;
    for (let candidate = 0; candidate < gain.length; candidate += 1) {
      const adds = gain[candidate] ?? 0;
      // What is chosen adds nothing more.
      if (adds === 0 || this.#forbidden[candidate] === 1) continue;
      const cost = free ? 0 : this.#costOf(candidate);
      const worth = !(cost <= left) ? 0 : greed === 'gain' ? adds : adds / cost;
      if (worth > most) [best, most] = [candidate, worth];
    }
    return best;
  }

  #costOf(candidate: number): number {
    return this.#purse.cost === null ? 0 : (this.#purse.cost[candidate] ?? NaN);
  }

  #valueOf(sites: readonly number[]): number {
    this.#covering.restore(sites);
    return this.#covering.value;
  }
}

const withinItems = ({ most, least, items }: { most: number; least: number; items: number }, { reaches }: SitingProblem): number =>
  Math.round(Math.min(most, Math.max(least, items / Math.max(1, reaches.item.length))));
