import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import type { ConsoleRequest } from '../../../contracts/console/requests.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { addressOf } from '../shell/route.js';
import { REQUEST } from './words.request.js';

/** The papers of a request. Nobody outside is ordered anything about a complaint about staff: it has its file alone. */
export function PaperButtons({ request: { id, sealed } }: { readonly request: ConsoleRequest }) {
  const words = useWords(REQUEST).papers;
  const { go } = usePage();
  const order = { path: `/requests/${id}/supervision-order`, text: words.order };
  const file = { path: `/requests/${id}/case-file`, text: words.caseFile };
  return (
    <ButtonDropdown
      items={[...(sealed ? [] : [order]), file].map(({ path, text }) => ({
        id: path,
        text,
        href: addressOf(path),
      }))}
      onItemFollow={(event) => {
        event.preventDefault();
        go(event.detail.id);
      }}
    >
      {words.title}
    </ButtonDropdown>
  );
}
