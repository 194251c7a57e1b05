import { useId } from 'react';
import type { StructureType } from '#domain/records';
import { MOBILE_CROSS, SHAPE_BOX, SHAPE_INK, SHAPE_STROKE, STRUCTURE_SHAPES, type Fill } from '../../map/structure-shapes';

interface Props {
  type: StructureType;
  fill: Fill;
  size?: number;
}

/** The sign of a structure as the map draws it. Decoration: type and readiness always stand beside it in words. */
export function StructureSymbol({ type, fill, size = SHAPE_BOX }: Props) {
  const id = useId();
  const shape = STRUCTURE_SHAPES[type];
  return (
    <svg className="structure-symbol" width={size} height={size} viewBox={`0 0 ${SHAPE_BOX} ${SHAPE_BOX}`} aria-hidden="true" focusable="false">
      <path d={shape} fill={fill === 'full' ? SHAPE_INK : '#fff'} stroke={SHAPE_INK} strokeWidth={SHAPE_STROKE} />
      {type === 'mobile' ? <path d={MOBILE_CROSS} stroke={SHAPE_INK} strokeWidth={SHAPE_STROKE} /> : null}
      {fill === 'half' ? (
        <>
          <clipPath id={id}>
            <rect x={0} y={SHAPE_BOX / 2} width={SHAPE_BOX} height={SHAPE_BOX / 2} />
          </clipPath>
          <path d={shape} fill={SHAPE_INK} clipPath={`url(#${id})`} />
        </>
      ) : null}
      {fill === 'bar' ? <path d="M5.2 8h5.6" stroke={SHAPE_INK} strokeWidth={1.8} /> : null}
      {fill === 'question' ? (
        <text x={SHAPE_BOX / 2} y={type === 'PS' ? 12.2 : 11.1} textAnchor="middle" fontSize={8.6} fontWeight={800} fill={SHAPE_INK}>
          ?
        </text>
      ) : null}
    </svg>
  );
}
