import { normaliseName } from '#domain/normalise-name';
import type { MatchReason } from '#domain/vocabularies/match-reasons';
import { joinMatches, type MatchEdge, type Matching, type PairVerdict } from './match-groups';
import { readOrganisationName } from './organisation-names';
import { similarityOfTrigrams, trigramsOf } from './trigram-similarity';

/** An organisation under the name of one source. */
export interface MatchOrganisation {
  readonly id: string;
  readonly name: string;
  readonly acronym: string | null;
  readonly aliases: readonly string[];
  readonly hasType: boolean;
  /** A source lists it as an organisation; the others are only named by records. */
  readonly listed: boolean;
  /** The public may know of it: it is listed, or a public record names it. */
  readonly isPublic: boolean;
}

/** Names less alike are two names; with two different acronyms they have to be more alike. */
const ALIKE = 0.7;
const ALIKE_DESPITE_ACRONYMS = 0.9;
/** Words are long enough, and looked up by so many letters, that a slip of the pen at the end does no harm. */
const LONG_WORD = 5;
/** A word that more names have tells none of them apart. */
const COMMON_WORD = 80;

interface Prepared {
  readonly key: string;
  readonly nameKey: string;
  readonly acronyms: ReadonlySet<string>;
  readonly aliases: ReadonlySet<string>;
  readonly trigrams: ReadonlySet<string>;
  readonly words: readonly string[];
  readonly hasBrackets: boolean;
}

/**
 * Which names are one organisation? Clear, and joined by rule: a name that is a known other name, or the acronym, of one organisation and no other; names that differ only by
 * legal form or by the acronym in brackets. Open for a person: the same acronym, or names that are alike. Two organisations that lists name are joined by rule only if their names are the same but for that.
 * Who stands: one that the public may know of, a listed one, one with an acronym, one whose type is known, one with more other names, the shorter name, the lower id, in this order.
 */
export function matchOrganisations(organisations: readonly MatchOrganisation[], verdicts: readonly PairVerdict[]): Matching {
  const prepared = organisations.map(prepare);
  const edges = [...candidatePairs(prepared)].flatMap(([a, b]) => edgeOf(organisations, prepared, a, b) ?? []);
  return joinMatches(organisations.length, (at) => (organisations[at]?.listed === true ? ['listed'] : []), certainOnly(edges, prepared), verdicts, (a, b) => compareStanding(organisations[a], organisations[b]));
}

function prepare({ name, acronym, aliases }: MatchOrganisation): Prepared {
  const { key, loose, acronymKey } = readOrganisationName(name);
  const acronyms = [acronymKey, acronym === null ? null : normaliseName(acronym)].filter((one): one is string => one !== null && one.length >= 2);
  return { key, nameKey: normaliseName(name), acronyms: new Set(acronyms), aliases: new Set(aliases.map((alias) => normaliseName(alias))), trigrams: trigramsOf(loose), words: loose.split(' ').filter((word) => word.length >= LONG_WORD).map((word) => word.slice(0, LONG_WORD)), hasBrackets: acronymKey !== null };
}

/** Pairs that share a name, an acronym or a telling word. Each once. */
function candidatePairs(prepared: readonly Prepared[]): Iterable<[number, number]> {
  const byTerm = new Map<string, Set<number>>();
  for (const [at, { key, nameKey, acronyms, aliases, words }] of prepared.entries()) {
    for (const term of [key, nameKey, ...acronyms, ...aliases, ...words.map((word) => `word ${word}`)]) {
      const list = byTerm.get(term) ?? new Set<number>();
      byTerm.set(term, list.add(at));
    }
  }
  const pairs = new Map<string, [number, number]>();
  for (const [term, set] of byTerm) {
    if (term.startsWith('word ') && set.size > COMMON_WORD) continue;
    const list = [...set];
    for (const a of list) for (const b of list) if (a < b) pairs.set(`${a} ${b}`, [a, b]);
  }
  return pairs.values();
}

/** An edge, and which of its sides are called by a name or acronym of the other. */
interface Lead extends MatchEdge {
  readonly from: readonly number[];
  readonly to: readonly number[];
}

function edgeOf(organisations: readonly MatchOrganisation[], prepared: readonly Prepared[], a: number, b: number): Lead | null {
  const [one, other, first, second] = [organisations[a], organisations[b], prepared[a], prepared[b]];
  if (one === undefined || other === undefined || first === undefined || second === undefined) return null;
  const reasons: MatchReason[] = [];
  const [aToB, bToA] = [leads(first, second), leads(second, first)];
  if (aToB === 'knownAlias' || bToA === 'knownAlias') reasons.push('knownAlias');
  if (first.key === second.key) reasons.push(first.hasBrackets || second.hasBrackets ? 'acronymInBrackets' : 'legalFormApart');
  const named = aToB === 'sameAcronym' || bToA === 'sameAcronym';
  const sameAcronym = [...first.acronyms].some((acronym) => second.acronyms.has(acronym));
  if (named || sameAcronym) reasons.push('sameAcronym');
  const acronymsDiffer = first.acronyms.size > 0 && second.acronyms.size > 0 && !sameAcronym;
  const similarity = similarityOfTrigrams(first.trigrams, second.trigrams);
  if (reasons.length === 0 && similarity < (acronymsDiffer ? ALIKE_DESPITE_ACRONYMS : ALIKE)) return null;
  if (similarity >= ALIKE && first.key !== second.key) reasons.push('nameAlike');
  const same = reasons.includes('knownAlias') || first.key === second.key;
  // A list of other names knows acronyms of several languages.
  const contradict = acronymsDiffer && !reasons.includes('knownAlias');
  const score = same ? (contradict ? 0.8 : 1) : named ? 0.9 : Math.max(sameAcronym ? 0.5 + similarity / 2 : 0, similarity * 0.9);
  const ways = [...(aToB === null || first.key === second.key ? [] : [[a, b] as const]), ...(bToA === null || first.key === second.key ? [] : [[b, a] as const])];
  return { from: ways.map(([from]) => from), to: ways.map(([, to]) => to), a, b, score: Math.round(score * 1000) / 1000, reasons, distanceKm: null, clear: (same || named) && !contradict && (first.key === second.key || !(one.listed && other.listed)) };
}

/** Is the first called by another name, or by the acronym, of the second? */
const leads = (first: Prepared, second: Prepared): 'knownAlias' | 'sameAcronym' | null => (second.aliases.has(first.nameKey) ? 'knownAlias' : second.acronyms.has(first.nameKey) ? 'sameAcronym' : null);

/** A name that leads to two organisations, as an acronym that both have, leads to neither. */
function certainOnly(edges: readonly Lead[], prepared: readonly Prepared[]): MatchEdge[] {
  const targets = new Map<number, Set<string>>();
  for (const { from, to } of edges) for (const [at, one] of from.entries()) targets.set(one, (targets.get(one) ?? new Set()).add(prepared[to[at] ?? one]?.key ?? ''));
  return edges.map(({ from, to: _, ...edge }) => ({ ...edge, clear: edge.clear && from.every((one) => targets.get(one)?.size === 1) }));
}

function compareStanding(a: MatchOrganisation | undefined, b: MatchOrganisation | undefined): number {
  if (a === undefined || b === undefined) return 0;
  return (
    Number(b.isPublic) - Number(a.isPublic) ||
    Number(b.listed) - Number(a.listed) ||
    Number(b.acronym !== null) - Number(a.acronym !== null) ||
    Number(b.hasType) - Number(a.hasType) ||
    b.aliases.length - a.aliases.length ||
    a.name.length - b.name.length ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}
