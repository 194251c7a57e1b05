import { useId } from 'react';
import type { LegendKey } from '../../state/page-state';
import { CLASS_STYLES, FORECAST_LINE, FORECAST_OPACITY, FORECAST_PITCH, GROUND_OPACITY, GROUND_WIDTH, PATTERN_SIZE } from '../../map/class-styles';

interface Props {
  entry: LegendKey;
  textures?: boolean;
  /** Foretold, not established: upright lines, as on the map. */
  forecast?: boolean;
}

const UPRIGHT = Array.from({ length: Math.floor(22 / FORECAST_PITCH) }, (_, line) => `M${(line + 0.5) * FORECAST_PITCH} 0V14`).join('');

/** The fill of a class as the map draws it, small. Decoration: the class always stands beside it in words. */
export function ClassSwatch({ entry, textures = false, forecast = false }: Props) {
  const id = useId();
  const style = entry === 'notClassified' || entry === 'populationUnknown' ? null : CLASS_STYLES[entry];
  const half = PATTERN_SIZE / 2;
  return (
    <svg className="swatch" viewBox="0 0 22 14" width={22} height={14} aria-hidden="true" focusable="false">
      {style === null ? null : (
        <>
          <rect x={0} y={0} width={22} height={14} rx={3} fill={style.colour} opacity={style.opacity} />
          {style.hatch === null ? null : (
            <>
              <pattern id={id} width={PATTERN_SIZE} height={PATTERN_SIZE} patternUnits="userSpaceOnUse" {...(style.hatch === 'falling' ? { patternTransform: 'scale(-1 1)' } : {})}>
                <path d={`M-2 2 2-2M0 ${PATTERN_SIZE} ${PATTERN_SIZE} 0M${PATTERN_SIZE - 2} ${PATTERN_SIZE + 2}l4-4`} stroke="#fff" strokeOpacity={GROUND_OPACITY} strokeWidth={GROUND_WIDTH} />
              </pattern>
              <rect x={0} y={0} width={22} height={14} rx={3} fill={`url(#${id})`} />
            </>
          )}
          {textures && style.texture !== null ? [half, half * 2.75, half * 4.5].map((x) => <circle key={x} cx={x} cy={7} r={style.texture === 'dots' ? 1.6 : 2.1} fill={style.texture === 'dots' ? '#fff' : 'none'} stroke="#fff" strokeWidth={style.texture === 'dots' ? 0 : 1.1} />) : null}
        </>
      )}
      {forecast && style !== null ? <path d={UPRIGHT} stroke="#16202c" strokeWidth={FORECAST_LINE} strokeOpacity={FORECAST_OPACITY} /> : null}
      {entry === 'notClassified' ? <rect x={0.75} y={0.75} width={20.5} height={12.5} rx={3} fill="#fff" stroke="#5a6472" strokeDasharray="2.5 2" /> : null}
      {entry === 'populationUnknown' ? (
        <>
          <rect x={0.5} y={0.5} width={21} height={13} rx={3} fill="#fff" stroke="#b9b5ac" />
          <text x={11} y={10.6} textAnchor="middle" fontSize={10} fontWeight={700} fill="#16202c">
            ?
          </text>
        </>
      ) : null}
    </svg>
  );
}
