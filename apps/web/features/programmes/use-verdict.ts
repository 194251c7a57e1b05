import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { EntriesAnswer, EntriesBody } from '../../api/entries';
import { sendCommand } from '../../api/client';
import type { ProposalItem } from '../../api/programmes';
import { today } from '../forms/today';
import { readText } from '../forms/typed';

export type Verdict = 'accepted' | 'rejected';

/** Answers one proposal. Each answer has its key: pressed again after the line broke, it is stored once. */
export function useVerdict({ subject, subjectId, structure, digest }: ProposalItem, onDecided: (verdict: Verdict) => void) {
  const client = useQueryClient();
  const [keys] = useState(() => ({ accepted: crypto.randomUUID(), rejected: crypto.randomUUID() }));
  return useMutation({
    // Without a line it fails at once and says so: nobody accepts anything behind a person’s back.
    networkMode: 'always',
    mutationFn: ({ verdict, reason, enteredBy }: { verdict: Verdict; reason: string; enteredBy: string }) => {
      const body: EntriesBody = { key: keys[verdict], enteredBy: enteredBy.trim(), source: null, entries: [{ kind: 'proposalVerdict', subject, subjectId, structureId: structure.id, verdict, reason: readText(reason), digest, decidedOn: today() }] };
      return sendCommand<EntriesAnswer>('POST', '/api/entries', body);
    },
    // The card leaves the list with its answer: what is said of it is said here.
    onSuccess: (_answer, { verdict }) => onDecided(verdict),
    onSettled: () => client.invalidateQueries(),
  });
}
