import Box from '@cloudscape-design/components/box';
import Cards from '@cloudscape-design/components/cards';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { dateText } from '../../../contracts/pages/times.js';
import type { StatisticsAnswer } from '../../../contracts/resident/statistics.js';
import type { FigureName, Figures } from '../../../domain/statistics/figures.js';
import { usePage } from '../page/page-context.js';
import { useWords } from '../page/catalogue.js';
import { PageLink } from '../shell/page-link.js';
import { changeText } from './change-text.js';
import { figureText, isTime } from './figure-text.js';
import { type Chosen, countedAddress } from './statistics-query.js';
import { STATISTICS } from './words.js';

/** The three rates as residents said them stand before all that the staff report. */
const SAID: readonly FigureName[] = ['saidContacted', 'saidSolved', 'saidSatisfied'];

interface FiguresProps {
  readonly statistics: StatisticsAnswer;
  /** Undefined until it is known. */
  readonly before: StatisticsAnswer | undefined;
  readonly chosen: Chosen;
}

/** Every figure of the town: residents' verdicts first, each beside the period before, with its definition. */
export function FigureCards(props: FiguresProps) {
  const words = useWords(STATISTICS);
  const isSaid = ({ figure }: StatisticsAnswer['definitions'][number]) => SAID.includes(figure);
  const { definitions } = props.statistics;
  return (
    <SpaceBetween size="l">
      <CardsOf {...props} title={words.said} wide={3} definitions={definitions.filter(isSaid)} />
      <CardsOf
        {...props}
        title={words.whole}
        wide={4}
        definitions={definitions.filter((definition) => !isSaid(definition))}
      />
    </SpaceBetween>
  );
}

interface CardsProps extends FiguresProps {
  readonly title: string;
  /** Cards side by side where there is room. */
  readonly wide: number;
  readonly definitions: StatisticsAnswer['definitions'];
}

function CardsOf({ title, wide, definitions, statistics: { total }, before, chosen }: CardsProps) {
  const words = useWords(STATISTICS);
  const { language } = usePage();
  return (
    <Cards
      header={
        <Header
          variant="h2"
          description={
            before && words.comparedWith(dateText(before.from, language), dateText(before.to, language))
          }
        >
          {title}
        </Header>
      }
      items={[...definitions]}
      trackBy="figure"
      cardsPerRow={[{ cards: 1 }, { minWidth: 500, cards: 2 }, { minWidth: 900, cards: wide }]}
      cardDefinition={{
        header: ({ name }) => name[language],
        sections: [
          {
            id: 'value',
            content: ({ figure }) => <Value figures={total} figure={figure} chosen={chosen} />,
          },
          { id: 'part', content: ({ figure }) => <Part figures={total} figure={figure} chosen={chosen} /> },
          {
            id: 'change',
            content: ({ figure }) => before && changeText(total, before, figure, language),
          },
          {
            id: 'definition',
            header: words.means,
            content: ({ definition }) => <Box color="text-body-secondary">{definition[language]}</Box>,
          },
        ],
      }}
    />
  );
}

interface OfFigure {
  readonly figures: Figures;
  readonly figure: FigureName;
  readonly chosen: Chosen;
}

function Value({ figures, figure, chosen }: OfFigure) {
  const words = useWords(STATISTICS);
  const { language, me } = usePage();
  const to = countedAddress(figure, chosen);
  return (
    <>
      {/* A number fits in any size; "less than a minute" does not. */}
      <Box variant={isTime(figure) ? 'h1' : 'awsui-value-large'} tagOverride="div" padding="n">
        {figureText(figures, figure, language, me.town.currency)}
      </Box>
      {to !== undefined && (
        <div>
          <PageLink to={to}>{words.showRequests}</PageLink>
        </div>
      )}
    </>
  );
}

/** The two sides of a share: each leads to its requests. */
function Part({ figures, figure, chosen }: OfFigure) {
  const words = useWords(STATISTICS);
  const value = figures[figure];
  if (typeof value !== 'object' || value === null || value.of === 0) return null;
  const { part, of } = value;
  const to = (side: 'yes' | 'no') => countedAddress(figure, chosen, undefined, side) ?? '';
  return (
    <SpaceBetween direction="horizontal" size="s">
      <PageLink to={to('yes')}>{words.partOf(part, of)}</PageLink>
      {part < of && <PageLink to={to('no')}>{words.notPart(of - part)}</PageLink>}
    </SpaceBetween>
  );
}
