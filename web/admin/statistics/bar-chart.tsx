import { type MouseEvent, useLayoutEffect, useRef, useState } from 'react';
import { usePage } from '../page/page-context.js';
import { addressOf } from '../shell/route.js';

/** One place: its bar, and a thinner one of the period before. */
export interface Bar {
  readonly id: string;
  readonly label: string;
  readonly value: number | undefined;
  readonly before: number | undefined;
  /** Both in words. */
  readonly text: string;
  /** Where the requests that it counts are listed. */
  readonly to?: string | undefined;
}

interface BarChartProps {
  readonly title: string;
  readonly bars: readonly Bar[];
}

/** Pixels; a row is as high as what fingers hit. */
const ROW = 44;
const VALUE = 170;
/** Room for names, on a phone and on a desk. */
const labelIn = (width: number): number => (width < 480 ? 116 : 170);

/** Bars from left to right, as large as there is room, words keeping their size; each links to what it counts. */
export function BarChart({ title, bars }: BarChartProps) {
  const { host, width } = useWidth();
  const most = Math.max(1, ...bars.flatMap(({ value = 0, before = 0 }) => [value, before]));
  const label = labelIn(width);
  const room = Math.max(40, width - label - VALUE);
  const wide = (value: number | undefined): number => ((value ?? 0) / most) * room;
  return (
    <div ref={host} className="bars-host">
      <svg className="bars" width={width} height={bars.length * ROW} role="group" aria-label={title}>
        {bars.map((bar, at) => (
          <BarLink key={bar.id} bar={bar}>
            <rect className="row" x={0} y={at * ROW} width={width} height={ROW} />
            <text className="label" x={4} y={at * ROW + ROW / 2}>
              {bar.label}
            </text>
            <rect className="value" x={label} y={at * ROW + 9} width={wide(bar.value)} height={16} />
            <rect className="before" x={label} y={at * ROW + 27} width={wide(bar.before)} height={7} />
            <text
              className="text"
              x={label + Math.max(wide(bar.value), wide(bar.before)) + 6}
              y={at * ROW + ROW / 2}
            >
              {bar.text}
            </text>
          </BarLink>
        ))}
      </svg>
    </div>
  );
}

function BarLink({ bar: { to }, children }: { bar: Bar; children: React.ReactNode }) {
  const { go } = usePage();
  if (to === undefined) return <g>{children}</g>;
  const follow = (event: MouseEvent<HTMLAnchorElement>): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(to);
  };
  return (
    <a href={addressOf(to)} onClick={follow}>
      {children}
    </a>
  );
}

function useWidth() {
  const host = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(600);
  useLayoutEffect(() => {
    const element = host.current;
    if (!element) return undefined;
    const watch = new ResizeObserver(() => setWidth(element.clientWidth));
    watch.observe(element);
    setWidth(element.clientWidth);
    return () => watch.disconnect();
  }, []);
  return { host, width };
}
