import Box from '@cloudscape-design/components/box';
import Table from '@cloudscape-design/components/table';
import { billRoute } from '../../../contracts/console/texts.js';
import { useLoaded } from '../page/use-loaded.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { FoldedPart } from '../shell/folded-part.js';
import { LoadedPart } from '../shell/loaded-part.js';
import { BILL } from './words.js';

/** The cost of one request, line by line. */
export function BillPart({ id }: { id: string }) {
  const words = useWords(BILL);
  return (
    <FoldedPart title={words.title} description={words.description}>
      <Bill id={id} />
    </FoldedPart>
  );
}

function Bill({ id }: { id: string }) {
  const words = useWords(BILL);
  const { language } = usePage();
  const loaded = useLoaded(billRoute, { params: { id } });
  const dollars = (amount: number | null) =>
    amount === null
      ? words.unpriced
      : new Intl.NumberFormat(language, {
          style: 'currency',
          currency: 'USD',
          maximumSignificantDigits: 3,
        }).format(amount);
  return (
    <LoadedPart loaded={loaded}>
      {({ lines, total, dated, complete }) => (
        <>
          <Table
            variant="borderless"
            items={lines}
            trackBy="what"
            columnDefinitions={[
              { id: 'what', header: words.what, isRowHeader: true, cell: ({ what }) => words.lines[what] },
              { id: 'count', header: words.count, cell: ({ count }) => count },
              { id: 'price', header: words.price, cell: ({ price }) => dollars(price) },
              { id: 'amount', header: words.amount, cell: ({ amount }) => dollars(amount) },
              {
                id: 'how',
                header: words.how,
                cell: ({ how, estimated }) => (
                  <div className="words">{estimated ? `${words.estimated} ${how}` : how}</div>
                ),
              },
            ]}
          />
          <Box variant="p">
            {words.total(dollars(total), dated)}
            {!complete && ` ${words.incomplete}`}
          </Box>
        </>
      )}
    </LoadedPart>
  );
}
