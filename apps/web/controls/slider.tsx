import type { CSSProperties } from 'react';

interface Props {
  label: string;
  /** Position among `count` stops, from 0. */
  position: number;
  count: number;
  valueText: string;
  disabled?: boolean;
  onTouch?: () => void;
  /** While the thumb moves. */
  onMove: (position: number) => void;
  /** When it rests. */
  onRest: (position: number) => void;
}

/** A slider over a list of stops: what it shows is a value of the list, never one in between. */
export function Slider({ label, position, count, valueText, disabled = false, onTouch, onMove, onRest }: Props) {
  const share = count > 1 ? position / (count - 1) : 0;
  const rest = (element: HTMLInputElement) => onRest(Number(element.value));
  return (
    <input
      className="slider"
      type="range"
      min={0}
      max={Math.max(count - 1, 0)}
      step={1}
      value={position}
      disabled={disabled || count < 2}
      aria-label={label}
      aria-valuetext={valueText}
      style={{ '--share': `${share * 100}%` } as CSSProperties}
      onPointerDown={onTouch}
      onFocus={onTouch}
      onChange={(event) => onMove(Number(event.target.value))}
      onPointerUp={(event) => rest(event.currentTarget)}
      onKeyUp={(event) => rest(event.currentTarget)}
      onBlur={(event) => rest(event.currentTarget)}
    />
  );
}
