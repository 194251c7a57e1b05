import { useState } from 'react';
import { keep, readKept } from './kept';

interface KeptDraft<Value> {
  /** Made once per draft and sent with it: the server takes one key once, however often it arrives. */
  readonly key: string;
  readonly value: Value;
  /** Moment of the last change, ISO 8601. */
  readonly editedAt: string;
}

export interface Draft<Value> {
  /** One draft per form and subject. */
  readonly id: string;
  readonly key: string;
  readonly value: Value;
  /** When the draft that was found on this device was last changed; null: nothing was found, or the person has seen it. */
  readonly restoredFrom: string | null;
  readonly change: (part: Partial<Value>) => void;
  /** Begins anew, with a new key; what was typed is forgotten. */
  readonly discard: () => void;
  /** It is stored on the server: this device need not keep it. */
  readonly forget: () => void;
}

const nameOf = (id: string): string => `draft.${id}`;

/** What a person types, kept on the device at every change until the server has it. */
export function useDraft<Value extends object>(id: string, initial: Value): Draft<Value> {
  const [found] = useState(() => readKept(nameOf(id)) as KeptDraft<Value> | null);
  const [key, setKey] = useState(() => found?.key ?? crypto.randomUUID());
  const [value, setValue] = useState<Value>(() => ({ ...initial, ...found?.value }));
  const [restoredFrom, setRestoredFrom] = useState(found?.editedAt ?? null);
  return {
    id,
    key,
    value,
    restoredFrom,
    change(part) {
      const next = { ...value, ...part };
      setValue(next);
      keep(nameOf(id), { key, value: next, editedAt: new Date().toISOString() } satisfies KeptDraft<Value>);
    },
    discard() {
      keep(nameOf(id), null);
      setKey(crypto.randomUUID());
      setValue(initial);
      setRestoredFrom(null);
    },
    forget: () => keep(nameOf(id), null),
  };
}
