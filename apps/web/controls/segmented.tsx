import './controls.css';

interface Props<Code extends string> {
  label: string;
  options: readonly { code: Code; label: string; lang?: string; title?: string }[];
  chosen: Code;
  onChoose: (code: Code) => void;
  quiet?: boolean;
}

/** One of a few, all in sight: a set of radio buttons that looks like one bar. */
export function Segmented<Code extends string>({ label, options, chosen, onChoose, quiet = false }: Props<Code>) {
  return (
    <fieldset className={quiet ? 'segmented segmented-quiet' : 'segmented'}>
      <legend className="visually-hidden">{label}</legend>
      {options.map((option) => (
        <label key={option.code} className="segment" lang={option.lang} title={option.title}>
          <input className="visually-hidden" type="radio" name={label} value={option.code} checked={option.code === chosen} onChange={() => onChoose(option.code)} />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
