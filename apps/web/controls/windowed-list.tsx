import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { flushSync } from 'react-dom';

interface Props<Item> {
  label: string;
  items: readonly Item[];
  keyOf: (item: Item) => string;
  /** Height of a closed row, px; every closed row has it. */
  rowHeight: number;
  /** Key of the row that is open, and may be any height. */
  openKey: string | null;
  /** Each row holds one button of class `row-button`: arrows go from one to the next. */
  renderRow: (item: Item, open: boolean) => ReactNode;
  header?: ReactNode;
}

/** Rows beyond the visible ones that are kept: enough for the next press of Tab or an arrow. */
const SPARE = 8;

/** A list of which only the rows in sight are in the page: 518 zones cost what 20 do. */
export function WindowedList<Item>({ label, items, keyOf, rowHeight, openKey, renderRow, header }: Props<Item>) {
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [sight, setSight] = useState({ from: 0, to: 20 });
  const [measured, setMeasured] = useState<{ key: string; height: number } | null>(null);
  const openIndex = openKey === null ? -1 : items.findIndex((item) => keyOf(item) === openKey);
  const isOpen = openIndex >= 0;
  /** Height of the open row beyond that of a closed one; it grows when the explanation arrives. */
  const extra = isOpen && measured?.key === openKey ? Math.max(0, measured.height - rowHeight) : 0;

  const measure = () => {
    const element = scroller.current;
    if (!element) return;
    const above = element.scrollTop - (list.current?.offsetTop ?? 0);
    const from = Math.floor((above > (openIndex + 1) * rowHeight && openIndex >= 0 ? above - extra : above) / rowHeight);
    const to = Math.ceil((above + element.clientHeight) / rowHeight);
    setSight((before) => (before.from === from && before.to === to ? before : { from, to }));
  };

  useLayoutEffect(measure);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(() => measure());
    observer.observe(element);
    return () => observer.disconnect();
  });

  useLayoutEffect(() => {
    const element = list.current?.querySelector<HTMLElement>('[data-open="true"]');
    if (!element || openKey === null) return;
    const observer = new ResizeObserver(() => setMeasured({ key: openKey, height: element.offsetHeight }));
    observer.observe(element);
    return () => observer.disconnect();
  }, [openKey, openIndex, sight]);

  // A row that opens in the lower part of the list, or out of sight, moves up to make room for its explanation.
  // Only when another row opens: re-sorting must not pull the list from under the reader.
  const place = useRef(0);
  useEffect(() => {
    place.current = openIndex * rowHeight;
  });
  useEffect(() => {
    const element = scroller.current;
    if (!element || !isOpen) return;
    const top = (list.current?.offsetTop ?? 0) + place.current;
    const inSight = top >= element.scrollTop && top <= element.scrollTop + element.clientHeight * 0.4;
    if (!inSight) element.scrollTop = Math.max(0, top - rowHeight);
  }, [openKey, rowHeight, isOpen]);

  const first = Math.max(0, Math.min(sight.from - SPARE, items.length - 1));
  const last = Math.min(items.length, sight.to + SPARE);
  const shown = items.slice(first, last);
  const openInside = openIndex >= first && openIndex < last;
  const before = first * rowHeight + (openIndex >= 0 && openIndex < first ? extra : 0);
  const after = (items.length - last) * rowHeight + (openIndex >= last ? extra : 0);

  const move = (event: KeyboardEvent) => {
    const row = (event.target as HTMLElement).closest<HTMLElement>('[data-position]');
    const steps = { ArrowDown: 1, ArrowUp: -1, Home: -items.length, End: items.length }[event.key];
    if (!row || steps === undefined || !(event.target as HTMLElement).classList.contains('row-button')) return;
    event.preventDefault();
    const position = Math.max(0, Math.min(items.length - 1, Number(row.dataset['position']) + steps));
    const focus = () => list.current?.querySelector<HTMLElement>(`[data-position="${position}"] .row-button`)?.focus();
    if (Math.abs(steps) > 1 && scroller.current) {
      scroller.current.scrollTop = position === 0 ? 0 : scroller.current.scrollHeight;
      // The far row is drawn at once, so that the focus has somewhere to go.
      flushSync(measure);
    }
    focus();
  };

  return (
    <div ref={scroller} className="windowed" onScroll={measure}>
      {header}
      <ul ref={list} className="windowed-rows" aria-label={label} style={{ paddingTop: Math.max(0, before), paddingBottom: Math.max(0, after) }} onKeyDown={move}>
        {shown.map((item, offset) => {
          const open = openInside && first + offset === openIndex;
          return (
            <li key={keyOf(item)} data-position={first + offset} data-open={open} aria-setsize={items.length} aria-posinset={first + offset + 1} style={open ? undefined : { height: rowHeight }}>
              {renderRow(item, open)}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
