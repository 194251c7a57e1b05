import { gapQuery } from '../contract/gaps';
import { toGapQuestion } from '../services/gap-question';
import { reachByBand } from './answer-catchments';
import { questionsOfCheck } from './answer-check';
import type { Dataset } from './dataset';
import { viewGaps } from './gap-view';
import { judgedOn } from './judged';
import type { GapQuestion, ToWorker, TriedQuestion } from './messages';
import type { Urgency } from './piecework';
import type { InPieces } from './reach-by/in-pieces';
import type { LongWork } from './reach-by/reach';
import { reachOf } from './reach-by/reach-of';
import { resolveQuestion, type ResolvedQuestion } from './resolve-question';
import { numbersWhere, READINESS } from './structures';
import { viewAsked } from './view-tried';

type Asked = Extract<ToWorker, { kind: 'ask' }>;

/** Work to be done before an answer, by when it is needed. */
export type WorkAhead = readonly (readonly [Urgency, InPieces])[];

const NOTHING: WorkAhead = [];

/**
 * What takes long behind an answer (travel times over a large surface), in pieces: once it is done, `answerQuestion` answers at once. Nothing for a question that
 * is quick. Throws what the question throws.
 */
export function workAhead(dataset: Dataset, asked: Asked): WorkAhead {
  switch (asked.name) {
    case 'gaps':
    case 'gapsGeojson':
    case 'explain':
      return ahead(dataset, asked.question, isTrying(asked.question) ? [classes, tried(asked.question)] : [classes, nearest, counts]);
    case 'triedAreas':
      return ahead(dataset, asked.question, [classes, nearest, counts, tried(asked.question)]);
    case 'sweep':
    case 'whatIf':
      return ahead(dataset, asked.question, [classes]);
    case 'forecast':
      return ahead(dataset, { ...asked.question, at: null }, [classes]);
    case 'needs':
    case 'whereNext':
    case 'siting':
      return ahead(dataset, asked.question, [classes, reachedBy]);
    case 'catchments':
      return ahead(dataset, asked.question, [classes, reachedInBands]);
    case 'check':
      return Object.values(questionsOfCheck(dataset, asked.question)).flatMap((question) => ahead(dataset, question, [classes, nearest, counts]));
    default:
      return NOTHING;
  }
}

/** What is asked first under travel time: the default question, so that nobody waits for it. */
export function firstWork(dataset: Dataset): WorkAhead {
  return dataset.surface === null ? NOTHING : ahead(dataset, toGapQuestion(gapQuery.parse({ reach: 'travelTime' })), [classes, nearest, counts]).map(([, pieces]) => ['unasked', pieces]);
}

/** One sort of work for one question. */
interface Task {
  readonly urgency: Urgency;
  readonly work: (asked: { dataset: Dataset; question: ResolvedQuestion; long: LongWork }) => InPieces;
}

function ahead(dataset: Dataset, asked: GapQuestion, tasks: readonly Task[]): WorkAhead {
  const question = resolveQuestion(dataset, asked);
  const reach = reachOf(dataset, question);
  const { ahead: long } = reach;
  return long === null ? NOTHING : tasks.map(({ urgency, work }) => [urgency, work({ dataset, question, long })]);
}

/** Fields are large and few are kept: what is read from them is read at once, and kept longer. */
const classes: Task = {
  urgency: 'classes',
  *work({ dataset, question, long }) {
    yield* long.distances(judgedOn(dataset, question.judging));
    viewGaps(dataset, question);
  },
};

const nearest: Task = {
  urgency: 'counts',
  *work({ dataset, question, long }) {
    yield* long.nearest(judgedOn(dataset, question.judging));
    const { counts } = viewGaps(dataset, question);
    counts.nearestReady();
    counts.nearestAlmostReady();
  },
};

const counts: Task = {
  urgency: 'counts',
  work: ({ dataset, question, long }) => long.counts(question.parameters.areaType, numbersWhere(judgedOn(dataset, question.judging).level, READINESS.ready)),
};

const isTrying = ({ changes }: TriedQuestion): boolean => changes !== undefined && changes !== '';

/** What is nearest and counted with something tried out. */
const tried = (asked: TriedQuestion): Task => ({
  urgency: 'counts',
  *work({ dataset, question }) {
    const { judged, reach } = viewAsked(dataset, asked);
    if (reach.ahead === null) return;
    yield* reach.ahead.nearest(judged);
    yield* reach.ahead.counts(question.parameters.areaType, numbersWhere(judged.level, READINESS.ready));
  },
});

const reachedBy: Task = { urgency: 'counts', work: ({ long }) => long.reachedBy() };

const reachedInBands: Task = {
  urgency: 'counts',
  *work({ dataset, question }) {
    for (const band of reachByBand(dataset, question)) yield* band.ahead?.reachedBy() ?? [];
  },
};
