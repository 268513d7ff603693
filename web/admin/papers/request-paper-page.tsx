import { shownNumber } from '../../../contracts/pages/request-number.js';
import { useWords } from '../page/catalogue.js';
import type { PageContext } from '../page/page-context.js';
import type { PageProps } from '../shell/pages.js';
import { loadCase, loadOrder } from './load-case.js';
import { PaperPage, type PapersPart } from './paper-page.js';
import { settingIn } from './setting-in.js';
import { PAPER } from './words.js';

/** The supervision order of a request, as it is printed. */
export function OrderPage({ parts: { id = '' } }: PageProps) {
  const words = useWords(PAPER);
  return (
    <PaperPage title={`${words.order} · ${shownNumber(id)}`} hint={words.audited} of={id} make={makeOrder} />
  );
}

/** The case file of a request, as it is printed. */
export function CaseFilePage({ parts: { id = '' } }: PageProps) {
  const words = useWords(PAPER);
  return (
    <PaperPage
      title={`${words.caseFile} · ${shownNumber(id)}`}
      hint={words.audited}
      of={id}
      make={makeCase}
    />
  );
}

async function makeOrder({ orderPaper }: PapersPart, page: PageContext, id: string) {
  return orderPaper(await loadOrder(page, id), settingIn(page));
}

async function makeCase({ casePaper }: PapersPart, page: PageContext, id: string) {
  return casePaper(await loadCase(page, id), settingIn(page));
}
