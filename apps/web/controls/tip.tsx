import { useId, useState, type ReactNode } from 'react';

interface Props {
  className: string;
  tip: ReactNode;
  onPress?: () => void;
  children: ReactNode;
}

/** A button that says more on hover, focus or touch, and stops saying it on Escape (WCAG 1.4.13). */
export function Tip({ className, tip, onPress, children }: Props) {
  const [shown, setShown] = useState(false);
  const id = useId();
  return (
    <div className="tip-host" onPointerEnter={() => setShown(true)} onPointerLeave={() => setShown(false)}>
      <button
        type="button"
        className={className}
        aria-describedby={id}
        onFocus={() => setShown(true)}
        onBlur={() => setShown(false)}
        onKeyDown={(event) => event.key === 'Escape' && setShown(false)}
        onClick={onPress ?? (() => setShown(true))}
      >
        {children}
      </button>
      <div id={id} role="tooltip" className="tip" data-shown={shown}>
        {tip}
      </div>
    </div>
  );
}
