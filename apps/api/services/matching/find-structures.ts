import { listNameVerdicts, type NameKey } from '#db/stores/verdicts';
import type { Handle } from '#db/stores/handle';
import { readStructuresToFind, type StructureToFind } from '#db/stores/structure-matches';
import { distanceKm } from '#analysis/sphere';
import { coreName, coreSimilarity, statedType } from '#analysis/structure-names';
import { areaNameKey } from '#domain/area-names';
import { issue, type Issue } from '#domain/issue';
import { normaliseName } from '#domain/normalise-name';
import type { StructureClaim } from '#domain/import-records';
import { addIssue, type StagedRow } from '../import/staged-row';
import { NameQuestions, type QuestionCandidate } from './name-questions';

/** A claim with a position means a structure within this distance. */
const CLAIM_KM = 5;
const ALIKE = 0.6;
const MAX_CANDIDATES = 5;

/**
 * Finds the structures that assessments name without an id: by name (words of type apart), type where the name says it, area and position. A name that fits several, or none, refuses the row with
 * the candidates named, and is asked; a person's answer is remembered. Run it in the transaction, after the structures of the file are saved. Answers the questions.
 */
export async function findStructures(transaction: Handle, rows: readonly StagedRow[]): Promise<NameQuestions> {
  const claimed = rows.filter((row) => row.records.some((entry) => entry.kind === 'assessment' && entry.structureClaim !== undefined));
  if (claimed.length === 0) return new NameQuestions();
  const questions = new NameQuestions(await listNameVerdicts(transaction, 'structure'));
  const register = new StructureRegister(await readStructuresToFind(transaction));
  for (const row of claimed) {
    const faults: Issue[] = [];
    row.records = row.records.map((entry) => {
      if (entry.kind !== 'assessment' || entry.structureClaim === undefined) return entry;
      const found = register.find(entry.structureClaim, questions);
      if ('scheme' in found) return { ...entry, record: { ...entry.record, structureScheme: found.scheme, structureExternalId: found.externalId } };
      faults.push(issue(found.fits.length > 1 ? 'structureAmbiguous' : 'structureUnknown', 'error', { row: row.row, value: entry.structureClaim.name, expected: found.fits.length > 1 ? found.fits.map(describe).join(' ; ') : null }));
      return entry;
    });
    // An error empties the row; the map above has just filled it again.
    for (const fault of faults) addIssue(row, fault);
  }
  return questions;
}

const describe = ({ name, areaNames }: StructureToFind): string => [name, areaNames[0]].filter((part) => part !== undefined).join(', ');

/** Structures by what their name says; records that are one count once, under the one that came first, so that a file finds the same one again. */
class StructureRegister {
  readonly #byCore = new Map<string, StructureToFind[]>();
  readonly #byId: ReadonlyMap<string, StructureToFind>;

  constructor(private readonly structures: readonly StructureToFind[]) {
    this.#byId = new Map(structures.map((structure) => [structure.id, structure]));
    for (const structure of structures) {
      const core = coreName(structure.name) || normaliseName(structure.name);
      const list = this.#byCore.get(core);
      if (list === undefined) this.#byCore.set(core, [structure]);
      else list.push(structure);
    }
  }

  find(claim: StructureClaim, questions: NameQuestions): StructureToFind | { readonly fits: readonly StructureToFind[] } {
    const within = claim.areaName ?? claim.areaCode;
    const key: NameKey = { kind: 'structure', level: '', nameKey: normaliseName(claim.name), withinKey: within === null ? '' : areaNameKey(within) };
    const answer = questions.answer(key);
    if (answer !== undefined) return (answer === null ? undefined : this.#byId.get(answer)) ?? { fits: [] };
    const core = coreName(claim.name) || normaliseName(claim.name);
    const near = (this.#byCore.get(core) ?? []).filter((structure) => isIn(structure, claim) && isOfType(structure, claim));
    const exact = near.filter((structure) => normaliseName(structure.name) === key.nameKey);
    const fits = this.#oneEach(exact.length > 0 ? exact : near);
    const [only] = fits;
    if (only !== undefined && fits.length === 1) return only;
    questions.ask(key, claim.name, within, this.#candidates(core, claim, fits));
    return { fits };
  }

  /** One for each group of records that are one. */
  #oneEach(structures: readonly StructureToFind[]): StructureToFind[] {
    const first = new Map<string, StructureToFind>();
    for (const structure of structures) {
      const held = first.get(structure.standing);
      if (held === undefined || structure.firstLoad < held.firstLoad || (structure.firstLoad === held.firstLoad && structure.id < held.id)) first.set(structure.standing, structure);
    }
    return [...first.values()];
  }

  #candidates(core: string, claim: StructureClaim, fits: readonly StructureToFind[]): QuestionCandidate[] {
    const alike = fits.length > 0 ? fits : this.#oneEach(this.structures.filter((structure) => isIn(structure, claim) && coreSimilarity(core, coreName(structure.name)) >= ALIKE));
    return alike
      .map((structure) => ({ structure, score: Math.round(coreSimilarity(core, coreName(structure.name)) * 100) / 100 }))
      .sort((a, b) => b.score - a.score || (a.structure.id < b.structure.id ? -1 : 1))
      .slice(0, MAX_CANDIDATES)
      .map(({ structure, score }) => ({ id: structure.id, code: null, label: describe(structure), score, reasons: [score === 1 ? 'sameName' : 'nameAlike', ...(claim.areaCode !== null || claim.areaName !== null ? ['sameArea'] : [])] }));
  }
}

function isIn({ areaCodes, areaNames, lngLat }: StructureToFind, claim: StructureClaim): boolean {
  if (claim.areaCode !== null && !areaCodes.includes(claim.areaCode)) return false;
  if (claim.areaCode === null && claim.areaName !== null && !areaNames.some((name) => areaNameKey(name) === areaNameKey(claim.areaName ?? ''))) return false;
  return claim.lngLat === null || lngLat === null || distanceKm(claim.lngLat[0], claim.lngLat[1], lngLat[0], lngLat[1]) <= CLAIM_KM;
}

/** Where the name says a type, another type is another structure. */
function isOfType({ name, type }: StructureToFind, claim: StructureClaim): boolean {
  const [stated, own] = [statedType(claim.name, 'other'), statedType(name, type)];
  return stated === null || own === null || stated === own;
}
