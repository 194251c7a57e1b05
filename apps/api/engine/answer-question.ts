import { gapQuery } from '../contract/gaps';
import { toGapQuestion } from '../services/gap-question';
import { answerCheck } from './answer-check';
import { answerCatchments } from './answer-catchments';
import { answerCompare } from './answer-compare';
import { answerFacets } from './answer-facets';
import { answerForecast } from './answer-forecast';
import { answerGaps, answerGapsGeojson, answerSweep, answerTriedAreas } from './answer-gaps';
import { answerIsochrones } from './answer-isochrones';
import { answerLapsing, answerRefreshers } from './answer-lapsing';
import { answerNearest } from './answer-nearest';
import { answerNeeds } from './answer-needs';
import { answerOverlaps } from './answer-overlaps';
import { answerWhatIf } from './answer-what-if';
import { answerSiting, answerWhereNext } from './answer-where-next';
import type { Dataset } from './dataset';
import { explainArea } from './explain-area';
import { answerJudgement, answerReadiness, answerStructuresByReadiness } from './judge-structures';
import type { JsonBytes, ToWorker } from './messages';
import { knowsChanges } from './resolve-changes';
import { answerTile } from './tiles';

type Asked = Extract<ToWorker, { kind: 'ask' }>;

/** Answers kept as they went out: a meeting asks the same few again and again. */
const ANSWERS_KEPT = 48;

const encoder = new TextEncoder();
const toJson = (answer: unknown): JsonBytes => encoder.encode(JSON.stringify(answer));

const nameOf = ({ name, question }: Asked): string => `${name} ${JSON.stringify(question)}`;

/** Is the answer there already? */
export const isKept = ({ memory }: Dataset, asked: Asked): boolean => memory.remembers('answers', nameOf(asked));

/** The answer to one question, whole; throws a `Problem` where the question has none. */
export function answerQuestion(dataset: Dataset, asked: Asked): unknown {
  const kept = (compute: () => unknown): JsonBytes => dataset.memory.recall('answers', ANSWERS_KEPT, nameOf(asked), () => toJson(compute()));
  switch (asked.name) {
    case 'gaps':
      return kept(() => answerGaps(dataset, asked.question));
    case 'gapsGeojson':
      return toJson(answerGapsGeojson(dataset, asked.question));
    case 'explain':
      return kept(() => explainArea(dataset, asked.question));
    case 'sweep':
      return kept(() => answerSweep(dataset, asked.question));
    case 'forecast':
      return kept(() => answerForecast(dataset, asked.question));
    case 'whatIf':
      return kept(() => answerWhatIf(dataset, asked.question));
    case 'triedAreas':
      return kept(() => answerTriedAreas(dataset, asked.question));
    case 'changesKnown':
      return asked.question.changes.map((changes) => knowsChanges(dataset, changes));
    case 'check':
      return kept(() => answerCheck(dataset, asked.question));
    case 'needs':
      return kept(() => answerNeeds(dataset, asked.question));
    case 'catchments':
      return kept(() => answerCatchments(dataset, asked.question));
    case 'whereNext':
      return kept(() => answerWhereNext(dataset, asked.question));
    case 'siting':
      return answerSiting(dataset, asked.question);
    case 'lapsing':
      return kept(() => answerLapsing(dataset, asked.question));
    case 'refreshers':
      return kept(() => answerRefreshers(dataset, asked.question));
    case 'compare':
      return kept(() => answerCompare(dataset, asked.question));
    case 'nearest':
      return toJson(answerNearest(dataset, asked.question));
    case 'isochrones':
      return kept(() => answerIsochrones(dataset, asked.question));
    case 'facets':
      return kept(() => answerFacets(dataset, asked.question));
    case 'overlaps':
      return toJson(answerOverlaps(dataset, asked.question));
    case 'tile':
      return answerTile(dataset, asked.question);
    case 'readiness':
      return answerReadiness(dataset, asked.question);
    case 'judgement':
      return answerJudgement(dataset, asked.question);
    case 'structuresByReadiness':
      return answerStructuresByReadiness(dataset, asked.question);
  }
}

/** Answers what everybody asks first, so that nobody waits for it. */
export function prepareFirstAnswers(dataset: Dataset): void {
  answerQuestion(dataset, { kind: 'ask', id: 0, name: 'gaps', question: toGapQuestion(gapQuery.parse({})) });
  answerTile(dataset, { layer: dataset.base, z: 5, x: 18, y: 16, service: 'cmr', asOf: null, at: null, standard: null });
}
