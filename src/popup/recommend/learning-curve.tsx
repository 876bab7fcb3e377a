import { useState } from 'preact/hooks';
import { formatDecimal } from '../../i18n/format-decimal';
import { formatNumber } from '../../i18n/format-number';
import { countMessage, message } from '../../i18n/message';
import { type CurvePoint, type Measurement, precisionOf2016 } from '../../recommend/evaluation/measurement';
import { Button } from '../controls/button';
import { useOwnId } from '../controls/use-own-id';
import { curveVerdict, rangeText } from './quality-words';

/** The plane that is drawn on, and the axes in it. */
const plane = { width: 340, height: 220, left: 34, right: 330, top: 12, bottom: 196 };
const step = 0.02;

/** WRMF after each epoch, by the protocol of 2016, as a plot or as a table. */
export function LearningCurve({ measurement }: { readonly measurement: Measurement }) {
  const id = useOwnId();
  const [isTable, setTable] = useState(false);
  const { curve, curveUsers, epochs } = measurement;
  const verdict = curveVerdict(measurement, precisionOf2016);
  if (curve.length === 0) return null;
  return (
    <figure class="learning-curve" aria-labelledby={id}>
      <h2 id={id}>{verdict ?? message('quality_curve')}</h2>
      <p class="small soft">{countMessage('quality_curveAbout', curveUsers)}</p>
      {isTable ? (
        <CurveTable curve={curve} />
      ) : (
        <Plot curve={curve} epochs={epochs} label={verdict ?? message('quality_curve')} />
      )}
      <Button
        isQuiet
        label={message(isTable ? 'quality_showPlot' : 'quality_showTable')}
        onClick={() => setTable(!isTable)}
      />
    </figure>
  );
}

type PlotProps = { readonly curve: readonly CurvePoint[]; readonly epochs: number; readonly label: string };

function Plot({ curve, epochs, label }: PlotProps) {
  const highest = Math.max(precisionOf2016, ...curve.flatMap(({ hidden, known }) => [hidden.high, known]));
  const top = Math.ceil((highest * 1.05) / step) * step;
  const lines = Math.round(top / step);
  const every = Math.max(1, Math.ceil(lines / 6));
  const x = (epoch: number) =>
    plane.left + ((plane.right - plane.left) * (epoch - 1)) / Math.max(1, epochs - 1);
  const y = (value: number) => plane.bottom - ((plane.bottom - plane.top) * value) / top;
  const path = (valueOf: (point: CurvePoint) => number, points = curve) =>
    points.map((point) => `${x(point.epoch).toFixed(1)},${y(valueOf(point)).toFixed(1)}`).join(' ');
  const band = `${path(({ hidden }) => hidden.high)} ${path(({ hidden }) => hidden.low, [...curve].reverse())}`;
  const last = curve.at(-1);
  return (
    <svg viewBox={`0 0 ${plane.width} ${plane.height}`} role="img" aria-label={label}>
      {Array.from({ length: Math.floor(lines / every) + 1 }, (_, at) => at * every * step).map((value) => (
        <g key={value}>
          <line class="grid" x1={plane.left} x2={plane.right} y1={y(value)} y2={y(value)} />
          <text x={plane.left - 4} y={y(value) + 3} text-anchor="end">
            {formatNumber(value)}
          </text>
        </g>
      ))}
      {[1, Math.ceil(epochs / 2), epochs].map((epoch) => (
        <text key={epoch} x={x(epoch)} y={plane.bottom + 14} text-anchor="middle">
          {formatNumber(epoch)}
        </text>
      ))}
      <line
        class="of-2016"
        x1={plane.left}
        x2={plane.right}
        y1={y(precisionOf2016)}
        y2={y(precisionOf2016)}
      />
      <text x={plane.right} y={y(precisionOf2016) - 4} text-anchor="end">
        {message('quality_line2016', { value: formatDecimal(precisionOf2016) })}
      </text>
      <polyline class="known" points={path(({ known }) => known)} />
      <polygon class="band" points={band} />
      <polyline class="hidden" points={path(({ hidden }) => hidden.mean)} />
      {last && <circle class="last" cx={x(last.epoch)} cy={y(last.hidden.mean)} r="3.5" />}
    </svg>
  );
}

function CurveTable({ curve }: { readonly curve: readonly CurvePoint[] }) {
  return (
    <table class="curve-table">
      <thead>
        <tr>
          <th scope="col">{message('quality_epoch')}</th>
          <th scope="col">{message('quality_onHidden')}</th>
          <th scope="col">{message('quality_onKnown')}</th>
        </tr>
      </thead>
      <tbody>
        {curve.map(({ epoch, hidden, known }) => (
          <tr key={epoch}>
            <th scope="row">{formatNumber(epoch)}</th>
            <td>
              {formatDecimal(hidden.mean)} <span class="small soft">{rangeText(hidden)}</span>
            </td>
            <td>{formatDecimal(known)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
