import ButtonGroup from '@cloudscape-design/components/button-group';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useWords } from '../page/catalogue.js';
import { GraphDrawing, type ShownRuns } from './graph-drawing.js';
import { GraphLegend } from './graph-legend.js';
import { layOut } from '../graph/graph-layout.js';
import type { MachineGraph } from '../graph/machine-graph.js';
import { EXECUTIONS } from './words.js';

interface StateGraphProps extends ShownRuns {
  readonly machine: MachineGraph;
}

/** Text is 13 pixels in the picture, and never drawn smaller than 11. */
const SMALLEST = 11.2 / 13;
const LARGEST = 1;

/** A state machine as a picture: each state marked by how it stands. The table beside it says the same in words. */
export function StateGraph({ machine, ...shown }: StateGraphProps) {
  const words = useWords(EXECUTIONS);
  const { state } = shown.words;
  const picture = useMemo(() => layOut(machine, state), [machine, state]);
  // 0 fits the whole machine into the width that there is, as long as it can be read.
  const [zoom, setZoom] = useState(0);
  const frame = useShownState();
  const wide = (scale: number) => `${picture.width * scale}px`;
  const size =
    zoom === 0
      ? { width: '100%', minWidth: wide(SMALLEST), maxWidth: wide(LARGEST) }
      : { width: wide(zoom), maxWidth: 'none' };
  return (
    <div>
      <ButtonGroup
        variant="icon"
        ariaLabel={words.graph}
        items={[
          { type: 'icon-button', id: 'in', iconName: 'zoom-in', text: words.zoomIn },
          { type: 'icon-button', id: 'out', iconName: 'zoom-out', text: words.zoomOut },
          { type: 'icon-button', id: 'fit', iconName: 'zoom-to-fit', text: words.zoomFit },
        ]}
        onItemClick={({ detail }) => setZoom((now) => zoomed(now, detail.id))}
      />
      <div ref={frame} className="state-graph" tabIndex={0} role="group" aria-label={words.graph}>
        <svg
          style={size}
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
          <GraphDrawing picture={picture} {...shown} />
        </svg>
      </div>
      <GraphLegend />
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

const STEP = 1.3;

/** The size that a button leads to; 1 is as laid out, 0 fits. */
function zoomed(now: number, button: string): number {
  if (button === 'fit') return 0;
  if (now === 0) return 1;
  return Math.min(3, Math.max(0.2, button === 'in' ? now * STEP : now / STEP));
}
