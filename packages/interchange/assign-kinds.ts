import type { KindAssignment, Topic } from '#domain/records';
import { mayBeOwnActivity, OTHER_SUBJECTS, withdrawalOf } from './kind-contexts';
import { KIND_RULES, type KindRule } from './kind-rules';
import { clausesOf, plainText, type Clause, type PlainText } from './plain-text';
import { GBV_CLUSTER, ONE_SECTOR_AMONG_OTHERS, SECTOR_CLUSTER, TOPIC_HINTS, TOPIC_RULES } from './topic-rules';

/** What a row says about what is done. */
export interface ActivityText {
  readonly cluster: string | null;
  readonly title: string;
  readonly comment: string | null;
}

/** What the rules make of it. */
export interface ActivityReading {
  readonly kinds: readonly KindAssignment[];
  readonly topic: Topic;
  readonly topicWords: readonly string[];
  /** The text claims something that the rules may not decide; a person should look. */
  readonly toReview: boolean;
  /** The words for which it should be looked at. */
  readonly reviewWords: readonly string[];
}

interface Field {
  readonly name: 'title' | 'comment';
  readonly text: PlainText;
  readonly clauses: readonly FieldClause[];
}

interface FieldClause extends Clause {
  /** It is about a subject that is not ours, and does not name ours. */
  readonly ofOtherSubject: boolean;
}

interface Hit {
  readonly rule: KindRule;
  readonly field: Field['name'];
  readonly words: string;
  readonly verdict: 'claimed' | 'absent' | 'subject' | 'subjectOrActivity';
}

/** Signs of a clause that are looked at before and after a word: the sense of a longer sentence is not guessed at, and no text takes long. */
const CONTEXT_LENGTH = 400;

const hasTopicWord = (text: string): boolean => TOPIC_RULES.some(({ pattern }) => text.search(pattern) >= 0);

const fieldOf = (name: Field['name'], value: string): Field => {
  const text = plainText(value);
  const clauses = clausesOf(text.plain).map((clause) => ({ ...clause, ofOtherSubject: OTHER_SUBJECTS.test(clause.text) && !hasTopicWord(clause.text) }));
  return { name, text, clauses };
};

const CONFIDENCE = { stated: 0, high: 1, medium: 2 } as const;

/** Reads kinds and topic of an initiative from cluster, title and comment, by the rules of `kind-rules.ts` and `topic-rules.ts` alone. */
export function assignKinds({ cluster, title, comment }: ActivityText): ActivityReading {
  const clusterText = plainText(cluster ?? '').plain;
  const fields = [fieldOf('title', title), ...(comment === null ? [] : [fieldOf('comment', comment)])];
  const isSector = SECTOR_CLUSTER.test(clusterText);
  const { topic, words: topicWords } = topicOf(cluster ?? '', clusterText, fields);
  const usable = (rule: KindRule, field: Field): boolean =>
    (rule.topics === undefined || rule.topics.includes(topic)) && !(rule.ownSector === true && isSector && topic === 'other' && field.name === 'title');
  const hits = fields.flatMap((field) => KIND_RULES.filter((rule) => usable(rule, field)).flatMap((rule) => hitsOf(rule, field, topic)));
  const kinds = merge(hits.filter(({ verdict, rule }) => verdict === 'claimed' && rule.kind !== null));
  if (topic === 'other') {
    const hints = fields.flatMap(({ text }) => [...text.plain.matchAll(new RegExp(TOPIC_HINTS, 'g'))].map((match) => text.original(match.index, match.index + match[0].length)));
    const sector: KindAssignment[] = kinds.length === 0 && isSector ? [{ kind: 'other', confidence: 'medium', rule: 'other-sector', words: [cluster ?? ''] }] : [];
    return { kinds: [...kinds, ...sector], topic, topicWords, toReview: hints.length > 0, reviewWords: unique(hints) };
  }
  const open = openClaims(hits, kinds);
  return { kinds, topic, topicWords, toReview: kinds.length === 0 || open.length > 0, reviewWords: unique(open.map(({ words }) => words)) };
}

