import Cards from '@cloudscape-design/components/cards';
import Header from '@cloudscape-design/components/header';
import Box from '@cloudscape-design/components/box';
import type { StatisticsAnswer } from '../../../contracts/resident/statistics.js';
import { usePage } from '../page/page-context.js';
import { useWords } from '../page/catalogue.js';
import { figureText, partText } from './figure-text.js';
import { STATISTICS } from './words.js';

/** Every figure of the town, with what it means beside it. */
export function FigureCards({ statistics: { definitions, total } }: { statistics: StatisticsAnswer }) {
  const words = useWords(STATISTICS);
  const { language } = usePage();
  return (
    <Cards
      header={<Header variant="h2">{words.whole}</Header>}
      items={definitions}
      trackBy="figure"
      cardsPerRow={[{ cards: 1 }, { minWidth: 500, cards: 2 }, { minWidth: 900, cards: 4 }]}
      cardDefinition={{
        header: ({ name }) => name[language],
        sections: [
          {
            id: 'value',
            content: ({ figure }) => (
              <Box variant="awsui-value-large">{figureText(total, figure, language)}</Box>
            ),
          },
          { id: 'part', content: ({ figure }) => partText(total, figure, language) },
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
