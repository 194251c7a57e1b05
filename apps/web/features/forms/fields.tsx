import { useId, type ReactNode } from 'react';
import { useCareWords } from '../../i18n/care-words';
import { useRemarks } from './form-context';

interface FieldProps {
  label: string;
  /** Where remarks on it point to. */
  path: string;
  hint?: string | undefined;
  /** Takes a whole row of the form. */
  wide?: boolean;
}

/** What is wrong with a field, under it, in sentences. */
export function Remarks({ path, id }: { path: string; id?: string }) {
  const { t } = useCareWords();
  const { remarks, lacks } = useRemarks(path);
  if (remarks.length === 0 && !lacks) return null;
  return (
    <div id={id} className="remarks" aria-live="polite">
      {lacks ? <p data-severity="error">{t('form.missing')}</p> : null}
      {remarks.map(({ words, severity }) => (
        <p key={words} data-severity={severity}>
          {words}
        </p>
      ))}
    </div>
  );
}

function Labelled({ label, path, hint, wide = false, children }: FieldProps & { children: (control: { id: string; 'aria-describedby': string; 'aria-invalid': boolean }) => ReactNode }) {
  const id = useId();
  const { invalid } = useRemarks(path);
  return (
    <div className="entry-field" data-wide={wide} data-path={path}>
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': `${id}-said`, 'aria-invalid': invalid })}
      {hint === undefined ? null : <p className="note">{hint}</p>}
      <Remarks path={path} id={`${id}-said`} />
    </div>
  );
}

interface TextProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  placeholder?: string | undefined;
  max?: number;
}

export function TextField({ value, onChange, placeholder, max = 200, ...field }: TextProps) {
  return <Labelled {...field}>{(control) => <input {...control} className="field" value={value} maxLength={max} placeholder={placeholder} onChange={(event) => onChange(event.target.value)} />}</Labelled>;
}

/** A whole number of people or things. Empty is unknown, and says so: it is not zero. What is typed stays as typed, even where it is no number. */
export function CountField({ value, onChange, placeholder, ...field }: TextProps) {
  const { t } = useCareWords();
  return (
    <Labelled {...field}>
      {(control) => <input {...control} className="field field-count" inputMode="numeric" autoComplete="off" value={value} maxLength={9} placeholder={placeholder ?? t('form.unknown')} onChange={(event) => onChange(event.target.value)} />}
    </Labelled>
  );
}

/** A day; where it may be unknown, empty says so. */
export function DateField({ value, onChange, mayBeUnknown = false, hint, ...field }: Omit<TextProps, 'placeholder'> & { mayBeUnknown?: boolean }) {
  const { t } = useCareWords();
  return (
    <Labelled {...field} hint={hint ?? (mayBeUnknown && value === '' ? t('form.dateUnknown') : undefined)}>
      {(control) => <input {...control} className="field field-date" type="date" value={value} onChange={(event) => onChange(event.target.value)} />}
    </Labelled>
  );
}

interface SelectProps<Code extends string> extends FieldProps {
  value: Code | '';
  options: readonly { readonly code: Code; readonly label: string }[];
  onChange: (code: Code) => void;
  /** Shown while nothing is chosen. */
  placeholder?: string;
}

export function SelectField<Code extends string>({ value, options, onChange, placeholder, ...field }: SelectProps<Code>) {
  return (
    <Labelled {...field}>
      {(control) => (
        <select
          {...control}
          className="select"
          value={value}
          onChange={(event) => {
            const chosen = options.find(({ code }) => code === event.target.value);
            if (chosen !== undefined) onChange(chosen.code);
          }}
        >
          {value === '' ? <option value="">{placeholder ?? ''}</option> : null}
          {options.map(({ code, label }) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}

interface ChoiceProps<Code extends string> extends FieldProps {
  value: Code;
  options: readonly { readonly code: Code; readonly label: string }[];
  onChange: (code: Code) => void;
  /** Stands under the bar: what was known last, and the way to say it again. */
  children?: ReactNode;
}

/** One of a few, all in sight and large enough for a thumb. */
export function Choice<Code extends string>({ label, path, hint, wide = true, value, options, onChange, children }: ChoiceProps<Code>) {
  const name = useId();
  return (
    <fieldset className="entry-field choice" data-wide={wide} data-path={path}>
      <legend>{label}</legend>
      <div className="choice-bar" data-options={options.length}>
        {options.map((option) => (
          <label key={option.code} className="segment" data-code={option.code}>
            <input className="visually-hidden" type="radio" name={name} value={option.code} checked={option.code === value} onChange={() => onChange(option.code)} />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {hint === undefined ? null : <p className="note">{hint}</p>}
      {children}
      <Remarks path={path} />
    </fieldset>
  );
}