/** Claims that nothing settles: taken back by their context, or made in words that may mean awareness, care or neither. */
function openClaims(hits: readonly Hit[], kinds: readonly KindAssignment[]): Hit[] {
  const isAssigned = (hit: Hit): boolean => kinds.some(({ kind }) => kind === hit.rule.kind);
  const settled = kinds.some(({ kind }) => kind === 'awareness' || kind === 'medicalCare') || hits.some(({ field, verdict, rule }) => field === 'comment' && verdict === 'claimed' && rule.kind !== null);
  return hits.filter((hit) => {
    if (hit.rule.id === 'vague') return !settled;
    if (hit.rule.kind === null) return !kinds.some(({ kind }) => kind === 'kitSupply' || kind === 'contingencyStock');
    return (hit.verdict === 'absent' || hit.verdict === 'subjectOrActivity') && !isAssigned(hit);
  });
}

/** All matches of a global pattern. `matchAll` copies the pattern each time, which costs more than the search itself; most texts match nothing. */
function matchesOf(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  const first = pattern.exec(text);
  if (first === null) return [];
  pattern.lastIndex = 0;
  return [...text.matchAll(pattern)];
}

function hitsOf(rule: KindRule, field: Field, topic: Topic): Hit[] {
  const hits: Hit[] = [];
  for (const clause of field.clauses) {
    if (rule.unless?.test(clause.text) === true) continue;
    for (const pattern of rule.patterns) {
      for (const match of matchesOf(pattern, clause.text)) {
        const end = match.index + match[0].length;
        const before = clause.text.slice(Math.max(0, match.index - CONTEXT_LENGTH), match.index);
        const after = clause.text.slice(end, end + CONTEXT_LENGTH);
        const withdrawal = withdrawalOf(before, after, field.name, rule.training === true, rule.kind === 'awareness');
        const otherSubject = rule.kind === 'awareness' && topic !== 'other' && clause.ofOtherSubject;
        const verdict = withdrawal === 'absent' || otherSubject ? 'absent' : withdrawal === 'subject' ? (mayBeOwnActivity(before) ? 'subjectOrActivity' : 'subject') : 'claimed';
        const from = clause.start + match.index;
        hits.push({ rule, field: field.name, words: field.text.original(from, from + match[0].length), verdict });
      }
    }
  }
  return hits;
}

const unique = (words: readonly string[]): string[] => [...new Set(words)];

/** One assignment a kind: the surest rule names it, the words of all rules stand by it. */
function merge(hits: readonly Hit[]): KindAssignment[] {
  const byKind = new Map<string, KindAssignment>();
  for (const { rule, words } of hits) {
    if (rule.kind === null) continue;
    const known = byKind.get(rule.kind);
    if (known === undefined) byKind.set(rule.kind, { kind: rule.kind, confidence: rule.confidence, rule: rule.id, words: [words] });
    else {
      const surer = CONFIDENCE[rule.confidence] < CONFIDENCE[known.confidence] ? { confidence: rule.confidence, rule: rule.id } : {};
      byKind.set(rule.kind, { ...known, ...surer, words: unique([...known.words, words]) });
    }
  }
  return [...byKind.values()];
}

function topicOf(cluster: string, clusterText: string, fields: readonly Field[]): { topic: Topic; words: string[] } {
  if (GBV_CLUSTER.test(clusterText)) return { topic: 'sexualViolence', words: [cluster] };
  const found = fields.flatMap(({ name, text }) => {
    // A title that lists the topic among other sectors says nothing about the row of one of them.
    if (name === 'title' && ONE_SECTOR_AMONG_OTHERS.test(text.plain)) return [];
    return TOPIC_RULES.filter(({ titleOnly }) => titleOnly !== true || name === 'title').flatMap(({ topic, pattern }) => [...text.plain.matchAll(pattern)].map((match) => ({ topic, words: text.original(match.index, match.index + match[0].length) })));
  });
  const topic = found.some((hit) => hit.topic === 'sexualViolence') ? 'sexualViolence' : (found[0]?.topic ?? 'other');
  return { topic, words: unique(found.filter((hit) => hit.topic === topic).map(({ words }) => words)) };
}
