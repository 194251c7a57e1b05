import { useState } from 'react';
import { useForgetMapping, useMappings, type SavedMapping } from '../../api/imports';
import { Disclosure } from '../../controls/disclosure';
import { useDataWords } from '../../i18n/data-words';
import { useFormat } from '../../i18n/format';
import { said } from '../../state/moments';
import { CommandFault } from './command-fault';
import { useFieldLabel } from './field-label';

/** The tables whose columns people explained once: they are recognised, until somebody says that they should not be. */
export function SavedMappings() {
  const { t } = useDataWords();
  const format = useFormat();
  const { data } = useMappings();
  const forget = useForgetMapping();
  if (data === undefined || data.length === 0) return null;
  return (
    <section className="saved-mappings">
      <Disclosure title={t('mappings.title')} note={format.count(data.length)}>
        <p className="note">{t('mappings.intro')}</p>
        <ul>
          {data.map((mapping) => (
            <Mapping key={mapping.id} mapping={mapping} busy={forget.isPending} onForget={() => forget.mutate(mapping.id, { onSuccess: () => said.set(t('mappings.forgotten', { name: mapping.name })) })} />
          ))}
        </ul>
        <CommandFault error={forget.error} />
      </Disclosure>
    </section>
  );
}

/** A name, what its rows are, which columns were explained; forgetting asks once more, for it cannot be undone. */
function Mapping({ mapping, busy, onForget }: { mapping: SavedMapping; busy: boolean; onForget: () => void }) {
  const { t } = useDataWords();
  const format = useFormat();
  const fieldLabel = useFieldLabel();
  const [asked, setAsked] = useState(false);
  const { name, recordKind, columns } = mapping;
  return (
    <li className="saved-mapping">
      <p>
        <strong>{name}</strong>
      </p>
      <p className="note">{t('mappings.what', { kind: t(`mapping.kind.${recordKind}`), fields: format.list(Object.values(columns).map((field) => fieldLabel(recordKind, field))) })}</p>
      {asked ? (
        <p className="file-item-actions">
          <button type="button" className="link-button" disabled={busy} autoFocus onClick={onForget}>
            {t('mappings.sure')}
          </button>
          <button type="button" className="link-button" onClick={() => setAsked(false)}>
            {t('mappings.keep')}
          </button>
        </p>
      ) : (
        <button type="button" className="link-button" aria-label={t('mappings.forgetOf', { name })} onClick={() => setAsked(true)}>
          {t('mappings.forget')}
        </button>
      )}
    </li>
  );
}
