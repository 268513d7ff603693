import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Person } from '../../../contracts/console/town.js';
import type { Grid } from '../../../domain/town/schema.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import type { TownNames } from './use-town-names.js';
import { HeadedPart } from '../shell/headed.js';
import { PageLink } from '../shell/page-link.js';
import { TOWN } from './words.js';

interface GridPanelProps {
  readonly grid: Grid | undefined;
  readonly names: TownNames;
  readonly staff: readonly Person[];
}

/** The grid that is chosen: its village, its three people, its open requests. */
export function GridPanel({ grid, names, staff }: GridPanelProps) {
  const words = useWords(TOWN).grids;
  const { may, language } = usePage();
  if (!grid)
    return (
      <Container>
        <Box color="text-body-secondary">{words.choose}</Box>
      </Container>
    );
  const nameOf = (id: string | undefined) =>
    id === undefined ? words.vacant : (staff.find((one) => one.id === id)?.name ?? id);
  return (
    <HeadedPart
      title={`${words.grid(grid.number)} · ${grid.name[language]}`}
      actions={
        may('town.change') && <PageLink to={`/editor/posts?entry=${grid.number}`}>{words.edit}</PageLink>
      }
    >
      <SpaceBetween size="m">
        <KeyValuePairs
          columns={2}
          items={[
            { label: words.village, value: names.villageName(grid.village) },
            ...(['a', 'b', 'c'] as const).map((post) => ({
              label: words.posts[post],
              value: nameOf(grid.posts[post]),
            })),
          ]}
        />
        <PageLink to={`/requests?grid=${grid.number}`}>{words.openRequests}</PageLink>
      </SpaceBetween>
    </HeadedPart>
  );
}
