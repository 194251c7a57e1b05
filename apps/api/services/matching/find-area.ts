import { areaNameKey } from '#domain/area-names';
import type { AreaType } from '#domain/records';
import { areaTypes } from '#domain/vocabularies/places';
import type { AreaClaim } from '#interchange/read-file';
import type { AreaIndex, KnownArea } from '../import/area-index';
import type { NameKey } from '#db/stores/verdicts';
import type { NameQuestions, QuestionCandidate } from './name-questions';

/** What became of a claim: the areas it names, or why none can be told. `code`: found by what the file gives as code. */
export type FoundArea =
  | { readonly areas: readonly KnownArea[]; readonly by: 'code' | 'name' | 'person' }
  | { readonly fault: 'areaCodeUnknown' | 'areaNameUnknown' | 'areaNameAmbiguous'; readonly fits: readonly KnownArea[] };

/** A claim as it is looked for. Level null: at any level. */
export type Claim = Omit<AreaClaim, 'level'> & { readonly level: AreaType | null };

/** How a target of an area is written in a verdict. */
const targetOf = ({ type, code }: KnownArea): string => `${type}:${code}`;
const MAX_CANDIDATES = 5;
const finestFirst = (a: AreaClaim, b: AreaClaim): number => areaTypes.codes.indexOf(b.level) - areaTypes.codes.indexOf(a.level);

/** The claims of the finest level that a row names, and those above them, finest first. */
export function finestClaims(claims: readonly AreaClaim[]): { readonly claims: readonly AreaClaim[]; readonly above: readonly AreaClaim[] } {
  const given = claims.filter(({ code, name }) => code !== null || name !== null).sort(finestFirst);
  const level = given[0]?.level;
  return { claims: given.filter((claim) => claim.level === level), above: given.filter((claim) => claim.level !== level) };
}

/**
 * The area of a claim: by code, by a code of another coding, by what a person said of the name, then by name within what lies above it.
 * A name that fits two areas, or none, is a question for a person, with candidates; nothing is guessed.
 */
export function findArea(claim: Claim, above: readonly Claim[], index: AreaIndex, questions: NameQuestions): FoundArea {
  if (claim.code !== null) {
    const atLevel = index.byCode(claim.code, claim.level);
    const found = atLevel.length > 0 ? atLevel : index.byCode(claim.code);
    const first = found[0];
    if (first !== undefined) return found.every(({ code }) => code === first.code) ? { areas: [first], by: 'code' } : { fault: 'areaNameAmbiguous', fits: found };
  }
  if (claim.name === null) return { fault: 'areaCodeUnknown', fits: [] };
  if (claim.code !== null && claim.level !== null && index.isOurForm(claim.code, claim.level)) return findDespiteCode(claim.name, claim.level, above, index, questions);
  const named = findByName(claim.name, claim.level, above, index, questions);
  if ('areas' in named || named.fault === 'areaNameAmbiguous') return named;
  // Several areas in one cell are several if each of them is known.
  const parts = namesIn(claim.name);
  if (parts.length > 1) {
    const each = parts.map((part) => findByName(part, claim.level, above, index, questions, false));
    if (each.every((one) => 'areas' in one)) return { areas: [...new Set(each.flatMap((one) => ('areas' in one ? one.areas : [])))], by: 'name' };
  }
  return claim.code === null ? named : { ...named, fault: 'areaCodeUnknown' };
}

/** The areas that a claim can mean, one or several, without asking anybody: by its code, by what a person said of its name, then by its name or the names in it, within what lies above. */
export function fittingAreas({ code, name, level }: Claim, above: readonly Claim[], index: AreaIndex, questions: NameQuestions): readonly KnownArea[] {
  const coded = code === null ? [] : index.byCode(code, level);
  const known = code === null || coded.length > 0 ? coded : index.byCode(code);
  if (known.length > 0 || name === null) return known;
  const answered = answerTo(askedAs(name, level, above).key, index, questions);
  if (answered !== undefined) return 'areas' in answered ? answered.areas : [];
  const whole = narrow(index.byNameOrBrackets(name, level), level, above, index);
  return whole.length > 0 ? whole : namesIn(name).flatMap((part) => narrow(index.byNameOrBrackets(part, level), level, above, index));
}

