import ButtonGroup from '@cloudscape-design/components/button-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Toggle from '@cloudscape-design/components/toggle';
import { type CSSProperties, useEffect, useMemo, useRef, useState } from 'react';
import { useWords } from '../page/catalogue.js';
import { GraphDrawing, type ShownRuns } from './graph-drawing.js';
import { GraphLegend } from './graph-legend.js';
import { layOut, WIDEST_LINE } from '../graph/graph-layout.js';
import type { MachineGraph } from '../graph/machine-graph.js';
import { NO_ROOM_BESIDE, useNarrow } from '../shell/use-narrow.js';
import { EXECUTIONS } from './words.js';

interface StateGraphProps extends ShownRuns {
  readonly machine: MachineGraph;
}

/** Text is 13 pixels in the picture, and never drawn smaller than 11; nor larger than 12, so that a desk's window of 800 shows all steps. */
const SMALLEST = 11.2 / 13;
const LARGEST = 12 / 13;

/** A state machine as a picture: each state marked by how it stands. The table beside it says the same in words. */
export function StateGraph({ machine, ...shown }: StateGraphProps) {
  const words = useWords(EXECUTIONS);
  const { state } = shown.words;
  const widestLine = WIDEST_LINE[useNarrow(NO_ROOM_BESIDE) ? 'tablet' : 'desk'];
  const picture = useMemo(() => layOut(machine, state, widestLine), [machine, state, widestLine]);
  const [zoom, setZoom] = useState<Zoom>('readable');
  const [hasFailures, setFailures] = useState(false);
  const frame = useShownState();
  return (
    <div>
      <SpaceBetween direction="horizontal" size="m" alignItems="center">
        <ButtonGroup
          variant="icon"
          ariaLabel={words.graph}
          items={[
            { type: 'icon-button', id: 'in', iconName: 'zoom-in', text: words.zoomIn },
            { type: 'icon-button', id: 'out', iconName: 'zoom-out', text: words.zoomOut },
            { type: 'icon-button', id: 'fit', iconName: 'zoom-to-fit', text: words.zoomFit },
          ]}
          onItemClick={({ detail }) => {
            const drawn = frame.current?.querySelector('svg')?.getBoundingClientRect().width ?? picture.width;
            setZoom(zoomed(drawn / picture.width, detail.id));
          }}
        />
        <Toggle checked={hasFailures} onChange={({ detail }) => setFailures(detail.checked)}>
          {words.showFailures}
        </Toggle>
      </SpaceBetween>
      <div ref={frame} className="state-graph" tabIndex={0} role="group" aria-label={words.graph}>
        <svg
          style={sizeOf(zoom, picture.width)}
          viewBox={`-2 -2 ${picture.width + 4} ${picture.height + 4}`}
          role="group"
          aria-label={words.graph}
        >
          <defs>
            <marker
              id="arrow"
              viewBox="0 0 8 8"
              refX="7"
              refY="4"
              markerWidth="8"
              markerHeight="8"
              markerUnits="userSpaceOnUse"
              orient="auto"
            >
              <path d="M0 0 L8 4 L0 8 z" fill="context-stroke" />
            </marker>
          </defs>
          <GraphDrawing picture={picture} {...shown} widestLine={widestLine} hasFailures={hasFailures} />
        </svg>
      </div>
      <GraphLegend isOfExecution={shown.waiting === undefined} hasFailures={hasFailures} />
    </div>
  );
}

/** Where the graph is wider than the screen it begins at the state in which the work is. */
function useShownState() {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const state = frame.current?.querySelector('.state-running:not(.state-container)');
    if (!frame.current || !state) return;
    const [outer, inner] = [frame.current, state].map((element) => element.getBoundingClientRect());
    if (outer && inner) frame.current.scrollLeft += inner.x + inner.width / 2 - outer.x - outer.width / 2;
  }, []);
  return frame;
}

/** As large as it can be read, wholly within the window, or by a factor; 1 is as laid out. */
type Zoom = 'readable' | 'fit' | number;

const wide = (pixels: number): string => `${pixels}px`;

function sizeOf(zoom: Zoom, width: number): CSSProperties {
  if (zoom === 'readable')
    return { width: '100%', minWidth: wide(width * SMALLEST), maxWidth: wide(width * LARGEST) };
  if (zoom === 'fit') return { width: '100%', maxWidth: wide(width * LARGEST), maxHeight: '80vh' };
  return { width: wide(width * zoom), maxWidth: 'none' };
}

const STEP = 1.3;

/** The size that a button leads to from the one that is drawn. */
function zoomed(drawn: number, button: string): Zoom {
  if (button === 'fit') return 'fit';
  return Math.min(3, Math.max(0.2, button === 'in' ? drawn * STEP : drawn / STEP));
}
