import { useState } from 'react';
import type { ImportAnswer } from '#api/contract/imports';
import { useImportCommand, type ImportQuestion } from '../../api/imports';
import { useDataWords } from '../../i18n/data-words';
import { useFormat } from '../../i18n/format';
import { CommandFault } from './command-fault';
import { useReasonWords } from './reason-words';

/** `later`: not answered. Null: none of the candidates. */
type Choice = string | null;

/** What only a person can say: which area, organisation or structure a name means. */
export function QuestionsPart({ file }: { file: ImportAnswer }) {
  const { t } = useDataWords();
  const format = useFormat();
  const command = useImportCommand(file.id);
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(new Map());
  const choose = (question: string, choice: Choice | undefined) =>
    setChoices((before) => {
      const next = new Map(before);
      if (choice === undefined) next.delete(question);
      else next.set(question, choice);
      return next;
    });
  const send = () => command.mutate({ kind: 'answers', body: { answers: [...choices].map(([questionId, candidateId]) => ({ questionId, candidateId })) } });
  return (
    <>
      <p className="note part-intro">{t('questions.intro')}</p>
      <ul className="questions">
        {file.questions.map((question) => (
          <Question key={question.id} question={question} choice={choices.get(question.id)} onChoose={(choice) => choose(question.id, choice)} />
        ))}
      </ul>
      <div className="questions-send">
        <button type="button" className="button button-main" disabled={choices.size === 0 || command.isPending} onClick={send}>
          {t('questions.send', { count: Math.max(1, choices.size), n: format.count(Math.max(1, choices.size)) })}
        </button>
        <CommandFault error={command.error} />
      </div>
    </>
  );
}

function Question({ question, choice, onChoose }: { question: ImportQuestion; choice: Choice | undefined; onChoose: (choice: Choice | undefined) => void }) {
  const { t } = useDataWords();
  const format = useFormat();
  const reasonWords = useReasonWords();
  const { id, kind, given, within, rows, candidates } = question;
  const options: readonly { readonly value: Choice | undefined; readonly key: string; readonly label: string; readonly note: string }[] = [
    ...candidates.map((one) => ({ value: one.id, key: one.id, label: one.label, note: [...(one.code === null ? [] : [one.code]), t('questions.alike', { n: format.percent(one.score) }), ...(one.reasons.length > 0 ? [reasonWords(one.reasons)] : [])].join(' · ') })),
    { value: null, key: 'none', label: t('questions.noneOfThese'), note: '' },
    { value: undefined, key: 'later', label: t('questions.later'), note: '' },
  ];
  return (
    <li>
      <fieldset className="question">
        <legend>
          {t(`questions.${kind}`, { given })} <span className="note">{[...(within === null ? [] : [t('questions.within', { within })]), t('questions.rows', { count: rows, n: format.count(rows) })].join(' · ')}</span>
        </legend>
        {candidates.length === 0 ? <p className="note">{t('questions.noCandidate')}</p> : null}
        {options.map((option) => (
          <label key={option.key} className="candidate">
            <input type="radio" name={`question-${id}`} checked={choice === option.value} onChange={() => onChoose(option.value)} />
            <span>
              {option.label} {option.note === '' ? null : <span className="note">{option.note}</span>}
            </span>
          </label>
        ))}
      </fieldset>
    </li>
  );
}