/** Names of several areas in one cell. */
const namesIn = (text: string): string[] => text.split(/[;,/\n]|\s&\s|\set\s/).map((part) => part.trim()).filter((part) => part !== '');

/** A code of our own coding that nobody knows contradicts whatever the name says: only a person can tell which of the two is meant. */
function findDespiteCode(name: string, level: AreaType, above: readonly Claim[], index: AreaIndex, questions: NameQuestions): FoundArea {
  const { key, within } = askedAs(name, level, above);
  const answered = answerTo(key, index, questions);
  if (answered !== undefined && 'areas' in answered) return answered;
  if (answered === undefined) questions.ask(key, name, within, candidatesOf(name, level, above, index, narrow(index.byNameOrBrackets(name, level), level, above, index), true));
  return { fault: 'areaCodeUnknown', fits: [] };
}

function askedAs(name: string, level: AreaType | null, above: readonly Claim[]): { readonly key: NameKey; readonly within: string | null } {
  const parent = above[0];
  const within = parent === undefined ? null : (parent.name ?? parent.code);
  return { key: { kind: 'area', level: level ?? '', nameKey: areaNameKey(name), withinKey: within === null ? '' : areaNameKey(within) }, within };
}

function answerTo(key: NameKey, index: AreaIndex, questions: NameQuestions): FoundArea | undefined {
  const answer = questions.answer(key);
  if (answer === undefined) return undefined;
  const chosen = answer === null ? [] : index.byCode(answer.slice(answer.indexOf(':') + 1), answer.slice(0, answer.indexOf(':')) as AreaType);
  return chosen.length === 1 ? { areas: chosen, by: 'person' } : { fault: 'areaNameUnknown', fits: [] };
}

function findByName(name: string, level: AreaType | null, above: readonly Claim[], index: AreaIndex, questions: NameQuestions, asks = true): FoundArea {
  const { key, within } = askedAs(name, level, above);
  const answered = answerTo(key, index, questions);
  if (answered !== undefined) return answered;
  const everywhere = index.byNameOrBrackets(name, level);
  const fits = narrow(everywhere, level, above, index);
  if (fits.length === 1) return { areas: fits, by: 'name' };
  if (asks) questions.ask(key, name, within, candidatesOf(name, level, above, index, fits.length > 1 ? fits : everywhere, fits.length > 1));
  return { fault: fits.length === 0 ? 'areaNameUnknown' : 'areaNameAmbiguous', fits };
}

/** Leaves those that lie in what the row names above. A parent that nobody knows, or of another hierarchy, tells nothing. */
function narrow(found: readonly KnownArea[], level: AreaType | null, above: readonly Claim[], index: AreaIndex): readonly KnownArea[] {
  let left = found;
  for (const { code, name, level: parentLevel } of above) {
    const parent = [code, name].find((given) => given !== null && (index.byCode(given, parentLevel).length > 0 || index.byName(given, parentLevel).length > 0));
    if (parent === undefined || parent === null) continue;
    const inside = left.filter((area) => index.liesIn(area, parent));
    if (inside.length > 0) left = inside;
    else if (index.hasBelow(parent, level)) return [];
  }
  return left;
}

function candidatesOf(name: string, level: AreaType | null, above: readonly Claim[], index: AreaIndex, same: readonly KnownArea[], fits: boolean): QuestionCandidate[] {
  const parent = above.find(({ code, name: parentName }) => index.hasBelow(code ?? parentName ?? '', level));
  const within = parent === undefined ? null : (parent.code ?? parent.name);
  const alike = index.candidates(name, level, within).filter(({ area }) => !same.includes(area));
  const all = [...same.map((area) => ({ area, score: fits ? 0.9 : 0.5, reasons: fits ? ['sameName'] : ['sameName', 'otherParent'] })), ...(fits ? [] : alike)];
  return all.sort((a, b) => b.score - a.score).slice(0, MAX_CANDIDATES).map(({ area, score, reasons }) => ({ id: targetOf(area), code: area.code, label: [area.name, ...index.ancestors(area).map((one) => one.name)].join(', '), score, reasons: [...reasons] }));
}
