import './notices.css';

/** Grey rows with words: something is on its way, and what. */
export function Skeleton({ words, rows = 8 }: { words: string; rows?: number }) {
  return (
    <div className="skeleton" role="status">
      <p className="note">{words}</p>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="skeleton-row" aria-hidden="true" />
      ))}
    </div>
  );
}
