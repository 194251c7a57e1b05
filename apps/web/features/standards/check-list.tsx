import { Remarks } from '../forms/fields';

interface Props<Code extends string> {
  label: string;
  path: string;
  options: readonly { readonly code: Code; readonly label: string }[];
  chosen: readonly Code[];
  onChange: (codes: readonly Code[]) => void;
  hint?: string;
}

/** Any of a few, as boxes in a row. */
export function CheckList<Code extends string>({ label, path, options, chosen, onChange, hint }: Props<Code>) {
  return (
    <fieldset className="entry-field check-list" data-wide="true" data-path={path}>
      <legend>{label}</legend>
      <div>
        {options.map(({ code, label: words }) => (
          <label key={code}>
            <input type="checkbox" checked={chosen.includes(code)} onChange={() => onChange(options.map((one) => one.code).filter((one) => (one === code ? !chosen.includes(code) : chosen.includes(one))))} />
            {words}
          </label>
        ))}
      </div>
      {hint === undefined ? null : <p className="note">{hint}</p>}
      <Remarks path={path} />
    </fieldset>
  );
}
