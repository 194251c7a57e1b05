import type { ReactNode } from 'react';
import './line.css';

/** One setting, with its name before it or, where that is long, above it. */
export function Line({ label, wide = false, children }: { label: string; wide?: boolean; children: ReactNode }) {
  return (
    <label className={wide ? 'line line-wide' : 'line'}>
      <span className="line-label">{label}</span>
      {children}
    </label>
  );
}
