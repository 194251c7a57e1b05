import type { z } from 'zod';
import { idOf } from '#db/stores/identity';
import type { NameKey, NameVerdict } from '#db/stores/verdicts';
import type { importQuestion } from '../../contract/imports';

/** A question to a person, and the name it is about, so that the answer can be kept. */
export type NameQuestion = z.infer<typeof importQuestion> & { readonly key: NameKey };
export type QuestionCandidate = NameQuestion['candidates'][number];

const textOf = ({ kind, level, nameKey, withinKey }: NameKey): string => JSON.stringify([kind, level, nameKey, withinKey]);

/** What people answered before about names, and what has to be asked now: each name once, with the number of its rows. */
export class NameQuestions {
  readonly #verdicts: ReadonlyMap<string, string | null>;
  readonly #asked = new Map<string, NameQuestion>();

  constructor(verdicts: readonly NameVerdict[] = []) {
    this.#verdicts = new Map(verdicts.map((verdict) => [textOf(verdict), verdict.target]));
  }

  /** The answer that a person gave: a target, null for none of those known; undefined: nobody was asked. */
  answer(key: NameKey): string | null | undefined {
    return this.#verdicts.get(textOf(key));
  }

  /** Notes that a row needs this answer. Without a candidate there is nothing to choose, and no question. */
  ask(key: NameKey, given: string, within: string | null, candidates: readonly QuestionCandidate[]): void {
    if (candidates.length === 0) return;
    const text = textOf(key);
    const asked = this.#asked.get(text);
    if (asked !== undefined) {
      asked.rows += 1;
      return;
    }
    this.#asked.set(text, { id: idOf('question', key.kind, key.level, key.nameKey, key.withinKey), kind: key.kind, given, within, rows: 1, candidates: [...candidates], key });
  }

  /** Those of most rows first. */
  list(): NameQuestion[] {
    return [...this.#asked.values()].sort((a, b) => b.rows - a.rows || (a.id < b.id ? -1 : 1));
  }
}

/** The verdicts that answers to these questions are; an answer to a question that was not asked, or a candidate that was not offered, is left out. */
export function verdictsOfAnswers(questions: readonly NameQuestion[], answers: readonly { readonly questionId: string; readonly candidateId: string | null }[]): NameVerdict[] {
  const byId = new Map(questions.map((question) => [question.id, question]));
  return answers.flatMap(({ questionId, candidateId }) => {
    const question = byId.get(questionId);
    if (question === undefined || (candidateId !== null && !question.candidates.some(({ id }) => id === candidateId))) return [];
    return [{ ...question.key, target: candidateId }];
  });
}
