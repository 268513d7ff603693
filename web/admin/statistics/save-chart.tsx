import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import type { RefObject } from 'react';
import { csvText } from '../../../domain/csv/csv.js';
import { useWords } from '../page/catalogue.js';
import { saveBlob } from '../shell/save-blob.js';
import type { Caption } from './caption-lines.js';
import { pngFile, svgFile } from './picture-of.js';
import { STATISTICS } from './words.js';

interface SaveChartProps {
  /** Where the drawing lies. */
  readonly drawing: RefObject<HTMLElement | null>;
  /** The same as a table, its header first. */
  readonly table: readonly (readonly (string | number)[])[];
  /** Stands above it in a picture. */
  readonly caption: Caption;
  /** The files' name, without the extension. */
  readonly name: string;
}

/** A chart to take along: as a picture or as a table. */
export function SaveChart({ drawing, table, caption, name }: SaveChartProps) {
  const words = useWords(STATISTICS);
  const save = async (kind: string): Promise<void> => {
    if (kind === 'csv') return saveBlob(new Blob([csvText(table)], { type: 'text/csv' }), `${name}.csv`);
    const svg = drawing.current?.querySelector<SVGSVGElement>('svg.town-map, svg.bars');
    if (!svg) return undefined;
    if (kind === 'svg')
      return saveBlob(new Blob([svgFile(svg, caption)], { type: 'image/svg+xml' }), `${name}.svg`);
    const png = await pngFile(svg, caption);
    return png ? saveBlob(png, `${name}.png`) : undefined;
  };
  return (
    <ButtonDropdown
      items={(['png', 'svg', 'csv'] as const).map((id) => ({ id, text: words.saved[id] }))}
      onItemClick={({ detail }) => void save(detail.id)}
    >
      {words.save}
    </ButtonDropdown>
  );
}
